/** As much of a figure as a percentage needs. */
export interface Ratio {
  numerator: number;
  denominator: number;
}

/**
 * A share in tenths of a percent, rounded; null of nothing. 1,000 only where it is all of them and 0 only where it is
 * none: 1,999 of 2,000 are not “100 %” for somebody who counts on it.
 */
export const tenthsOf = ({ numerator, denominator }: Ratio): number | null => {
  if (denominator === 0) return null;
  const tenths = Math.round((1000 * numerator) / denominator);
  if (numerator === 0 || numerator === denominator) return tenths;
  return Math.min(999, Math.max(1, tenths));
};

export type Change = { is: 'more' | 'less'; points: number } | { is: 'same' };

/**
 * How far a share is from what it was, in percentage points as they are shown, to a tenth: what stands beside two
 * percentages has to agree with them. Null where one of them is of nothing.
 */
export const changeOf = (now: Ratio, before: Ratio): Change | null => {
  const [one, other] = [tenthsOf(now), tenthsOf(before)];
  if (one === null || other === null) return null;
  if (one === other) return { is: 'same' };
  return { is: one > other ? 'more' : 'less', points: Math.abs(one - other) / 10 };
};
