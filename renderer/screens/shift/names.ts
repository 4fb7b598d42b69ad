import type { PersonCard } from '../../../core/view.ts';

/** A name inside a longer text keeps its own direction (Unicode isolates), as `<bdi>` does in the page. */
const isolated = (name: string): string => `\u2068${name}\u2069`;

export const isolatedNames = (people: readonly Pick<PersonCard, 'first'>[]): string[] =>
  people.map(({ first }) => isolated(first));

/** More names than this, or more letters, are no sentence any more: their faces say them. */
const most = { names: 3, letters: 36 };

export const makeASentence = (people: readonly Pick<PersonCard, 'first'>[]): boolean =>
  people.length <= most.names && [...people.map(({ first }) => first).join('')].length <= most.letters;
