import type { AskedExport, Days } from '../../../../core/exports/view.ts';
import type { FhirForm, TableFormat, TableName } from '../../../../core/exports/words.ts';
import type { SessionKind } from '../../../../core/session/words.ts';
import { daysOf, type Period } from '../parts/periods.ts';

/** What a file is for, in the order in which it is offered. */
export const purposes = ['spreadsheet', 'quality', 'auditor', 'system'] as const;
export type Purpose = (typeof purposes)[number];

/** What is chosen on the screen; what does not belong to the purpose stays as it was. */
export interface WantedExport {
  purpose: Purpose;
  table: TableName;
  format: TableFormat;
  form: FhirForm;
  /** `everything` and `session` are only for an auditor. */
  period: Period | 'everything' | 'session';
  own: Days;
  unit: string | null;
  place: string | null;
  kind: SessionKind | null;
}

/** What is chosen before anybody chose: last month, all of it; or the session that somebody came from. */
export const atFirst = (
  today: string,
  { purpose, session }: { purpose: Purpose; session: string | undefined },
): WantedExport => ({
  purpose,
  ...{ table: 'summary', format: 'csv', form: 'ndjson' },
  ...{ period: session === undefined ? 'last-month' : 'session', own: daysOf('last-month', today) },
  ...{ unit: null, place: null, kind: null },
});

/** The days that are wanted; null where they are not days, or the first comes after the last. */
export const wantedDays = ({ period, own }: WantedExport, today: string): Days | null => {
  const days =
    period === 'own'
      ? own
      : daysOf(period === 'everything' || period === 'session' ? 'last-month' : period, today);
  const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/u.test(text);
  return isDay(days.from) && isDay(days.to) && days.from <= days.to ? days : null;
};

/** What the device is asked for; null where the days are wrong. */
export const askedOf = (
  wanted: WantedExport,
  { today, session }: { today: string; session: string | undefined },
): AskedExport | null => {
  const { purpose, period, table, format, form, unit, place, kind } = wanted;
  if (purpose === 'auditor' && period === 'everything') return { format: 'bundle', of: { kind: 'all' } };
  if (purpose === 'auditor' && period === 'session' && session !== undefined)
    return { format: 'bundle', of: { kind: 'session', id: session } };
  const days = wantedDays(wanted, today);
  if (days === null) return null;
  const rows = { ...days, unit, place, kind };
  switch (purpose) {
    case 'auditor':
      return { format: 'bundle', of: { kind: 'days', ...days } };
    case 'spreadsheet':
      return { format: 'xlsx', ...rows };
    case 'quality':
      return { format, table, ...rows };
    case 'system':
      return { format: 'fhir', form, ...rows };
  }
};

/** What a file is for that was asked for. */
export const purposeOf = ({ format }: AskedExport): Purpose => {
  if (format === 'bundle') return 'auditor';
  if (format === 'xlsx') return 'spreadsheet';
  return format === 'fhir' ? 'system' : 'quality';
};
