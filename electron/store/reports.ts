import type { CountedIntroduction, CountedRound } from '../../core/rates/counted.ts';
import type { RoleId } from '../../core/roles.ts';
import type { Part, RoundKind, SessionKind, Urgency } from '../../core/session/words.ts';
import type { Reader } from './open.ts';
import { query } from './sql.ts';

type Ended = NonNullable<CountedRound['ended']>;

/** Days of the wall clock, YYYY-MM-DD, both included. */
interface Days extends Record<string, string> {
  from: string;
  to: string;
}

/** Whether people of the demo team are among some ids: what they are in is invented, as what a simulation made. */
export const ofDemoTeam = (ids: string): string =>
  `exists (select 1 from person where origin = 'demo' and person.id in (${ids}))`;

/** The members of a scheduled session's team, in SQL; none where a disk has changed what is stored so that it is none. */
export const plannedMembers = "json_each(iif(json_valid(team), team, '[]')) as member";
export const memberPerson = "iif(member.type = 'object', member.value ->> 'person', null)";

/** The ids of those who are planned for a scheduled session, in SQL. */
export const plannedPeople = `select lead_id union select ${memberPerson} from ${plannedMembers}`;

/** A session, with whether it is on the schedule and whether it is invented. */
export interface SessionToCount {
  id: string;
  kind: SessionKind;
  place: string;
  unit: string;
  scheduled: string | null;
  known: number;
  urgency: Urgency;
  opened: string;
  invented: number;
}

const session = `select id, kind, place_id as place, unit_id as unit, scheduled_id as scheduled, urgency,
    opened_at as opened, exists (select 1 from scheduled_session where id = scheduled_id) as known,
    simulated = 1 or ${ofDemoTeam('select person_id from participant where session_id = session.id')} as invented
  from session`;

/**
 * The sessions that opened on these days, in order. The days are compared as the text that wall times begin with, of
 * which “T” follows the day: the last one ends before “U”.
 */
export const sessionsToCount = query<SessionToCount, Days>(
  `${session} where opened_at >= :from and opened_at < :to || 'U' order by opened_at, id`,
);

export const sessionToCount = query<SessionToCount, { id: string }>(`${session} where id = :id`);

/** The participants of a session, in order. Truth values are 0 and 1. */
export const participantsToCount = query<
  {
    id: string;
    role: RoleId;
    learner: number;
    required: number;
    part: Part | null;
    met_before: number;
    mistake: number;
    gone: number;
  },
  { session: string }
>(
  `select id, role, learner, required, part, met_before, mistake, left_at is not null as gone
   from participant where session_id = :session order by place`,
);

/** The rounds of a session in the order in which they were opened; `left_out` is JSON, null while it runs. */
export const roundsToCount = query<
  {
    id: string;
    kind: RoundKind;
    recall: number | null;
    seconds: number | null;
    outcome: Ended['outcome'] | null;
    before_sedation: number | null;
    left_out: string | null;
  },
  { session: string }
>(
  `select id, kind, recall, seconds, outcome, before_sedation, left_out
   from round where session_id = :session order by rowid`,
);

/** The introductions of all rounds of a session, in the order of each: one question instead of one for each round. */
export const introductionsToCount = query<CountedIntroduction & { round: string }, { session: string }>(
  `select round_id as round, participant_id as participant, status, method, reason, introduction.seconds
   from round cross join introduction on round_id = round.id
   where session_id = :session order by introduction.place`,
);

/**
 * A scheduled session, with whether a session was opened for it, on whatever day, and a round ended in one; and whether it
 * is invented.
 */
export interface ScheduledToCount {
  id: string;
  day: string;
  time: string;
  place: string;
  unit: string;
  kind: SessionKind;
  urgency: Urgency;
  opened: number;
  held: number;
  invented: number;
}

const scheduled = `select id, date as day, time, place_id as place, unit_id as unit, kind, urgency,
    exists (select 1 from session where scheduled_id = scheduled_session.id) as opened,
    exists (
      select 1 from session join round on session_id = session.id
      where scheduled_id = scheduled_session.id and ended_at is not null
    ) as held,
    ${ofDemoTeam(plannedPeople)} as invented
  from scheduled_session`;

/** What was scheduled for these days, in order. */
export const scheduledToCount = query<ScheduledToCount, Days>(
  `${scheduled} where date between :from and :to order by date, time, id`,
);

export const scheduledOneToCount = query<ScheduledToCount, { id: string }>(`${scheduled} where id = :id`);

/** The names of places, with the names of their units, as they are now. */
export const placeNames = query<{ id: string; name: string; unit: string }>(
  'select place.id, place.name, unit.name as unit from place join unit on unit.id = unit_id',
);

export const unitNames = query<{ id: string; name: string }>('select id, name from unit');

const happened = query<{ one: number }>(
  `select 1 as one from session
   where simulated = 0 and not ${ofDemoTeam('select person_id from participant where session_id = session.id')} limit 1`,
);
const any = query<{ one: number }>('select 1 as one from session limit 1');

/** Whether there are sessions, and all are invented. */
export const isAllInvented = (db: Reader): boolean =>
  any.get(db, {}) !== undefined && happened.get(db, {}) === undefined;
