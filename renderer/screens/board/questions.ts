import { isHere, participantOf, type Session } from '../../../core/session/state.ts';
import type { Choices } from '../../../core/view.ts';

/** A question that the patient has, and who can answer it now. */
export interface Question {
  /** The participant for whom it was. */
  asked: string;
  /** They, or whoever took over from them. */
  answers: string;
}

/** Who does now what this participant did: they, or, where they handed over and are gone, the one who took over. */
const inTheirPlace = (session: Session, participant: string, passed: readonly string[] = []): string => {
  const next = participantOf(session, participant)?.handedTo ?? null;
  return next === null || isHere(session, participant) || passed.includes(next)
    ? participant
    : inTheirPlace(session, next, [...passed, participant]);
};

/** The questions of the patient that nobody has answered yet, in the order in which they were asked. */
export const waitingQuestions = (
  choices: Pick<Choices, 'questions' | 'answered'>,
  session: Session,
): Question[] =>
  choices.questions
    .filter((asked) => participantOf(session, asked) !== null && !choices.answered.includes(asked))
    .map((asked) => ({ asked, answers: inTheirPlace(session, asked) }));
