import type { Choices } from './view.ts';

/** How it stands with the patient's question for somebody. */
export const questionStates = ['none', 'asked', 'answered'] as const;
export type QuestionState = (typeof questionStates)[number];

type Questions = Pick<Choices, 'questions' | 'answered'>;

/** As many as are kept: with one more, the oldest goes. */
export const mostQuestions = 60;

/** How it stands with the question for this participant. */
export const questionFor = ({ questions, answered }: Questions, participant: string): QuestionState => {
  if (!questions.includes(participant)) return 'none';
  return answered.includes(participant) ? 'answered' : 'asked';
};

/** The questions once the one for this participant stands so; those for others stay as they are, in their order. */
export const withQuestion = (
  { questions, answered }: Questions,
  participant: string,
  is: QuestionState,
): Questions => {
  const others = (list: readonly string[]) => list.filter((one) => one !== participant);
  const asked = questions.includes(participant) ? questions : [...questions, participant];
  const kept = (is === 'none' ? others(questions) : asked).slice(-mostQuestions);
  const done = is === 'answered' ? [...others(answered), participant] : others(answered);
  return { questions: kept, answered: done.filter((one) => kept.includes(one)) };
};
