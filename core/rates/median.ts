/**
 * The median of as many values, in seconds to a tenth, a half of one up; null of none. `missing` have no value. A quarter
 * took `lower` or less, three quarters `upper` or less: values that were measured, by the nearest rank.
 */
export interface Median {
  median: number | null;
  lower: number | null;
  upper: number | null;
  denominator: number;
  missing: number;
}

/** Of so many values, `at` giving the one at a place, from 0, among all in order, in whole tenths of a second. */
export const medianOf = (denominator: number, missing: number, at: (place: number) => number): Median => {
  if (denominator === 0) return { median: null, lower: null, upper: null, denominator, missing };
  const sum = at(Math.floor((denominator - 1) / 2)) + at(Math.floor(denominator / 2));
  const quartile = (number: number): number => at(Math.ceil((number * denominator) / 4) - 1) / 10;
  return {
    ...{ median: Math.round(sum / 2) / 10, lower: quartile(1), upper: quartile(3) },
    ...{ denominator, missing },
  };
};
