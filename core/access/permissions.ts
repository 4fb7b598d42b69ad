/**
 * Who may do what. A coordinator is whoever runs a session, without signing in; `self` is somebody at their own card;
 * the others are given to a person by name, proven by a PIN, and end by themselves (sign-in.ts).
 */
export const roles = ['coordinator', 'self', 'manager', 'auditor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** The roles that a person can be given. */
export const grantedRoles = ['manager', 'auditor', 'admin'] as const satisfies readonly Role[];
export type GrantedRole = (typeof grantedRoles)[number];

/** Those of them who can give and take access: without one of these nobody could. */
const grantingRoles = ['manager', 'admin'] as const satisfies readonly GrantedRole[];

interface Rule {
  /** Whoever is not here may not. */
  by: readonly Role[];
  why: string;
  /** For how long, in ms, one PIN more is good, which is asked for it whoever is signed in; null where it is not. */
  again: number | null;
}

const everybody = roles;
const minutes = (count: number): number => count * 60_000;

/** Everything that can be done here, by whom, and why. What is not here cannot be done by anybody. */
export const permissions = {
  introductions: {
    by: everybody,
    why: 'An introduction is never locked: a team that has to sign in first does not introduce itself.',
    again: null,
  },
  suggest: {
    by: everybody,
    why: 'Whoever is in the room can say what does not work, and is not asked who they are.',
    again: null,
  },
  'own-card': {
    by: ['self'],
    why: 'Everybody writes their own card and nobody else’s, not even who manages the kiosk.',
    again: null,
  },
  'reports-read': {
    by: ['manager', 'auditor'],
    why: 'Rates are for who answers for them and for who inspects them; a technician needs none.',
    again: null,
  },
  'sessions-read': {
    by: ['manager', 'auditor'],
    why: 'One session is looked at for a complaint or an inspection, not in passing.',
    again: null,
  },
  'suggestions-read': {
    by: ['manager', 'auditor'],
    why: 'What does not work is told to who can change it, and to who asks whether anybody did.',
    again: null,
  },
  'log-read': {
    by: ['manager', 'auditor', 'admin'],
    why: 'It holds no names; who looks after the device has to see what happened to it.',
    again: null,
  },
  verify: {
    by: ['manager', 'auditor', 'admin'],
    why: 'A proof is worth more the more people ask for it, and it changes nothing.',
    again: null,
  },
  'access-read': {
    by: ['manager', 'auditor', 'admin'],
    why: 'Who can do what is itself inspected.',
    again: null,
  },
  'bundle-export': {
    by: ['manager', 'auditor'],
    why: 'An auditor who had to ask the audited for the record would audit nothing; a bundle has no names in it.',
    again: minutes(2),
  },
  exports: {
    by: ['manager'],
    why: 'What leaves the device is answered for by one who manages it.',
    again: minutes(2),
  },
  people: {
    by: ['manager', 'admin'],
    why: 'Whose face is whose decides whom a patient trusts; a list of people comes from either.',
    again: minutes(5),
  },
  schedule: {
    by: ['manager', 'admin'],
    why: 'It says what should have been held: coverage is counted by it.',
    again: null,
  },
  settings: {
    by: ['manager', 'admin'],
    why: 'How the kiosk stands in its room; each change is in the log.',
    again: null,
  },
  backups: {
    by: ['manager', 'admin'],
    why: 'A copy harms nobody who can sign in; putting one back is a command at a shell.',
    again: null,
  },
  holds: {
    by: ['manager'],
    why: 'What a complaint is about must not be purged, and when that is over is for the same person to say.',
    again: null,
  },
  purge: {
    by: ['manager'],
    why: 'It cannot be undone: never the auditor, who changes nothing, nor who only looks after the device.',
    again: minutes(2),
  },
  'access-grant': {
    by: grantingRoles,
    why: 'Whoever manages a kiosk says who else does, and opens again whoever is locked out.',
    again: minutes(2),
  },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;
const names = Object.keys(permissions) as Permission[];

/** Whether somebody in this role may. */
export const may = (role: Role, permission: Permission): boolean =>
  (permissions[permission].by as readonly Role[]).includes(role);

/** All that somebody in this role may. */
export const allOf = (role: Role): Permission[] => names.filter((permission) => may(role, permission));

/** What the PIN is asked for once more. */
export const askedAgain = names.filter((permission) => permissions[permission].again !== null);

export const isGrantedRole = (text: string): text is GrantedRole =>
  grantedRoles.some((role) => role === text);

export const canGrant = (role: GrantedRole): boolean => may(role, 'access-grant');
