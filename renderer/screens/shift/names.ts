import type { PersonCard } from '../../../core/view.ts';

/** A name inside a longer text keeps its own direction (Unicode isolates), as `<bdi>` does in the page. */
const isolated = (name: string): string => `\u2068${name}\u2069`;

export const isolatedNames = (people: readonly Pick<PersonCard, 'first'>[]): string[] =>
  people.map(({ first }) => isolated(first));

/** More names than this are no sentence any more: their faces say them. */
export const inOneSentence = 3;
