import type { Choices } from '../../../core/view.ts';

type Questions = Pick<Choices, 'questions' | 'answered'>;

/** How it stands with the patient's question for somebody. */
export type QuestionState = 'none' | 'asked' | 'answered';

export const questionFor = ({ questions, answered }: Questions, participant: string): QuestionState => {
  if (!questions.includes(participant)) return 'none';
  return answered.includes(participant) ? 'answered' : 'asked';
};

/** The change that brings the question for somebody to this state; those for others stay as they are. */
export const questionChange = (
  { questions, answered }: Questions,
  participant: string,
  state: QuestionState,
): Questions => {
  const others = (list: readonly string[]) => list.filter((one) => one !== participant);
  return {
    questions: state === 'none' ? others(questions) : [...others(questions), participant],
    answered: state === 'answered' ? [...others(answered), participant] : others(answered),
  };
};
