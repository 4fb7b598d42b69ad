/** What the patient wanted to ask, and of whom. */
interface Asked {
  questions: readonly string[];
  answered: readonly string[];
}

/** The participants for whom the patient has a question that nobody has answered yet. */
export const waitingQuestions = ({ questions, answered }: Asked): string[] =>
  questions.filter((participant) => !answered.includes(participant));

/** Those whose question was answered, after this one was marked as answered, or as not answered after all. */
export const answeredNow = ({ answered }: Asked, participant: string, isAnswered: boolean): string[] => {
  const others = answered.filter((one) => one !== participant);
  return isAnswered ? [...others, participant] : others;
};
