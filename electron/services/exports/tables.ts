import type { csvTables } from '../../../core/log/device-events.ts';
import {
  type ParticipantRow,
  participantsBetween,
  type ScheduleRow,
  type SessionRow,
  scheduledBetween,
  sessionsBetween,
} from '../../store/exports.ts';
import type { Reader } from '../../store/open.ts';
import { byteOrderMark, csvLine } from './csv.ts';
import { type Days, introductionLines, yesOrNo } from './introductions.ts';

export type CsvTable = (typeof csvTables)[number];

type Columns<Row> = { [Column in keyof Row]: (row: Row) => string | number | null };

const ofParticipants: Columns<ParticipantRow> = {
  session: (row) => row.session,
  participant: (row) => row.participant,
  role: (row) => row.role,
  learner: (row) => yesOrNo(row.learner),
  required: (row) => yesOrNo(row.required),
  part: (row) => row.part,
  met_before: (row) => yesOrNo(row.met_before),
  left: (row) => row.left,
  by_mistake: (row) => yesOrNo(row.by_mistake),
};

const ofSessions: Columns<SessionRow> = {
  session: (row) => row.session,
  opened: (row) => row.opened,
  closed: (row) => row.closed,
  scheduled: (row) => row.scheduled,
  scheduled_for: (row) => row.scheduled_for,
  place: (row) => row.place,
  unit: (row) => row.unit,
  kind: (row) => row.kind,
  urgency: (row) => row.urgency,
  interpreter: (row) => row.interpreter,
  rounds_ended: (row) => row.rounds_ended,
  simulated: (row) => yesOrNo(row.simulated),
  invented: (row) => yesOrNo(row.invented),
};

const ofSchedule: Columns<ScheduleRow> = {
  scheduled: (row) => row.scheduled,
  date: (row) => row.date,
  time: (row) => row.time,
  place: (row) => row.place,
  unit: (row) => row.unit,
  kind: (row) => row.kind,
  urgency: (row) => row.urgency,
  invented: (row) => yesOrNo(row.invented),
};

function* lines<Row>(columns: Columns<Row>, rows: Iterable<Row>): Generator<string> {
  yield byteOrderMark + csvLine(Object.keys(columns));
  const values: ((row: Row) => string | number | null)[] = Object.values(columns);
  for (const row of rows) yield csvLine(values.map((value) => value(row)));
}

/** A table of these days as CSV: first the names of the columns, then one line for each row, one by one. */
export const tableLines = (db: Reader, table: CsvTable, { from, to }: Days): Iterable<string> => {
  switch (table) {
    case 'introductions':
      return introductionLines(db, { from, to });
    case 'participants':
      return lines(ofParticipants, participantsBetween.iterate(db, { from, to }));
    case 'sessions':
      return lines(ofSessions, sessionsBetween.iterate(db, { from, to }));
    case 'schedule':
      return lines(ofSchedule, scheduledBetween.iterate(db, { from, to }));
  }
};
