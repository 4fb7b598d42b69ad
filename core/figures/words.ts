import type { WordKind } from './piece.ts';

/** The words of a database with their numbers, and what is met beside them while it is read. */
export class Words {
  readonly #numbers = new Map<string, number>();
  readonly #words: { kind: WordKind; word: string }[] = [];

  /** `known` are numbered from 1, in order. */
  constructor(known: Iterable<{ id: number; kind: WordKind; word: string }>) {
    for (const { id, kind, word } of known) this.#put(id, kind, word);
  }

  /** The number of a word; one that has none gets the next, for as long as this lasts. */
  readonly numberOf = (kind: WordKind, word: string): number => {
    const found = this.find(kind, word);
    if (found !== null) return found;
    const next = Math.max(this.#words.length, 1);
    this.#put(next, kind, word);
    return next;
  };

  /** The number of a word; null where it was never met. */
  find(kind: WordKind, word: string): number | null {
    return this.#numbers.get(`${kind} ${word}`) ?? null;
  }

  wordOf(number: number): string {
    const found = this.#words[number];
    if (found === undefined) throw new RangeError(`No word has the number ${number}`);
    return found.word;
  }

  /** All that were met of a kind. */
  all(kind: WordKind): string[] {
    return this.#words.flatMap((one) => (one?.kind === kind ? [one.word] : []));
  }

  #put(number: number, kind: WordKind, word: string): void {
    this.#words[number] = { kind, word };
    this.#numbers.set(`${kind} ${word}`, number);
  }
}
