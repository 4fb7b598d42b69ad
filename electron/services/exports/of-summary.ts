import type { ScheduleRow, Wanted } from '../../store/exports.ts';
import {
  countColumns,
  type SummaryRow,
  summaryBetween,
  unopenedBetween,
} from '../../store/exports-summary.ts';
import type { Reader } from '../../store/open.ts';
import type { Value } from './columns.ts';

/** The columns of the summary, in order. */
export const summaryColumns: readonly string[] = [
  ...['day', 'time', 'session', 'scheduled', 'place', 'unit', 'kind', 'urgency', 'held', 'people'],
  ...[...countColumns, 'patient_seconds', 'team_seconds', 'invented'],
];

const ofSession = (row: SummaryRow): Value[] => [
  ...[row.opened.slice(0, 10), row.opened.slice(11, 16), row.session, row.scheduled, row.place, row.unit],
  ...[row.kind, row.urgency, row.rounds_ended > 0, row.people],
  ...countColumns.map((column) => row[column] ?? 0),
  ...[row.patient_seconds, row.team_seconds, row.invented === 1],
];

const ofUnopened = (row: ScheduleRow): Value[] => [
  ...[row.date, row.time, null, row.scheduled, row.place, row.unit, row.kind, row.urgency, false, 0],
  ...countColumns.map(() => 0),
  ...[null, null, row.invented === 1],
];

/** A row for each session, and for each that was scheduled and that nobody opened, by the clock on the wall. */
export function* summaryRows(db: Reader, wanted: Wanted): Generator<Value[]> {
  const unopened = unopenedBetween.iterate(db, wanted);
  try {
    let next = unopened.next();
    for (const session of summaryBetween.iterate(db, wanted)) {
      const at = session.opened.slice(0, 16).replace('T', ' ');
      for (; next.done !== true && `${next.value.date} ${next.value.time}` <= at; next = unopened.next())
        yield ofUnopened(next.value);
      yield ofSession(session);
    }
    for (; next.done !== true; next = unopened.next()) yield ofUnopened(next.value);
  } finally {
    unopened.return?.();
  }
}
