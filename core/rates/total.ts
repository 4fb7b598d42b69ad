import type { Reason } from '../session/words.ts';
import type { Case, Counting, Exclusion, Reasoned, Share, Timing } from './case.ts';
import { type Median, medianOf } from './median.ts';

/**
 * numerator ÷ denominator. `missing` are those in the denominator about which nothing was recorded: they count as
 * not done. `excluded` are those outside it, by why.
 */
export interface Figure {
  numerator: number;
  denominator: number;
  excluded: Partial<Record<Exclusion, number>>;
  missing: number;
}

/** How often each reason was given, of as many that had to give one. */
export interface Reasons {
  denominator: number;
  counts: Partial<Record<Reason, number>>;
}

/** What was counted, whichever way. */
export interface Counted {
  share(name: Share): Figure;
  timing(name: Timing): Median;
  reasons(status: Reasoned): Reasons;
}

/** Cases, counted. What it takes does not grow with how many they are. */
export class Total implements Counted {
  readonly #shares = new Map<Share, Figure>();
  readonly #timings = new Map<Timing, Tenths>();
  readonly #reasons = new Map<Reasoned, Reasons>();

  add(one: Case): void {
    if ('counting' in one) this.count(one.figure, one.counting);
    else if ('seconds' in one) had(this.#timings, one.figure, () => new Tenths()).add(one.seconds);
    else {
      const of = had(this.#reasons, one.status, noReasons);
      of.denominator += 1;
      of.counts[one.reason] = (of.counts[one.reason] ?? 0) + 1;
    }
  }

  count(share: Share, one: Counting): void {
    const total = had(this.#shares, share, nothing);
    if ('excluded' in one) total.excluded[one.excluded] = (total.excluded[one.excluded] ?? 0) + 1;
    else {
      total.denominator += 1;
      if (one.done) total.numerator += 1;
      if (one.missing) total.missing += 1;
    }
  }

  share(name: Share): Figure {
    return this.#shares.get(name) ?? nothing();
  }

  timing(name: Timing): Median {
    return (this.#timings.get(name) ?? new Tenths()).median();
  }

  reasons(status: Reasoned): Reasons {
    return this.#reasons.get(status) ?? noReasons();
  }
}

const nothing = (): Figure => ({ numerator: 0, denominator: 0, excluded: {}, missing: 0 });
const noReasons = (): Reasons => ({ denominator: 0, counts: {} });

const had = <Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value => {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
};

/** How often each length of time was taken, in whole tenths of a second, of which the middle is exact. */
class Tenths {
  readonly #counts = new Map<number, number>();
  #known = 0;
  #missing = 0;

  add(seconds: number | null): void {
    if (seconds === null) {
      this.#missing += 1;
      return;
    }
    const tenths = Math.round(seconds * 10);
    this.#counts.set(tenths, (this.#counts.get(tenths) ?? 0) + 1);
    this.#known += 1;
  }

  median(): Median {
    return medianOf(this.#known, this.#missing, (place) => this.#at(place));
  }

  /** The value at this place, from 0, among all in order. */
  #at(place: number): number {
    let below = 0;
    for (const [tenths, count] of [...this.#counts].sort(([one], [other]) => one - other)) {
      below += count;
      if (below > place) return tenths;
    }
    throw new RangeError(`There is no value at ${place}`);
  }
}
