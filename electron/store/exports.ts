import { ofDemoTeam, plannedPeople } from './reports.ts';
import { query } from './sql.ts';

/** Days of the wall clock, YYYY-MM-DD, both included; and of which unit, place and kind, null for all. */
export interface Wanted extends Record<string, string | null> {
  from: string;
  to: string;
  unit: string | null;
  place: string | null;
  kind: string | null;
}

/** Of a table with a session in it: whether that is wanted. */
export const isWanted = `(:unit is null or session.unit_id = :unit) and (:place is null or session.place_id = :place)
   and (:kind is null or session.kind = :kind)`;

/**
 * Of the session: whether it opened on one of the days. They are compared as the text that wall times begin with, of which
 * “T” follows the day: the last one ends before “U”.
 */
export const isOfDays = "session.opened_at >= :from and session.opened_at < :to || 'U'";

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
  part: string | null;
  met_before: number;
  left_out: number | null;
  recall: number | null;
  round_seconds: number | null;
}

/**
 * The introductions of the sessions that opened on these days by the wall clock of their place, in the order of sessions,
 * rounds and places in them.
 */
export const introductionsBetween = query<IntroductionRow, Wanted>(
  `select session.id as session, session.opened_at as opened, place.name as place, unit.name as unit,
     session.kind, round.id as round, round.kind as round_kind, urgency, interpreter, language,
     participant.id as participant, role, learner, required, status, method, reason, before_sedation,
     outcome as round_outcome, introduction.started_at as started, recorded_at as recorded,
     introduction.seconds, introduction.seq as log_seq, simulated, part, met_before,
     participant_id in (select value from json_each(left_out)) as left_out, recall, round.seconds as round_seconds
   from session
   cross join round on round.session_id = session.id
   cross join introduction on introduction.round_id = round.id
   cross join participant on participant.id = participant_id
   left join place on place.id = session.place_id
   left join unit on unit.id = session.unit_id
   where ${isOfDays} and ${isWanted}
   order by session.opened_at, session.id,
     (select min(seq) from entry where event_id = round.id), introduction.place`,
);

export const countIntroductions = query<{ count: number }, Wanted>(
  `select count(*) as count
   from session
   cross join round on round.session_id = session.id
   cross join introduction on introduction.round_id = round.id
   where ${isOfDays} and ${isWanted}`,
);

/** One person in a session, also where no round had them. */
export interface ParticipantRow {
  session: string;
  participant: string;
  role: string;
  learner: number;
  required: number;
  part: string | null;
  met_before: number;
  left: string | null;
  by_mistake: number;
}

/** Everybody in the sessions that opened on these days, by session and in the order in which they came. */
export const participantsBetween = query<ParticipantRow, Wanted>(
  `select session_id as session, participant.id as participant, role, learner, required, part, met_before,
     left_at as left, mistake as by_mistake
   from session cross join participant on session_id = session.id
   where ${isOfDays} and ${isWanted} order by opened_at, session_id, participant.place`,
);

export const countParticipants = query<{ count: number }, Wanted>(
  `select count(*) as count from session cross join participant on session_id = session.id
   where ${isOfDays} and ${isWanted}`,
);

/** One session, also where no round was opened in it. */
export interface SessionRow {
  session: string;
  opened: string;
  closed: string | null;
  scheduled: string | null;
  scheduled_for: string | null;
  place: string | null;
  unit: string | null;
  kind: string;
  urgency: string;
  interpreter: string;
  rounds_ended: number;
  simulated: number;
  invented: number;
}

/** The sessions that opened on these days, or were scheduled for them and opened on another, in order. */
export const sessionsBetween = query<SessionRow, Wanted>(
  `select session.id as session, opened_at as opened, closed_at as closed, scheduled_id as scheduled,
     date || ' ' || time as scheduled_for, place.name as place, unit.name as unit, session.kind, session.urgency, interpreter,
     (select count(*) from round where session_id = session.id and ended_at is not null) as rounds_ended,
     simulated, simulated = 1 or ${ofDemoTeam('select person_id from participant where session_id = session.id')} as invented
   from session
   left join place on place.id = session.place_id
   left join unit on unit.id = session.unit_id
   left join scheduled_session on scheduled_session.id = scheduled_id
   where (${isOfDays} or scheduled_session.date between :from and :to) and ${isWanted}
   order by opened_at, session.id`,
);

export const countSessions = query<{ count: number }, Wanted>(
  `select count(*) as count
   from session left join scheduled_session on scheduled_session.id = scheduled_id
   where (${isOfDays} or scheduled_session.date between :from and :to) and ${isWanted}`,
);

/** One session as it was scheduled, whether it happened or not. */
export interface ScheduleRow {
  scheduled: string;
  date: string;
  time: string;
  place: string;
  unit: string;
  kind: string;
  urgency: string;
  invented: number;
}

const isScheduled = `date between :from and :to and (:place is null or place.id = :place)
   and (:unit is null or scheduled_session.unit_id = :unit) and (:kind is null or kind = :kind)`;

/** What was scheduled for these days, by time. */
export const scheduledBetween = query<ScheduleRow, Wanted>(
  `select scheduled_session.id as scheduled, date, time, place.name as place, unit.name as unit, kind, urgency,
     ${ofDemoTeam(plannedPeople)} as invented
   from scheduled_session join place on place.id = place_id join unit on unit.id = scheduled_session.unit_id
   where ${isScheduled} order by date, time, scheduled_session.id`,
);

export const countScheduled = query<{ count: number }, Wanted>(
  `select count(*) as count from scheduled_session join place on place.id = place_id where ${isScheduled}`,
);
