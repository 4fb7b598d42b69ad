import type { Attack } from './attack.ts';

const attempts = 'electron/services/access/attempts.ts';
const guessing = 'test/electron/access/guessing.test.ts';

export const roundabout: readonly Attack[] = [
  {
    name: 'two-counts',
    attack: 'Ten guesses at one’s card and ten at signing in',
    guard: 'Both are one count',
    out: 'A card began the count anew',
    edits: [
      [
        'electron/services/own-card/open.ts',
        '  const found = await prove(device, who, pin);\n',
        "  device.db.prepare('update pin set failures = 0').run();\n  const found = await prove(device, who, pin);\n",
      ],
    ],
    test: [guessing, 'one’s own card and signing in are one count: nobody gets ten at each'],
  },
  {
    name: 'strangers-do-not-wait',
    attack: 'Finding out who works here by how the kiosk answers',
    guard: 'A name that is not here waits like one that is',
    out: 'It did not wait',
    edits: [[attempts, 'return run.strangers.get(keyOf(subject)) ?? 0;', 'return 0;']],
    test: [guessing, 'a name that is not here waits like one that is: who asks learns nothing'],
  },
  {
    name: 'stuck-reader',
    attack: 'A reader that is stuck, or knocks all night',
    guard: 'What nobody has and was tried before is no new guess',
    out: 'It was one',
    edits: [
      [
        attempts,
        'if (run.unknown.has(subject.again)) {',
        'if (run.unknown.has(subject.again) && subject.again.length === 0) {',
      ],
    ],
    test: [
      guessing,
      'a reader that is stuck on a badge that nobody has locks nobody out, and does not fill the log',
    ],
  },
  {
    name: 'uncounted-is-looked-at',
    attack: 'Guessing while the disk fails',
    guard: 'What cannot be counted is not looked at',
    out: 'It was looked at all the same',
    edits: [
      [
        attempts,
        '  const left = commit(device, (db) => {\n',
        '  const left = ((_: Device, work: (db: Writer) => number) => { try { return commit(device, work); } catch { return 0; } })(device, (db) => {\n',
      ],
    ],
    test: [guessing, 'what cannot be counted is not looked at'],
  },
  {
    name: 'failures-not-logged',
    attack: 'Guessing unseen',
    guard: 'Every failure is in the log, of a wait the first and the number of the others',
    out: 'No entry was written',
    edits: [
      [
        'electron/services/access/sign-in.ts',
        '  if (toTell) tellFailure(device, actor, { why, person, failures });',
        '  if (toTell) void [device, actor, why, person, failures];',
      ],
    ],
    test: [
      guessing,
      'who keeps on knocking cannot fill the disk: of a wait one entry, and the number of the others in the next',
    ],
  },
];
