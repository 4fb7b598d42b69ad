import { useTranslation } from 'react-i18next';
import { wholeMonths } from '../../../../core/figures/days.ts';
import type { Days, FiguresGroup, Filters } from '../../../../core/figures/view.ts';
import type { Dimension } from '../../../../core/rates/breakdown.ts';
import { isRoleId } from '../../../../core/roles.ts';
import { urgencies } from '../../../../core/session/words.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useRoleName } from '../../../i18n/role-name.ts';
import { type Ratio, tenthsOf } from './percent.ts';

/** A day of the wall clock as a moment that Intl can write: noon, so that no time zone makes it another day. */
const dateOf = (day: string): Date => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
};

const monthAndYear = { month: 'long', year: 'numeric' } as const;
const dayMonthYear = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const dayAndMonth = { day: 'numeric', month: 'short' } as const;

/** Figures, days and groups as they are written in the language around. */
export const useWords = () => {
  const { conventions, date, time } = useLanguage();
  const { t } = useTranslation('figures');
  const roleName = useRoleName();
  const tenths = new Intl.NumberFormat(conventions, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const whole = new Intl.NumberFormat(conventions);
  const percents = new Intl.NumberFormat(conventions, {
    ...{ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 },
  });
  const fine = new Intl.NumberFormat(conventions, {
    ...{ style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 },
  });
  const round = new Intl.NumberFormat(conventions, { style: 'percent', maximumFractionDigits: 0 });
  /** The device gives a name for what has one. */
  const nameOf = (by: Dimension, { key, name }: FiguresGroup): string => {
    if (by === 'role') return isRoleId(key) ? roleName(key) : name;
    if (by === 'urgency') {
      const urgency = urgencies.find((one) => one === key);
      return urgency === undefined ? name : t(`urgency.${urgency}`);
    }
    return by === 'month' ? date(dateOf(`${key}-01`), monthAndYear) : name;
  };
  const between = (first: string, last: string) => (first === last ? first : `${first} – ${last}`);
  return {
    number: (value: number) => whole.format(value),
    /** A share of so many of so many, to a tenth of a percent; of nothing none. */
    percent: (ratio: Ratio): string => {
      const share = tenthsOf(ratio);
      return share === null ? '–' : percents.format(share / 1000);
    },
    /** A share between 0 and 1. */
    percentAt: (share: number): string => percents.format(share),
    /** The same to a hundredth, for a limit that a point may lie just outside of. */
    percentFine: (share: number): string => fine.format(share),
    /** The same without a fraction, for an axis. */
    percentRound: (share: number): string => round.format(share),
    nOfN: ({ numerator, denominator }: Ratio): string =>
      t('of', { n: whole.format(numerator), N: whole.format(denominator) }),
    seconds: (value: number): string => tenths.format(value),
    /** A time of day, HH:MM. */
    time: (clock: string): string => time(new Date(`2000-01-01T${clock}:00`)),
    day: (day: string): string => date(dateOf(day), dayMonthYear),
    /** A month, a few months, or days from the first to the last. */
    days: (days: Days): string => {
      const months = wholeMonths(days);
      const options = months === null ? dayMonthYear : monthAndYear;
      return between(date(dateOf(days.from), options), date(dateOf(days.to), options));
    },
    /** A month or a week of a chart, whether or not all of it is among its days. */
    point: (days: Days, step: 'week' | 'month'): string =>
      step === 'month' ? date(dateOf(days.from), monthAndYear) : date(dateOf(days.from), dayMonthYear),
    /** The same as short as an axis needs it; `year` where it is new or first. */
    tick: (days: Days, step: 'week' | 'month'): string =>
      step === 'month' ? date(dateOf(days.from), { month: 'short' }) : date(dateOf(days.from), dayAndMonth),
    year: (days: Days): string => date(dateOf(days.from), { year: 'numeric' }),
    /** Groups of a breakdown with what they are called; roles in the order of their names, the rest as the device has them. */
    groups: (by: Dimension, groups: readonly FiguresGroup[]): { group: FiguresGroup; name: string }[] => {
      const named = groups.map((group) => ({ group, name: nameOf(by, group) }));
      const order = new Intl.Collator(conventions);
      return by === 'role' ? named.sort((one, other) => order.compare(one.name, other.name)) : named;
    },
    /** What figures are narrowed to, as one word each. */
    narrowed: (filters: Filters, names: { unit: string | null; place: string | null }): string[] => [
      ...(names.unit === null ? [] : [names.unit]),
      ...(names.place === null ? [] : [names.place]),
      ...(filters.kind === null ? [] : [t(`kind.${filters.kind}`)]),
      ...(filters.urgency === null ? [] : [t(`urgency.${filters.urgency}`)]),
      ...(filters.shift === null ? [] : [filters.shift]),
      ...(filters.role === null ? [] : [roleName(filters.role)]),
    ],
  };
};

export type Words = ReturnType<typeof useWords>;
