import type { Attack } from './attack.ts';

const attempts = 'electron/services/access/attempts.ts';
const lockout = 'core/access/lockout.ts';
const guessing = 'test/electron/access/guessing.test.ts';
const table = [
  'test/core/access/lockout.test.ts',
  'the table is what happens: to a person, to the recovery code and to a device',
] as const;

export const waiting: readonly Attack[] = [
  {
    name: 'wait-not-kept',
    attack: 'Guessing on, without waiting',
    guard: 'Nothing is looked at during a wait, not even the right PIN',
    out: 'The wait of a person',
    edits: [
      [
        attempts,
        "if (own.is === 'waiting') return turnedAway(run, key, { is: 'waiting', wait: own.ms, failures: failed });",
        '',
      ],
    ],
    test: [
      guessing,
      'a right PIN is not even looked at while it has to wait, and opens when it was waited for',
    ],
  },
  {
    name: 'wait-from-the-fifth',
    attack: 'Four guesses in a minute',
    guard: 'Waits begin with the third failure',
    out: 'They began with the fifth',
    edits: [[lockout, 'const personWaitsFrom = 3;', 'const personWaitsFrom = 5;']],
    test: table,
  },
  {
    name: 'wait-does-not-double',
    attack: 'A guess every half minute',
    guard: 'Each wait is twice the one before',
    out: 'Each was 30 s',
    edits: [[lockout, 'shortest * 2 ** Math.min(failures - from, 20)', 'shortest']],
    test: table,
  },
  {
    name: 'short-longest-wait',
    attack: 'A guess every ten minutes, for weeks',
    guard: 'Waits grow to an hour',
    out: 'They grew to ten minutes',
    edits: [[lockout, 'const longest = 60 * 60_000;', 'const longest = 10 * 60_000;']],
    test: table,
  },
  {
    name: 'disabled-later',
    attack: 'An eleventh guess',
    guard: 'Ten failures disable a PIN',
    out: 'Twelve did',
    edits: [[lockout, 'export const disabledAt = 10;', 'export const disabledAt = 12;']],
    test: table,
  },
  {
    name: 'disabled-opens',
    attack: 'The right PIN after ten wrong ones, however long later',
    guard: 'What is disabled is not looked at',
    out: 'It was',
    edits: [
      [
        attempts,
        "if (own.is === 'disabled') return { is: 'disabled', wait: 0, failures: failed, toTell: true };",
        '',
      ],
    ],
    test: [
      guessing,
      'after ten failures a PIN is disabled, for its owner too, whatever time goes by and however often it restarts',
    ],
  },
  {
    name: 'wall-clock',
    attack: 'Setting the clock forward, or back',
    guard: 'Waits run on the clock that never jumps, and count failures, not time',
    out: 'They ran on the clock on the wall',
    edits: [
      [
        attempts,
        '  const now = device.clock.mono();\n  const key = keyOf(subject);\n  const since = now - (run.since.get(key) ?? device.began);',
        '  const now = device.clock.now().getTime();\n  const key = keyOf(subject);\n  const since = now - (run.since.get(key) ?? device.began);',
      ],
    ],
    test: [guessing, 'to set the clock, forward or back, shortens no wait'],
  },
  {
    name: 'restart-ends-the-wait',
    attack: 'Switching the kiosk off and on',
    guard: 'The count is on the disk, and the wait runs again in full',
    out: 'A restart ended it',
    edits: [
      [
        attempts,
        'const since = now - (run.since.get(key) ?? device.began);',
        'const since = now - (run.since.get(key) ?? Number.NEGATIVE_INFINITY);',
      ],
    ],
    test: [guessing, 'a restart keeps the count, and the wait runs again in full'],
  },
  {
    name: 'no-wait-of-the-device',
    attack: 'Guesses spread over many people and badges',
    guard: 'The device waits too, whoever they were for',
    out: 'The wait of the device',
    edits: [
      [
        attempts,
        "if (whole.is === 'waiting') return turnedAway(run, '', { is: 'waiting', wait: whole.ms, failures: failed });",
        '',
      ],
    ],
    test: [
      guessing,
      'guesses that are spread over people and unknown badges make the device wait, and nobody’s success wipes that',
    ],
  },
  {
    name: 'success-wipes-the-device',
    attack: 'Signing in oneself between guesses at others',
    guard: 'A success takes back its own attempt and no other',
    out: 'It wiped the count of the device',
    edits: [[attempts, 'forgetDeviceFailure(db, {});', 'putDeviceFailures(db, { failures: 0 });']],
    test: [
      guessing,
      'guesses that are spread over people and unknown badges make the device wait, and nobody’s success wipes that',
    ],
  },
];
