import { createContext, use } from 'react';
import type { Days, Filters } from '../../../../core/figures/view.ts';
import type { Dimension } from '../../../../core/rates/breakdown.ts';
import type { Share } from '../../../../core/rates/case.ts';
import type { Reason } from '../../../../core/session/words.ts';
import type { Mark } from '../../../../core/timeline/marks.ts';

/** What the figures on the screen are of. */
export interface Told {
  days: Days;
  filters: Filters;
}

/** What of it is looked at more closely; what is left out is as in the figures. */
interface Closer {
  days?: Days;
  filters?: Partial<Filters>;
  mark?: Mark | null;
  reason?: Reason;
  list?: 'held' | 'not-held';
}

/** The sessions in which to look for what a figure lacks: they are marked, or all of these days. */
export const closerIn: Partial<Record<Share, Pick<Closer, 'mark' | 'list'>>> = {
  coverage: { list: 'not-held' },
  beforeSedation: { mark: 'after-sedation' },
  recall: { mark: 'recall-wrong' },
  attestedOnly: { mark: 'attested-only' },
};

/**
 * What the sessions are asked for that are behind figures: the same days, unit, place, kind and urgency. Sessions are of no
 * one shift or role, which `except` says.
 */
export const presetOf = (told: Told, closer: Closer = {}): Record<string, string> => {
  const { from, to } = closer.days ?? told.days;
  const { shift, role, ...filters } = { ...told.filters, ...closer.filters };
  const asked = { ...filters, mark: closer.mark, reason: closer.reason, list: closer.list };
  const except = [shift === null ? [] : ['shift'], role === null ? [] : ['role']].flat().join(' ');
  return {
    ...{ from, to, back: 'figures', ...(except === '' ? {} : { except }) },
    ...Object.fromEntries(
      Object.entries(asked).filter((one): one is [string, string] => typeof one[1] === 'string'),
    ),
  };
};

/** What one group of a breakdown narrows figures to; null for what sessions cannot be looked for by. */
export const closerTo = (by: Dimension, key: string, { days }: Told): Closer | null => {
  if (by === 'unit' || by === 'place' || by === 'urgency')
    return { filters: { [by]: key } as Partial<Filters> };
  if (by !== 'month') return null;
  const [first, last] = [`${key}-01`, `${key}-31`];
  return { days: { from: first > days.from ? first : days.from, to: lastOf(last, days.to) } };
};

/** The earlier of both; a month’s last day is one that there is. */
const lastOf = (thirtyFirst: string, to: string): string => {
  if (to <= thirtyFirst) return to;
  const [year = 0, month = 1] = thirtyFirst.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};

/** Leads to the sessions behind what is on the screen; null for whoever may not see them. */
export const BehindContext = createContext<((closer?: Closer | null) => void) | null>(null);

export const useBehind = () => use(BehindContext);
