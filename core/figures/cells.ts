import type { Reasoned, Share, Timing } from '../rates/case.ts';
import { type Median, medianOf } from '../rates/median.ts';
import type { Counted, Figure, Reasons } from '../rates/total.ts';
import {
  codeCount,
  codesOfReasons,
  codesOfShare,
  codesOfTiming,
  exclusionCodes,
  firstTime,
} from './codes.ts';

/** What was counted, by the numbers under which it is stored. */
export class Cells implements Counted {
  readonly counts = new Float64Array(codeCount);
  /** By the number of the timing, less `firstTime`. */
  readonly times = Array.from({ length: codeCount - firstTime }, () => new Times());

  /** Adds all that another has. */
  addAll(other: Cells): void {
    for (let code = 0; code < codeCount; code += 1) this.counts[code] = this.#of(code) + other.#of(code);
    for (const [index, times] of this.times.entries()) {
      const more = other.times[index];
      if (more !== undefined) times.addAll(more);
    }
  }

  share(name: Share): Figure {
    const { done, notDone, missing, first } = codesOfShare(name);
    const excluded: Figure['excluded'] = {};
    for (const [why, number] of exclusionCodes) {
      const count = this.#of(first + number);
      if (count > 0) excluded[why] = count;
    }
    const [numerator, without] = [this.#of(done), this.#of(missing)];
    return { numerator, denominator: numerator + this.#of(notDone) + without, excluded, missing: without };
  }

  timing(name: Timing): Median {
    const { known, unknown } = codesOfTiming(name);
    const times = this.times[known - firstTime] ?? new Times();
    return medianOf(times.count, this.#of(unknown), (place) => times.at(place));
  }

  reasons(status: Reasoned): Reasons {
    const counts: Reasons['counts'] = {};
    let denominator = 0;
    for (const [reason, code] of codesOfReasons(status)) {
      const count = this.#of(code);
      denominator += count;
      if (count > 0) counts[reason] = count;
    }
    return { denominator, counts };
  }

  #of(code: number): number {
    return this.counts[code] ?? 0;
  }
}

/** Up to here, in tenths of a second, how often each was taken stands in a row: nearly all times are shorter. */
const row = 6000;

/** How often each length of time was taken, in whole tenths of a second. */
class Times {
  count = 0;
  /** Made when there is one: most have none. */
  #short: Uint32Array | null = null;
  readonly #long = new Map<number, number>();

  add(tenths: number): void {
    this.#addMany(tenths, 1);
  }

  #addMany(tenths: number, times: number): void {
    this.count += times;
    if (tenths < row) {
      this.#short ??= new Uint32Array(row);
      this.#short[tenths] = (this.#short[tenths] ?? 0) + times;
    } else this.#long.set(tenths, (this.#long.get(tenths) ?? 0) + times);
  }

  addAll(other: Times): void {
    const short = other.#short;
    for (let tenths = 0; short !== null && tenths < row; tenths += 1) {
      const times = short[tenths] ?? 0;
      if (times > 0) this.#addMany(tenths, times);
    }
    for (const [tenths, times] of other.#long) this.#addMany(tenths, times);
  }

  /** The one at this place, from 0, among all in order. */
  at(place: number): number {
    let below = 0;
    for (const [tenths, times] of this.#short?.entries() ?? []) {
      below += times;
      if (below > place) return tenths;
    }
    for (const [tenths, times] of [...this.#long].sort(([one], [other]) => one - other)) {
      below += times;
      if (below > place) return tenths;
    }
    throw new RangeError(`There is no time at ${place}`);
  }
}
