import { dayAfter, startOf } from '../../../../core/figures/days.ts';
import type { Days, Step } from '../../../../core/figures/view.ts';
import { daysOf } from '../parts/periods.ts';

/**
 * The days of a chart that ends with these: the thirteen months or the twenty-six weeks through the one of their last day,
 * or all of theirs where they are more. A chart of one point says nothing.
 */
export const chartDays = (days: Days, step: Step): Days => {
  const begin = step === 'month' ? daysOf('year', days.to).from : dayAfter(startOf(days.to, 'week'), -25 * 7);
  return { from: begin < days.from ? begin : startOf(days.from, step), to: days.to };
};
