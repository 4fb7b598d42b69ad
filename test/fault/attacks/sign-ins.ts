import type { Attack } from './attack.ts';

const session = 'electron/services/access/session.ts';
const signIn = 'electron/services/access/sign-in.ts';
const rules = 'core/access/sign-in.ts';
const accessTest = 'test/electron/routes/access.test.ts';
const everyRoute = 'test/electron/attacks/every-route.test.ts';
const holdersTest = 'test/electron/access/holders.test.ts';
const ends =
  'a sign-in ends after two idle minutes, after a quarter of an hour, when asked, and with another one';
const roles = 'every guarded route answers the role ';

export const signIns: readonly Attack[] = [
  {
    name: 'no-idle-end',
    attack: 'A kiosk that a manager left signed in',
    guard: 'Two idle minutes end a sign-in',
    out: 'They did not',
    edits: [[rules, "return now - used >= signInIdleMs ? 'idle' : null;", 'return null;']],
    test: [accessTest, ends],
  },
  {
    name: 'no-absolute-end',
    attack: 'Keeping a sign-in alive without end',
    guard: 'A quarter of an hour ends it whatever happens',
    out: 'It did not',
    edits: [[rules, "  if (now - began >= signInOpenMs) return 'time-up';\n", '']],
    test: [accessTest, ends],
  },
  {
    name: 'wall-clock-of-a-session',
    attack: 'Setting the clock back to prolong a sign-in',
    guard: 'It runs on the clock that never jumps',
    out: 'It ran on the clock on the wall',
    edits: [
      [
        session,
        'const over = overBecause(signedIn, device.clock.mono());',
        'const over = overBecause(signedIn, device.clock.now().getTime());',
      ],
    ],
    test: [accessTest, 'the clock on the wall does not prolong a sign-in, and a restart ends it'],
  },
  {
    name: 'not-asked-again',
    attack: 'Exporting, purging or changing people in an open session',
    guard: 'The PIN is asked for once more',
    out: 'It was not',
    edits: [
      [rules, '  if (again === null) return false;\n', '  if (again === null || again > 0) return false;\n'],
    ],
    test: [everyRoute, roles],
  },
  {
    name: 'asked-for-something-else',
    attack: 'A PIN that was given for something harmless',
    guard: 'It is good for what it was given for',
    out: 'It was good for everything',
    edits: [[rules, 'confirmed === null || confirmed.what !== what ||', 'confirmed === null ||']],
    test: [accessTest, 'exports, purge and people ask for the PIN once more, for each, and for two minutes'],
  },
  {
    name: 'guessing-in-a-session',
    attack: 'Guessing the PIN in a session that was found open',
    guard: 'The third failure ends it',
    out: 'It went on',
    edits: [
      [signIn, "if (tooOften && isStill(device, signedIn)) end(device, 'wrong-pin');", 'void tooOften;'],
    ],
    test: [accessTest, 'whoever finds an open session guesses three times, and then it is over'],
  },
  {
    name: 'found-badge',
    attack: 'A manager’s badge that was found',
    guard: 'A badge says who somebody is; what it opens never sets the PIN that signs in',
    out: 'It set the PIN',
    edits: [
      [
        'electron/services/own-card/set-pin.ts',
        "return way === 'pin' ? null : 'only-by-pin';",
        'return way === null ? null : null;',
      ],
    ],
    test: [
      holdersTest,
      'whoever finds a manager’s badge opens a card with it, and does not become the manager',
    ],
  },
  {
    name: 'plain-badge',
    attack: 'Making a badge from what is on the disk',
    guard: 'A badge is kept as HMAC-SHA-256 under this kiosk’s key',
    out: 'It was kept as SHA-256',
    edits: [
      [
        'electron/services/people.ts',
        "  createHmac('sha256', device.badgeKey).update(code.trim()).digest();\n\n/**\n * What is kept of a number",
        "  (device.badgeKey, createHash('sha256').update(code.trim()).digest());\nimport { createHash } from 'node:crypto';\n\n/**\n * What is kept of a number",
      ],
    ],
    test: [
      'test/electron/attacks/keys.test.ts',
      'a badge is kept as a hash under this kiosk’s key and as nothing else: elsewhere it is nobody’s',
    ],
  },
  {
    name: 'badge-in-a-field',
    attack: 'Reading a badge off the screen',
    guard: 'What a reader types is taken as a whole, and out of the field',
    out: 'It stayed in the field',
    edits: [
      [
        'renderer/device/badge-reader.ts',
        "if (verdict.is === 'seize' || verdict.is === 'badge') takeBack();",
        'void takeBack;',
      ],
    ],
    test: [
      'test/renderer/device/badge-reader.test.ts',
      'is heard as one badge although its keys waited in the queue of a busy page, and leaves nothing in a field',
    ],
  },
];
