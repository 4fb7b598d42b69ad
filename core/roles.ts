/** A role family gives the role its hue; the word is always shown with it. */
export const roleFamilies = [
  'surgery',
  'anaesthesia',
  'nursing',
  'technology',
  'support',
  'learner',
] as const;
export type RoleFamily = (typeof roleFamilies)[number];

interface Role {
  family: RoleFamily;
  /** Counted in team completeness: a team round is complete when every present required participant introduced themselves. */
  required: boolean;
  /** A student or trainee, who is always shown as one. */
  learner: boolean;
}

const staff = (family: RoleFamily): Role => ({ family, required: true, learner: false });
const guest = (family: RoleFamily): Role => ({ family, required: false, learner: false });
const learner: Role = { family: 'learner', required: false, learner: true };

/**
 * The role catalogue. Names and plain sentences per language are in resources/locales under `roles`.
 * Which roles are required follows the members that the WHO checklist's "all team members have introduced
 * themselves by name and role" is about: everyone with a task in the operation.
 */
const roles = {
  surgeon: staff('surgery'),
  'surgical-assistant': staff('surgery'),
  anesthesiologist: staff('anaesthesia'),
  'nurse-anesthetist': staff('anaesthesia'),
  'anesthesia-technician': staff('anaesthesia'),
  'circulating-nurse': staff('nursing'),
  'scrub-nurse': staff('nursing'),
  'scrub-technician': staff('technology'),
  'bedside-nurse': staff('nursing'),
  'charge-nurse': staff('nursing'),
  'nursing-assistant': staff('nursing'),
  perfusionist: staff('technology'),
  radiographer: staff('technology'),
  'respiratory-therapist': staff('technology'),
  pharmacist: staff('support'),
  physiotherapist: staff('support'),
  'resident-doctor': { family: 'surgery', required: true, learner: false },
  'hospital-doctor': staff('surgery'),
  'nurse-practitioner': staff('nursing'),
  'physician-assistant': staff('surgery'),
  'medical-student': learner,
  'nursing-student': learner,
  interpreter: guest('support'),
  chaplain: guest('support'),
  'care-team-member': guest('support'),
} as const satisfies Record<string, Role>;

export type RoleId = keyof typeof roles;

export const roleIds = Object.keys(roles) as [RoleId, ...RoleId[]];

/** Whether a text is a role of the catalogue. */
export const isRoleId = (text: string): text is RoleId => Object.hasOwn(roles, text);

export const roleOf = (id: RoleId): Role => roles[id];
