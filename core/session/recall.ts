import type { RoleId } from '../roles.ts';
import { introductionOf, type Participant, type Round, type Session, waiting } from './state.ts';

/** The check at the end of a patient round: the participant asked about, and the faces to choose from, in order. */
export interface RecallQuestion {
  asked: string;
  faces: string[];
}

/** Whom a patient should know best comes first. Nobody is asked about a role that says little to a patient. */
const preferred: readonly RoleId[] = [
  'anesthesiologist',
  'nurse-anesthetist',
  'surgeon',
  'bedside-nurse',
  'circulating-nurse',
  'charge-nurse',
];

/** Roles of which two would both be a right answer to the same question: of those only one is shown. */
const alike: readonly (readonly RoleId[])[] = [
  ['anesthesiologist', 'nurse-anesthetist', 'anesthesia-technician'],
  ['surgeon', 'surgical-assistant', 'resident-doctor', 'physician-assistant'],
  ['circulating-nurse', 'scrub-nurse'],
  ['bedside-nurse', 'charge-nurse', 'nursing-assistant', 'nursing-student'],
];

/** With two faces, whoever knows one of them knows both. More than four are small to somebody lying down without glasses. */
const fewestFaces = 3;
const mostFaces = 4;

/**
 * What the patient may be asked once everybody was met: about one person with a role that nobody else here has, among
 * faces whose roles cannot be taken for it. Null where nobody waits to be asked about: the round is no patient round,
 * somebody is still to be met, it was answered already, or there are fewer than three faces.
 */
export const recallQuestion = (session: Session, round: Round): RecallQuestion | null => {
  if (round.kind !== 'patient' || round.started === null || round.recall !== null) return null;
  if (waiting(session, round).length > 0) return null;
  const met = session.participants.filter((one) => one.left === null && wasMet(round, one));
  for (const role of preferred) {
    const [asked, ...others] = met.filter((one) => one.role === role);
    if (asked === undefined || others.length > 0) continue;
    const apart = met.filter((one) => one !== asked && !areAlike(one.role, role));
    if (apart.length + 1 < fewestFaces) continue;
    const order = shuffled(round.id);
    const faces = [asked.id, ...order(apart.map((one) => one.id)).slice(0, mostFaces - 1)];
    return { asked: asked.id, faces: order(faces) };
  }
  return null;
};

const wasMet = (round: Round, { id, metBefore }: Participant): boolean => {
  const introduction = introductionOf(round, id);
  return introduction !== null && (metBefore || introduction.status === 'introduced');
};

const areAlike = (one: RoleId, other: RoleId): boolean =>
  one === other || alike.some((roles) => roles.includes(one) && roles.includes(other));

/** An order that is the same in every window and says nothing about who is who. */
const shuffled =
  (round: string) =>
  (ids: readonly string[]): string[] =>
    ids.toSorted((one, other) => scattered(round + one) - scattered(round + other));

/** FNV-1a, 32 bits: spreads texts that differ little far apart. */
const scattered = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
};
