/** Something to be said: a sentence in the language of the screen, or a name, which may have a language of its own. */
export type Spoken = string | { name: string; languages: readonly string[] };

/** What the planner needs to know of a voice. */
export type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>;

/** One utterance: what is said, with which voice. */
export interface Utterance<Of extends Voice> {
  text: string;
  voice: Of;
}

/** Languages that machines know by another tag. */
const otherTags: Readonly<Record<string, string>> = { tl: 'fil', he: 'iw', no: 'nb', id: 'in' };

/**
 * What is said and with which voice: sentences in the language of the screen, names in the language of the person
 * where the machine has a voice for it. Null where it has none for the screen: half a text helps nobody.
 */
export const speechPlan = <Of extends Voice>(
  spoken: readonly Spoken[],
  language: string,
  voices: readonly Of[],
): Utterance<Of>[] | null => {
  const main = voiceFor(language, voices);
  if (main === null) return null;
  return spoken
    .map((piece) =>
      typeof piece === 'string'
        ? { text: piece.trim(), voice: main }
        : { text: piece.name.trim(), voice: voiceFor(piece.languages[0] ?? language, voices) ?? main },
    )
    .filter(({ text }) => text !== '');
};

/**
 * The best voice for a language: of the same region, else the machine's own choice, else any. Only voices of this
 * machine: the others send what they read, and so people's names, to somebody else's computer.
 */
const voiceFor = <Of extends Voice>(language: string, voices: readonly Of[]): Of | null => {
  const fitting = voices.filter(({ lang, localService }) => localService && areSame(lang, language));
  const exact = fitting.filter(({ lang }) => lang.replace('_', '-').toLowerCase() === language.toLowerCase());
  return exact[0] ?? fitting.find((voice) => voice.default) ?? fitting[0] ?? null;
};

const areSame = (one: string, other: string): boolean => rootOf(one) === rootOf(other);

const rootOf = (tag: string): string => {
  const root = tag.toLowerCase().split(/[-_]/u)[0] ?? '';
  return otherTags[root] ?? root;
};
