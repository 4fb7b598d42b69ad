import { query } from './sql.ts';

/** One introduction with all that is known around it. Truth values are 0 and 1. */
export interface IntroductionRow {
  session: string;
  opened: string;
  place: string | null;
  unit: string | null;
  kind: string;
  round: string;
  round_kind: string;
  urgency: string;
  interpreter: string;
  language: string | null;
  participant: string;
  role: string;
  learner: number;
  required: number;
  status: string | null;
  method: string | null;
  reason: string | null;
  before_sedation: number | null;
  round_outcome: string | null;
  started: string | null;
  recorded: string | null;
  seconds: number | null;
  log_seq: number | null;
  simulated: number;
}

/**
 * The introductions of the sessions that opened on these days (YYYY-MM-DD, both included) by the wall clock of
 * their place, in the order of sessions, rounds and places in them. The days are compared as the text that
 * wall times begin with, of which “T” follows the day: the last one ends before “U”.
 */
export const introductionsBetween = query<IntroductionRow, { from: string; to: string }>(
  `select session.id as session, session.opened_at as opened, place.name as place, unit.name as unit,
     session.kind, round.id as round, round.kind as round_kind, urgency, interpreter, language,
     participant.id as participant, role, learner, required, status, method, reason, before_sedation,
     outcome as round_outcome, introduction.started_at as started, recorded_at as recorded,
     introduction.seconds, introduction.seq as log_seq, simulated
   from session
   cross join round on round.session_id = session.id
   cross join introduction on introduction.round_id = round.id
   cross join participant on participant.id = participant_id
   left join place on place.id = session.place_id
   left join unit on unit.id = session.unit_id
   where session.opened_at >= :from and session.opened_at < :to || 'U'
   order by session.opened_at, session.id,
     (select min(seq) from entry where event_id = round.id), introduction.place`,
);
