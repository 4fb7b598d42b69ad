/** The closed vocabularies of a session. Their meanings are in PRODUCT.md's terms; the log stores these ids. */

export const sessionKinds = ['surgery', 'shift-change'] as const;
export type SessionKind = (typeof sessionKinds)[number];

export const roundKinds = ['patient', 'team', 'join'] as const;
export type RoundKind = (typeof roundKinds)[number];

export const urgencies = ['elective', 'urgent', 'emergency'] as const;
export type Urgency = (typeof urgencies)[number];

export const interpreters = ['none', 'in-person', 'remote', 'waiting'] as const;
export type Interpreter = (typeof interpreters)[number];

export const statuses = ['introduced', 'already-known', 'absent', 'skipped', 'declined', 'unable'] as const;
export type Status = (typeof statuses)[number];

/** What a shift change is for somebody in it; whoever stays on, or comes along, has no part. */
export const parts = ['arriving', 'leaving'] as const;
export type Part = (typeof parts)[number];

/** How an introduction came to be recorded: by one's own tap, one's badge, or the coordinator's word. */
export const methods = ['self', 'badge', 'attested'] as const;
export type Method = (typeof methods)[number];

/** Why somebody was not introduced. `absent`, `skipped` and `unable` must give one; the others never do. */
export const reasons = {
  absent: ['not-arrived', 'called-away', 'scrubbing', 'not-coming'],
  skipped: ['no-time', 'emergency', 'interpreter-missing', 'interrupted'],
  unable: ['sedated', 'intubated', 'emergency', 'asleep', 'away'],
} as const;
export type Reason = (typeof reasons)[keyof typeof reasons][number];

/**
 * How a round ended. `completed`: everyone who was to be introduced has a status. `stopped`: it ended with
 * people left out, who stay visibly without one. `postponed`: the patient said "not now". `shown`: the patient
 * asked only to be shown the team. `declined`: the patient wants no introductions. `unable`: the patient
 * cannot take part.
 */
export const outcomes = ['completed', 'stopped', 'postponed', 'shown', 'declined', 'unable'] as const;
export type Outcome = (typeof outcomes)[number];

/** Which statuses an introduction may have, by the kind of its round. */
export const statusesIn: Record<RoundKind, readonly Status[]> = {
  patient: ['introduced', 'absent', 'skipped', 'declined', 'unable'],
  team: ['introduced', 'already-known', 'absent', 'skipped'],
  join: ['introduced', 'already-known', 'absent', 'skipped', 'declined', 'unable'],
};

/** How the patient wants to meet the team, and who is with them. Chosen, used, erased; never in the log. */
export const waysToMeet = ['one-by-one', 'together', 'show'] as const;
export const companions = ['family', 'friend', 'someone', 'nobody'] as const;

/** Who answers: the patient, a parent for their child, or somebody for an adult who cannot. */
export const answerers = ['self', 'parent', 'proxy'] as const;

/** When “not now” may be asked again. */
export const returnWishes = ['soon', 'in-an-hour', 'with-company', 'when-i-ask'] as const;
export type ReturnWish = (typeof returnWishes)[number];
