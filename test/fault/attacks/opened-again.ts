import type { Attack } from './attack.ts';

const holdersTest = 'test/electron/access/holders.test.ts';
const recovery = 'electron/services/access/recovery.ts';
const recoveryTest = 'test/electron/access/recovery.test.ts';

export const openingAgain: readonly Attack[] = [
  {
    name: 'opens-own-pin',
    attack: 'Opening one’s own disabled PIN, from an open session',
    guard: 'Another manager opens it',
    out: 'Anybody signed in did',
    edits: [
      [
        'electron/services/access/holders.ts',
        "  if (isSelf(actor, person)) return refuse('not-yourself');\n",
        '',
      ],
    ],
    test: [holdersTest, 'nobody gives themselves access, nor opens their own PIN again'],
  },
  {
    name: 'opened-without-a-reason',
    attack: 'Opening somebody’s PIN again without saying why',
    guard: 'One of the reasons that there are, which the log has',
    out: 'None was needed',
    edits: [
      [
        'electron/routes/access.ts',
        "zValidator('json', z.strictObject({ id: uuid, person: opaqueId, because })),",
        "zValidator('json', z.strictObject({ id: uuid, person: opaqueId, because: because.catch('other') })),",
      ],
    ],
    test: [
      holdersTest,
      'a manager who is disabled does not count as one who could stay, and another opens their PIN again',
    ],
  },
  {
    name: 'recovered-without-a-reason',
    attack: 'Using the sealed code without saying why',
    guard: 'One of the reasons that there are',
    out: 'None was needed',
    edits: [
      [
        'electron/routes/access.ts',
        '...{ id: uuid, code: z.string().max(200), because, person: opaqueId },',
        "...{ id: uuid, code: z.string().max(200), because: because.catch('other'), person: opaqueId },",
      ],
    ],
    test: [recoveryTest, 'a reason is needed, and of those there are'],
  },
  {
    name: 'code-in-the-clear',
    attack: 'Reading the sealed code on the disk',
    guard: 'It is kept as Argon2id',
    out: 'It was kept as it was shown',
    edits: [[recovery, 'const hash = await secretHash(code);', 'const hash = code;']],
    test: [recoveryTest, 'the code is shown once, and kept only as Argon2id'],
  },
  {
    name: 'code-does-not-wait',
    attack: 'Guessing the sealed code',
    guard: 'It waits as a PIN does, on the disk, across restarts',
    out: 'Nothing was counted',
    edits: [[recovery, '  commit(device, (db) => countRecoveryFailure(db, {}));\n', '']],
    test: [recoveryTest, 'a slip of the pen is no attempt; wrong codes wait, on the disk, across restarts'],
  },
  {
    name: 'code-works-twice',
    attack: 'Using the sealed code a second time',
    guard: 'A new one takes its place in the same transaction',
    out: 'It stayed',
    edits: [[recovery, 'const alongside = { put: fresh.put,', 'const alongside = { put: () => {},']],
    test: [
      recoveryTest,
      'it opens a disabled PIN again, is worth nothing then, and a new one takes its place',
    ],
  },
  {
    name: 'second-first-manager',
    attack: 'A passer-by who says that they manage the kiosk',
    guard: 'That is asked once, before anybody does and before a session was held',
    out: 'It was always asked',
    edits: [
      ['electron/services/access/first-manager.ts', '  !hasManager(device) && (', '  (device !== null) || ('],
    ],
    test: [
      'test/electron/routes/access.test.ts',
      'the first manager is named once: from then on nobody at the bedside names another',
    ],
  },
];
