import { type Days, type Filters, filterNames, type Step } from '../../../../core/figures/view.ts';
import type { Dimension } from '../../../../core/rates/breakdown.ts';
import type { Share } from '../../../../core/rates/case.ts';
import { daysOf, type Period } from '../parts/periods.ts';

/** What somebody asked the figures for, as they left it. */
export interface Wanted {
  period: Period;
  /** What was typed as own days; used while the period is `own`. */
  own: Days;
  filters: Filters;
  by: Dimension;
  /** The figure that groups are compared in. */
  figure: Share;
  step: Step;
}

const nowhere: Filters = {
  ...{ unit: null, place: null, kind: null, urgency: null, shift: null, role: null },
};

export const wantedAtFirst = (today: string): Wanted => ({
  ...{ period: 'last-month', own: daysOf('last-month', today), filters: nowhere },
  ...{ by: 'unit', figure: 'patientIntroduction', step: 'month' },
});

/** Ten years: more than any record holds, and nothing that takes long to draw. */
const mostDays = 3660;

export type DaysProblem = 'wrong' | 'tooLong';

/** The days that are asked for, or why they cannot be. */
export const daysWanted = ({ period, own }: Wanted, today: string): Days | DaysProblem => {
  if (period !== 'own') return daysOf(period, today);
  if (own.from === '' || own.to === '' || own.from > own.to) return 'wrong';
  const days = (Date.parse(own.to) - Date.parse(own.from)) / 86_400_000 + 1;
  return days > mostDays ? 'tooLong' : own;
};

export const isNarrowed = (filters: Filters): boolean => filterNames.some((name) => filters[name] !== null);

export const everything = (wanted: Wanted): Wanted => ({ ...wanted, filters: nowhere });

/** Narrowed to something else; a place that is not in the unit is let go. */
export const narrowedTo = (
  wanted: Wanted,
  change: Partial<Filters>,
  unitOf: (place: string) => string | null,
): Wanted => {
  const filters = { ...wanted.filters, ...change };
  const { unit, place } = filters;
  const stays = unit === null || place === null || unitOf(place) === unit;
  return { ...wanted, filters: stays ? filters : { ...filters, place: null } };
};

/** As whoever is signed in left it, for as long as they are: by the object that stands for their sign-in. */
const kept = new WeakMap<object, Wanted>();
export const keep = (whose: object, wanted: Wanted): void => void kept.set(whose, wanted);
export const keptOf = (whose: object): Wanted | undefined => kept.get(whose);
