import type { Participant, Session } from '../session/state.ts';

/**
 * Who is on the leave-behind: all who are in the team and here, in their order. Not there are those who have left or are
 * about to, those of whom it was said that they are not coming, and students where the patient would rather have none.
 * Whether somebody was introduced yet does not matter: the page says who cares for the patient, not who did what.
 */
export const peopleOnLeaveBehind = (session: Session, students: boolean | null): Participant[] =>
  session.participants.filter(
    (one) =>
      one.left === null &&
      one.part !== 'leaving' &&
      !(one.learner && students === false) &&
      !isNotComing(session, one.id),
  );

/** Whether the last that was said of them, in any round, is that they are not coming today. */
const isNotComing = ({ rounds }: Session, participant: string): boolean => {
  const said = rounds
    .flatMap((round) => round.introductions)
    .filter((one) => one.participant === participant && one.status !== null)
    .sort((one, other) => (one.seq ?? 0) - (other.seq ?? 0));
  return said.at(-1)?.reason === 'not-coming';
};
