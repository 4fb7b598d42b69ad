import type { Case } from './case.ts';
import { Total } from './total.ts';

/** What rates are broken down by. */
export const dimensions = ['unit', 'place', 'role', 'shift', 'urgency', 'month'] as const;
export type Dimension = (typeof dimensions)[number];

const keyOf: Record<Dimension, (one: Case) => string | null> = {
  unit: ({ where }) => where.unit,
  place: ({ where }) => where.place,
  // A round or a session has no role: what is about it is only in the total.
  role: ({ role }) => role,
  shift: ({ where }) => where.shift,
  urgency: ({ where }) => where.urgency,
  month: ({ where }) => where.day.slice(0, 7),
};

/** Cases, counted in all and by one dimension; null for in all only. */
export class Breakdown {
  readonly by: Dimension | null;
  readonly total = new Total();
  readonly #groups = new Map<string, Total>();

  constructor(by: Dimension | null) {
    this.by = by;
  }

  add(one: Case): void {
    this.total.add(one);
    const key = this.by === null ? null : keyOf[this.by](one);
    if (key === null) return;
    const group = this.#groups.get(key) ?? new Total();
    this.#groups.set(key, group);
    group.add(one);
  }

  /** The groups by their keys in order; between the first month and the last also those in which nothing was. */
  groups(): { key: string; total: Total }[] {
    const found = [...this.#groups.keys()].sort();
    const keys = this.by === 'month' ? monthsThrough(found) : found;
    return keys.map((key) => ({ key, total: this.#groups.get(key) ?? new Total() }));
  }
}

/** Every month (YYYY-MM) from the first of these, in order, through the last. */
export const monthsThrough = (found: readonly string[]): string[] => {
  const [first, last] = [found.at(0), found.at(-1)];
  const months: string[] = [];
  for (let month = first; month !== undefined && last !== undefined && month <= last; month = after(month))
    months.push(month);
  return months;
};

const after = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const [next, of] = number === 12 ? [1, year + 1] : [number + 1, year];
  return `${String(of).padStart(4, '0')}-${String(next).padStart(2, '0')}`;
};
