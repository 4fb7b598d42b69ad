import type { Attack } from './attack.ts';

const session = 'electron/services/access/session.ts';
const signIn = 'electron/services/access/sign-in.ts';
const accessTest = 'test/electron/routes/access.test.ts';
const everyRoute = 'test/electron/attacks/every-route.test.ts';
const noSession =
  'no guarded route answers without a session, with a made-up or another’s token, or with that of an open card';
const roles = 'every guarded route answers the role ';

export const calls: readonly Attack[] = [
  {
    name: 'open-figures',
    attack: 'A manager’s call without a session',
    guard: 'Each route under /manage lets through only who is signed in and may',
    out: 'The guard of the figures',
    edits: [
      [
        'electron/routes/figures.ts',
        "const reading = needs(device, 'reports-read');",
        'const reading: ReturnType<typeof needs> = async (_, next) => next();',
      ],
    ],
    test: [everyRoute, noSession],
  },
  {
    name: 'forgotten-route',
    attack: 'A new route that nobody thought of guarding',
    guard: 'The test asks the router itself what there is',
    out: 'A route was added',
    edits: [
      [
        'electron/routes/api.ts',
        ".get('/start', (context) => context.json(startView(device)))",
        ".get('/start', (context) => context.json(startView(device)))\n    .get('/manage/everything', (context) => context.json(startView(device)))",
      ],
    ],
    test: [everyRoute, 'of every route that the router has it is said who may ask, and of no other'],
  },
  {
    name: 'any-token',
    attack: 'A made-up token, or somebody else’s',
    guard: 'It must be the one that was given out, 256 bits, compared in constant time',
    out: 'Any was taken',
    edits: [
      [
        session,
        'return signedIn !== null && timingSafeEqual(signedIn.digest, digestOf(token)) ? signedIn : null;',
        'return signedIn !== null && digestOf(token).length > 0 ? signedIn : null;',
      ],
    ],
    test: [everyRoute, noSession],
  },
  {
    name: 'old-token',
    attack: 'The token of a session that is over',
    guard: 'Whether it is over is asked with every call',
    out: 'It was not asked',
    edits: [
      [session, 'if (over !== null) end(device, over);', "if (over === undefined) end(device, 'idle');"],
    ],
    test: [
      everyRoute,
      'no guarded route answers with the token of a session that is over: idle, used up, left, or another’s now',
    ],
  },
  {
    name: 'withdrawn-stays',
    attack: 'Going on after one’s access was taken away',
    guard: 'The role is read again with every call',
    out: 'It was not',
    edits: [
      [
        session,
        "else if (roleOf(device, signedIn.person) !== signedIn.role) end(device, 'withdrawn');",
        "else if (signedIn.person === '') end(device, 'withdrawn');",
      ],
    ],
    test: [accessTest, 'access that is taken away ends the sign-in at once, also of who has it open'],
  },
  {
    name: 'any-role',
    attack: 'An auditor who changes something',
    guard: 'The table of permissions, default deny',
    out: 'It was not asked',
    edits: [
      [
        signIn,
        'if (!may(signedIn.role, what)) {',
        'if (!may(signedIn.role, what) && signedIn.role === null) {',
      ],
    ],
    test: [everyRoute, roles],
  },
  {
    name: 'wrong-permission',
    attack: 'A route that asks for less than it should',
    guard: 'The test says of each route which permission it needs',
    out: 'The schedule asked for what reading the log needs',
    edits: [
      [
        'electron/routes/schedule.ts',
        "const may = needs(device, 'schedule');",
        "const may = needs(device, 'log-read');",
      ],
    ],
    test: [everyRoute, roles],
  },
  {
    name: 'any-card',
    attack: 'Writing on somebody else’s card',
    guard: 'Only the token of the card that is open',
    out: 'Any token was taken',
    edits: [
      [
        'electron/services/own-card/opening.ts',
        'if (opening === null || !timingSafeEqual(opening.digest, digestOf(token))) return null;',
        'if (opening === null || digestOf(token).equals(timingSafeEqual.name as never)) return null;',
      ],
    ],
    test: [
      everyRoute,
      'nobody’s own card is read or written with the token of a manager, of another card, or of none',
    ],
  },
  {
    name: 'wall-asks',
    attack: 'Changing something from the second display',
    guard: 'Its key sees the wall and nothing else',
    out: 'It was let in as a kiosk',
    edits: [
      [
        'electron/routes/gate.ts',
        "if (!holds('kiosk') && !looks)",
        "if (!holds('kiosk') && !holds('wall') && !looks)",
      ],
    ],
    test: [everyRoute, 'a browser that was not let in, and a second display, are answered nothing of it'],
  },
  {
    name: 'others-file',
    attack: 'Fetching the file that another window asked for',
    guard: 'A file is given to the sign-in that asked for it, and gone with it',
    out: 'It stayed, and was given to whoever is signed in',
    edits: [
      [
        'electron/services/exports/jobs.ts',
        "    signedIn.over.signal.addEventListener('abort', () => this.#forget(job));\n",
        '',
      ],
      [
        'electron/services/exports/jobs.ts',
        'return job?.order.signedIn === signedIn ? job : null;',
        'return job === undefined || signedIn === null ? null : job;',
      ],
    ],
    test: [
      'test/electron/routes/exports.test.ts',
      'one window’s file is not another’s, though the same person signed in in both',
    ],
  },
  {
    name: 'old-ticket',
    attack: 'The address of a file, found later',
    guard: 'It is good for a minute, once',
    out: 'It was good for ever',
    edits: [
      [
        'electron/services/exports/tickets.ts',
        'if (until <= now) this.#known.delete(key);',
        'if (until <= 0 * now) this.#known.delete(key);',
      ],
    ],
    test: [
      'test/electron/exports/jobs.test.ts',
      'a ticket is good for a minute, and only while its sign-in stands',
    ],
  },
];
