import type { TableName } from '../../../core/exports/words.ts';
import {
  countIntroductions,
  countParticipants,
  countScheduled,
  countSessions,
  introductionsBetween,
  type ParticipantRow,
  participantsBetween,
  type ScheduleRow,
  type SessionRow,
  scheduledBetween,
  sessionsBetween,
  type Wanted,
} from '../../store/exports.ts';
import { countSummary } from '../../store/exports-summary.ts';
import type { Reader } from '../../store/open.ts';
import { type Columns, truth, type Value } from './columns.ts';
import { ofIntroductions } from './of-introductions.ts';
import { summaryColumns, summaryRows } from './of-summary.ts';

const ofParticipants: Columns<ParticipantRow> = {
  session: (row) => row.session,
  participant: (row) => row.participant,
  role: (row) => row.role,
  learner: (row) => truth(row.learner),
  required: (row) => truth(row.required),
  part: (row) => row.part,
  met_before: (row) => truth(row.met_before),
  left: (row) => row.left,
  by_mistake: (row) => truth(row.by_mistake),
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
  simulated: (row) => truth(row.simulated),
  invented: (row) => truth(row.invented),
};

const ofSchedule: Columns<ScheduleRow> = {
  scheduled: (row) => row.scheduled,
  date: (row) => row.date,
  time: (row) => row.time,
  place: (row) => row.place,
  unit: (row) => row.unit,
  kind: (row) => row.kind,
  urgency: (row) => row.urgency,
  invented: (row) => truth(row.invented),
};

/** A table: its columns in order, its rows one by one, and how many they are. */
export interface Table {
  columns: readonly string[];
  rows: (db: Reader, wanted: Wanted) => Iterable<Value[]>;
  count: (db: Reader, wanted: Wanted) => number;
}

interface Question<Row> {
  iterate: (db: Reader, wanted: Wanted) => Iterable<Row>;
}

interface CountQuestion {
  get: (db: Reader, wanted: Wanted) => { count: number } | undefined;
}

const table = <Row>(columns: Columns<Row>, question: Question<Row>, counted: CountQuestion): Table => {
  const values: ((row: Row) => Value)[] = Object.values(columns);
  return {
    columns: Object.keys(columns),
    *rows(db, wanted) {
      for (const row of question.iterate(db, wanted)) yield values.map((value) => value(row));
    },
    count: (db, wanted) => counted.get(db, wanted)?.count ?? 0,
  };
};

export const tables: Record<TableName, Table> = {
  introductions: table(ofIntroductions, introductionsBetween, countIntroductions),
  participants: table(ofParticipants, participantsBetween, countParticipants),
  sessions: table(ofSessions, sessionsBetween, countSessions),
  schedule: table(ofSchedule, scheduledBetween, countScheduled),
  summary: {
    columns: summaryColumns,
    rows: summaryRows,
    count: (db, wanted) => countSummary.get(db, wanted)?.count ?? 0,
  },
};
