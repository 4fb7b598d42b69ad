import { leavingFrom, type Participant, type Session } from './state.ts';

/**
 * Who hands over to somebody who arrives at a shift change: of those who leave the one of the same role, and of several
 * the one whose turn it is, so that each hands over to one where there are as many; else the first who leaves. Null for
 * whoever does not arrive, and where nobody leaves.
 */
export const handsOverTo = (session: Session, participant: Participant): Participant | null => {
  if (session.kind !== 'shift-change' || participant.part !== 'arriving') return null;
  const going = leavingFrom(session);
  const ofRole = (one: Participant) => one.role === participant.role;
  const same = going.filter(ofRole);
  const turn = session.participants
    .filter((one) => one.part === 'arriving' && ofRole(one))
    .indexOf(participant);
  return same[turn % Math.max(1, same.length)] ?? going[0] ?? null;
};
