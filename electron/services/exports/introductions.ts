import { type IntroductionRow, introductionsBetween } from '../../store/exports.ts';
import type { Reader } from '../../store/open.ts';
import { byteOrderMark, csvLine } from './csv.ts';

/** Days of the wall clock, YYYY-MM-DD, both included. */
export interface Days {
  from: string;
  to: string;
}

export const yesOrNo = (value: number | null): string | null =>
  value === null ? null : value === 1 ? 'yes' : 'no';

/** The columns in their order: no names of people, only ids that mean nothing elsewhere. */
const columns: { [Column in keyof IntroductionRow]: (row: IntroductionRow) => string | number | null } = {
  session: (row) => row.session,
  opened: (row) => row.opened,
  place: (row) => row.place,
  unit: (row) => row.unit,
  kind: (row) => row.kind,
  round: (row) => row.round,
  round_kind: (row) => row.round_kind,
  urgency: (row) => row.urgency,
  interpreter: (row) => row.interpreter,
  language: (row) => row.language,
  participant: (row) => row.participant,
  role: (row) => row.role,
  learner: (row) => yesOrNo(row.learner),
  required: (row) => yesOrNo(row.required),
  status: (row) => row.status,
  method: (row) => row.method,
  reason: (row) => row.reason,
  before_sedation: (row) => yesOrNo(row.before_sedation),
  round_outcome: (row) => row.round_outcome,
  started: (row) => row.started,
  recorded: (row) => row.recorded,
  seconds: (row) => row.seconds,
  log_seq: (row) => row.log_seq,
  simulated: (row) => yesOrNo(row.simulated),
  part: (row) => row.part,
  met_before: (row) => yesOrNo(row.met_before),
  left_out: (row) => yesOrNo(row.left_out),
  recall: (row) => yesOrNo(row.recall),
  round_seconds: (row) => row.round_seconds,
};

/** The introductions of these days as CSV: first the names of the columns, then one line for each, one by one. */
export function* introductionLines(db: Reader, days: Days): Generator<string> {
  yield byteOrderMark + csvLine(Object.keys(columns));
  const values = Object.values(columns);
  for (const row of introductionsBetween.iterate(db, days)) yield csvLine(values.map((value) => value(row)));
}
