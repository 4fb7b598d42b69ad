import type { TableName } from '../../../core/exports/words.ts';
import { countColumns } from '../../store/exports-summary.ts';

/** What the columns of the tables hold, by their names; one that is in several means the same in each. */
const common: Readonly<Record<string, string>> = {
  session: 'the id of the session',
  opened: 'when it opened, by the clock on the wall',
  place: 'the name of the place, as it is now',
  unit: 'the name of the unit, as it is now',
  kind: 'surgery or shift-change',
  urgency: 'elective, urgent or emergency, as it last was',
  interpreter: 'none, in-person, remote or waiting, as it last was',
  participant: 'the id of the person in this session, and only in this one',
  role: 'the role they had in it',
  learner: 'whether they are a student',
  required: 'whether they count in team completeness',
  part: 'in a shift change, arriving or leaving',
  met_before: 'whether the patient had met this person earlier in the same stay',
  simulated: 'yes if it is invented (kiosk simulate)',
  invented: 'yes if it is simulated, or people of the demo team were in it',
  scheduled: 'its id on the schedule',
};

const introductions: Readonly<Record<string, string>> = {
  round: 'the id of the round',
  round_kind: 'patient, team, or join for somebody who arrived later',
  language: 'of the screen in that round; empty if it never started',
  status:
    'introduced, already-known, absent, skipped, declined, unable, or empty if nobody recorded anything',
  method: 'self, badge or attested; only where somebody was introduced or known',
  reason: 'why somebody was absent, skipped or unable',
  before_sedation: 'of a patient round, whether it was over before sedation, where that is known',
  round_outcome: 'completed, stopped, postponed, shown, declined, unable; empty while it runs',
  started: 'when it was this person’s turn',
  recorded: 'when they first got a status',
  seconds: 'from one to the other',
  log_seq: 'the number of the log entry that gave the status that counts now',
  left_out: 'yes if they were here when the round ended and had no status; empty while it runs',
  recall:
    'of the round, whether the patient, asked who does what, touched the right face; empty if nobody asked',
  round_seconds: 'of the round, from its start to its end',
};

const participants: Readonly<Record<string, string>> = {
  left: 'when they left; empty if they were here to the end',
  by_mistake: 'yes if they only came in by mistake, which was taken back',
};

const sessions: Readonly<Record<string, string>> = {
  closed: 'when it was closed; empty while it is open',
  scheduled_for: 'the day and time on the schedule; empty if it is not on it',
  rounds_ended: 'how many rounds were ended in it; with one it counts as held',
};

const schedule: Readonly<Record<string, string>> = {
  date: 'the day it is scheduled for',
  time: 'the time it is scheduled for, by the clock on the wall',
};

const counted = (column: string): string => {
  const [kind = '', ...status] = column.split('_');
  const round = { patient: 'patient rounds', team: 'team rounds', join: 'rounds of those who arrived later' }[
    kind
  ];
  return `introductions in ${round} with ${
    column.endsWith('_no_status') ? 'no status' : `the status ${status.join('-')}`
  }`;
};

const summary: Readonly<Record<string, string>> = {
  day: 'the day it opened, or for which it is scheduled if nobody opened it',
  time: 'the time of that, by the clock on the wall',
  session: 'the id of the session; empty if nobody opened it',
  held: 'whether a round was ended in it, however',
  people: 'how many people were in it, without those who came in by mistake',
  ...Object.fromEntries(countColumns.map((column) => [column, counted(column)])),
  patient_seconds: 'of all its patient rounds together',
  team_seconds: 'of all its team rounds together',
};

const own: Record<TableName, Readonly<Record<string, string>>> = {
  introductions,
  participants,
  sessions,
  schedule,
  summary,
};

/** What a column of a table holds, in words. Throws for one that nobody gave words to. */
export const meaningOf = (table: TableName, column: string): string => {
  const meaning = own[table][column] ?? common[column];
  if (meaning === undefined) throw new Error(`No words for the column ${column} of ${table}`);
  return meaning;
};

/** What one row of each table is. */
export const rowOf: Record<TableName, string> = {
  summary: 'one session, held or not, with how many introductions have which status',
  introductions: 'one person in one round, also where nobody recorded anything',
  participants: 'one person in one session, whether a round had them or not',
  sessions: 'one session, also without a round',
  schedule: 'one session as it was scheduled, whether it happened or not',
};
