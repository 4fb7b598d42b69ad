import type { Attack } from './attack.ts';

const attempts = 'electron/services/access/attempts.ts';
const guessing = 'test/electron/access/guessing.test.ts';
const pinTest = 'test/core/pin.test.ts';
const holdersTest = 'test/electron/access/holders.test.ts';
/** The count comes after the check, and only of what was seen to be wrong. */
const countedAfter: Attack['edits'] = [
  [
    attempts,
    "if (charges && subject.kind === 'person') countPinFailure(db, { person: subject.person });",
    '',
  ],
  [
    'electron/services/access/prove.ts',
    '  const right = await isPin(kept, pin);\n',
    "  const right = await isPin(kept, pin);\n  if (!right && person !== null) device.db.prepare('update pin set failures = failures + 1 where person_id = ?').run(person);\n",
  ],
];

export const choosingPins: readonly Attack[] = [
  {
    name: 'short-pin',
    attack: 'A PIN of five digits',
    guard: 'Six digits or more',
    out: 'Five were enough',
    edits: [['core/pin.ts', 'const shortestPin = 6;', 'const shortestPin = 5;']],
    test: [pinTest, 'has six digits or more, and no more than twelve'],
  },
  {
    name: 'no-blocklist',
    attack: 'The PINs that are guessed first',
    guard: 'Rules and a list of them',
    out: 'The rules and the list',
    edits: [
      ['core/pin.ts', 'isRow(pin) || isRowsOfThree(pin) || isRepeated(pin) || silly.has(pin)', 'false'],
    ],
    test: [pinTest, 'is none that is guessed first'],
  },
  {
    name: 'no-blocklist-on-granting',
    attack: '123456 for a new manager',
    guard: 'Every PIN is read by the same rules before it is kept',
    out: 'Whatever was typed was kept',
    edits: [
      [
        'electron/services/access/pins.ts',
        "return 'problem' in read ? refuse(read.problem) : ok(await secretHash(read.pin));",
        "return 'problem' in read ? ok(await secretHash(typed)) : ok(await secretHash(read.pin));",
      ],
    ],
    test: [holdersTest, 'no access without a PIN that is not guessed first'],
  },
  {
    name: 'cheap-hash',
    attack: 'Trying all PINs on a stolen disk',
    guard: 'Argon2id, 19 MiB, two passes, one lane',
    out: '8 MiB and one pass',
    edits: [
      [
        'electron/services/access/pins.ts',
        'memoryCost: 19 * 1024, timeCost: 2',
        'memoryCost: 8 * 1024, timeCost: 1',
      ],
    ],
    test: [
      'test/electron/own-card/pins.test.ts',
      'the PIN is kept as Argon2id with 19 MiB, two passes and one lane, and nowhere as it was typed',
    ],
  },
  {
    name: 'default-pin',
    attack: 'The PIN that every kiosk came with',
    guard: 'There is none: the first start has one typed',
    out: 'Everybody of the demo team came with one',
    edits: [
      [
        'electron/services/demo.ts',
        '  putBadge(device.db, { hash: badgeHash(device, one.badge), person: demoPersonId(one.id) });\n',
        "  putBadge(device.db, { hash: badgeHash(device, one.badge), person: demoPersonId(one.id) });\n  device.db.prepare('insert into pin (person_id, hash) values (?, ?)').run(demoPersonId(one.id), 'of 000000');\n",
      ],
    ],
    test: [
      'test/electron/attacks/keys.test.ts',
      'a kiosk that was just unpacked has no PIN that anybody could know, and nobody who may',
    ],
  },
  {
    name: 'counted-after-the-check',
    attack: 'Pulling the plug while a PIN is looked at',
    guard: 'It is counted, on the disk, before it is looked at',
    out: 'It was counted after the check',
    edits: countedAfter,
    test: [guessing, 'killed between the count and the check, the attempt stays counted'],
  },
  {
    name: 'many-at-once',
    attack: 'Many guesses at the same moment',
    guard: 'The same: each is counted before any is looked at',
    out: 'They were counted after the check',
    edits: countedAfter,
    test: [guessing, 'many at once get no more than three'],
  },
];
