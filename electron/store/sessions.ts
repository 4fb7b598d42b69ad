import { secondsBetween } from '../../core/session/evolve.ts';
import type { Introduction, Participant, Round, Session } from '../../core/session/state.ts';
import { bitOf, marksOf } from '../../core/timeline/marks.ts';
import type { Reader, Writer } from './open.ts';
import { change, query } from './sql.ts';

const putSession = change<{
  id: string;
  kind: string;
  place: string;
  unit: string;
  scheduled: string | null;
  urgency: string;
  interpreter: string;
  opened: string;
  closed: string | null;
  simulated: number;
  marks: number;
}>(
  `insert into session
     (id, kind, place_id, unit_id, scheduled_id, urgency, interpreter, opened_at, closed_at, simulated, marks)
   values (:id, :kind, :place, :unit, :scheduled, :urgency, :interpreter, :opened, :closed, :simulated, :marks)
   on conflict (id) do update set
     urgency = excluded.urgency, interpreter = excluded.interpreter, closed_at = excluded.closed_at,
     marks = excluded.marks | (marks & ${bitOf('corrected')})`,
);

const putParticipant = change<{
  id: string;
  session: string;
  place: number;
  person: string;
  role: string;
  learner: number;
  required: number;
  part: string | null;
  met_before: number;
  mistake: number;
  here: number;
  at: string;
}>(
  `insert into participant
     (id, session_id, place, person_id, role, learner, required, part, met_before, mistake, left_at)
   values
     (:id, :session, :place, :person, :role, :learner, :required, :part, :met_before, :mistake,
      iif(:here, null, :at))
   on conflict (id) do update set
     left_at = excluded.left_at, met_before = excluded.met_before, mistake = excluded.mistake`,
);

const putRound = change<{
  id: string;
  session: string;
  kind: string;
  language: string | null;
  opened: string;
  started: string | null;
  ended: string | null;
  outcome: string | null;
  before_sedation: number | null;
  recall: number | null;
  seconds: number | null;
  left_out: string | null;
}>(
  `insert into round
     (id, session_id, kind, language, opened_at, started_at, ended_at, outcome, before_sedation, recall, seconds,
      left_out)
   values
     (:id, :session, :kind, :language, :opened, :started, :ended, :outcome, :before_sedation, :recall, :seconds,
      :left_out)
   on conflict (id) do update set
     language = excluded.language, started_at = excluded.started_at, ended_at = excluded.ended_at,
     outcome = excluded.outcome, before_sedation = excluded.before_sedation,
     recall = excluded.recall, seconds = excluded.seconds, left_out = excluded.left_out`,
);

const putIntroduction = change<{
  round: string;
  participant: string;
  place: number;
  status: string | null;
  method: string | null;
  reason: string | null;
  started: string | null;
  recorded: string | null;
  seconds: number | null;
  seq: number | null;
}>(
  `insert into introduction
     (round_id, participant_id, place, status, method, reason, started_at, recorded_at, seconds, seq)
   values
     (:round, :participant, :place, :status, :method, :reason, :started, :recorded, :seconds, :seq)
   on conflict (round_id, participant_id) do update set
     status = excluded.status, method = excluded.method, reason = excluded.reason,
     started_at = excluded.started_at, recorded_at = excluded.recorded_at,
     seconds = excluded.seconds, seq = excluded.seq`,
);

/** What can change of a session itself, once it is open. */
const changed = ['urgency', 'interpreter', 'closed'] as const;

const bit = (value: boolean): number => (value ? 1 : 0);

/**
 * Brings the tables from one state of a session to the next, touching only the rows that changed: states share
 * what did not change, so identity tells. `at` is the wall time of the event that led there; `corrected`, whether it took
 * something back or replaced it.
 */
export const project = (
  db: Writer,
  before: Session | null,
  after: Session,
  { at, simulated, corrected }: { at: string; simulated: boolean; corrected: boolean },
): void => {
  const marks = marksOf(after) | (corrected ? bitOf('corrected') : 0);
  if (
    before === null ||
    changed.some((field) => before[field] !== after[field]) ||
    marks !== marksOf(before)
  ) {
    const { id, kind, place, unit, scheduled, urgency, interpreter } = after;
    const [opened, closed] = [after.opened.at, after.closed?.at ?? null];
    putSession(db, {
      ...{ id, kind, place, unit, scheduled, urgency, interpreter, opened, closed },
      simulated: bit(simulated),
      marks,
    });
  }
  for (const [index, one] of after.participants.entries())
    if (one !== before?.participants[index]) writeParticipant(db, after, one, index, at);
  for (const [index, one] of after.rounds.entries())
    if (one !== before?.rounds[index]) writeRound(db, after, one, before?.rounds[index]);
};

const writeParticipant = (db: Writer, session: Session, one: Participant, place: number, at: string) => {
  const { id, person, role, part } = one;
  const [learner, required, here] = [bit(one.learner), bit(one.required), bit(one.left === null)];
  putParticipant(db, {
    ...{ id, session: session.id, place, person, role, learner, required, part, here, at },
    met_before: bit(one.metBefore),
    mistake: bit(one.mistake),
  });
};

const writeRound = (db: Writer, session: Session, round: Round, before: Round | undefined) => {
  const { id, kind, language, started, ended } = round;
  putRound(db, {
    ...{ id, session: session.id, kind, language },
    opened: round.opened.at,
    started: started?.at ?? null,
    ended: ended?.stamp.at ?? null,
    outcome: ended?.outcome ?? null,
    before_sedation: ended?.beforeSedation == null ? null : bit(ended.beforeSedation),
    recall: round.recall === null ? null : bit(round.recall),
    seconds: ended === null ? null : secondsBetween(started, ended.stamp),
    left_out: ended === null ? null : JSON.stringify(ended.leftOut),
  });
  for (const [place, one] of round.introductions.entries())
    if (one !== before?.introductions[place]) writeIntroduction(db, round, one, place);
};

const writeIntroduction = (db: Writer, round: Round, one: Introduction, place: number) => {
  const { participant, status, method, reason, seconds, seq } = one;
  const [started, recorded] = [one.started?.at ?? null, one.recorded?.at ?? null];
  putIntroduction(db, {
    ...{ round: round.id, participant, place, status, method, reason, started, recorded, seconds, seq },
  });
};

const incomplete = query<{ id: string }>(
  'select distinct session_id as id from round where ended_at is not null and left_out is null',
);

/** The sessions with rounds of which an older version did not write who was left out. */
export const incompleteSessions = (db: Reader): string[] => incomplete.all(db, {}).map(({ id }) => id);

const completeRound = change<{ id: string; left_out: string }>(
  'update round set left_out = :left_out where id = :id',
);
const completeParticipant = change<{ id: string; mistake: number }>(
  'update participant set mistake = :mistake where id = :id',
);

const completeMarks = change<{ id: string; marks: number }>(
  'update session set marks = marks | :marks where id = :id',
);

/** Writes of a session what an older version did not. */
export const completeSession = (db: Writer, session: Session): void => {
  const { id, rounds, participants } = session;
  completeMarks(db, { id, marks: marksOf(session) });
  for (const { id, ended } of rounds)
    if (ended !== null) completeRound(db, { id, left_out: JSON.stringify(ended.leftOut) });
  for (const { id, mistake } of participants) completeParticipant(db, { id, mistake: bit(mistake) });
};

const open = query<{ id: string }>('select id from session where closed_at is null');

/** The session that is open on this device, of which there is at most one. */
export const openSessionId = (db: Reader): string | null => open.get(db, {})?.id ?? null;

const real = query<{ one: number }>('select 1 as one from session where simulated = 0 limit 1');

/** Whether any session was not the simulator's. */
export const anyRealSession = (db: Reader): boolean => real.get(db, {}) !== undefined;

/** The team of the last session at a place that was closed, in order. Rows stand in the log's order; clocks jump. */
export const lastTeam = query<{ person: string; role: string }, { place: string }>(
  `select person_id as person, role from participant
   where session_id = (
     select id from session where place_id = :place and closed_at is not null
     order by rowid desc limit 1
   ) and left_at is null
   order by place`,
);

const clear = ['introduction', 'round', 'participant', 'session'].map((table) =>
  change(`delete from ${table}`),
);

/** Empties the tables that follow from the log, in order to rebuild them from it. */
export const clearSessions = (db: Writer): void => {
  for (const each of clear) each(db, {});
};
