import { createHash } from 'node:crypto';

/** Chance that can be had again: the same seed gives the same sequence, on every machine. Not for secrets. */
export class Chance {
  readonly #state: Uint32Array;

  constructor(seed: string) {
    const digest = createHash('sha256').update(seed).digest();
    this.#state = Uint32Array.from([0, 4, 8, 12], (at) => digest.readUInt32LE(at));
  }

  /** 32 bits, by sfc32 (Chris Doty-Humphrey's Small Fast Counting generator, from PractRand). */
  #word(): number {
    const [a = 0, b = 0, c = 0, counter = 0] = this.#state;
    const sum = (a + b + counter) >>> 0;
    this.#state[0] = b ^ (b >>> 9);
    this.#state[1] = c + (c << 3);
    this.#state[2] = ((c << 21) | (c >>> 11)) + sum;
    this.#state[3] = counter + 1;
    return sum;
  }

  /** From 0 up to, but without, 1. */
  fraction(): number {
    return this.#word() / 2 ** 32;
  }

  /** True about this often: 0 never, 1 always. */
  happens(often: number): boolean {
    return this.fraction() < often;
  }

  between(least: number, most: number): number {
    return least + this.fraction() * (most - least);
  }

  /** A length of time as people take it: about half are shorter than `median`, few are much longer. */
  around(median: number, spread = 0.4): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.fraction())) * Math.cos(2 * Math.PI * this.fraction());
    return median * Math.exp(spread * normal);
  }

  oneOf<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[Math.floor(this.fraction() * items.length)] ?? items[0];
  }

  /** One of these words, each as often as its weight against all the others. */
  weighted<Word extends string>(weights: readonly (readonly [Word, number])[]): Word {
    let rest = this.fraction() * weights.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [word, weight] of weights) {
      rest -= weight;
      if (rest < 0) return word;
    }
    throw new RangeError('There is nothing to choose from');
  }

  /** 16 bytes, such as the salt of a log entry. */
  bytes(): Uint8Array {
    const bytes = Buffer.alloc(16);
    for (const at of [0, 4, 8, 12]) bytes.writeUInt32LE(this.#word(), at);
    return bytes;
  }

  /** A UUID of the random kind (RFC 9562, version 4). */
  uuid(): string {
    const bytes = this.bytes();
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    return Buffer.from(bytes)
      .toString('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
  }
}
