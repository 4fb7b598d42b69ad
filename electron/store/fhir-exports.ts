import type { RoleId } from '../../core/roles.ts';
import type {
  Interpreter,
  Method,
  Outcome,
  Part,
  Reason,
  RoundKind,
  SessionKind,
  Status,
  Urgency,
} from '../../core/session/words.ts';
import { isOfDays, isWanted, type Wanted } from './exports.ts';
import { ofDemoTeam } from './reports.ts';
import { query } from './sql.ts';

/** Whether this was on one of the days, as `isOfDays` has it. */
const ofDays = (at: string): string => `${at} >= :from and ${at} < :to || 'U'`;

export interface FhirSession {
  id: string;
  kind: SessionKind;
  urgency: Urgency;
  interpreter: Interpreter;
  place: string;
  unit: string;
  opened: string;
  invented: number;
  /** The number of its first entry. */
  began: number;
}

/** The sessions that opened on these days, in order. Truth values are 0 and 1, here and below. */
export const fhirSessions = query<FhirSession, Wanted>(
  `select id, kind, urgency, interpreter, place_id as place, unit_id as unit, opened_at as opened,
     simulated = 1 or ${ofDemoTeam('select person_id from participant where session_id = session.id')} as invented,
     (select min(seq) from entry where session_id = session.id) as began
   from session where ${isOfDays} and ${isWanted} order by opened_at, id`,
);

export interface FhirParticipant {
  id: string;
  role: RoleId;
  learner: number;
  required: number;
  part: Part | null;
  met_before: number;
  mistake: number;
  left: string | null;
}

export const fhirParticipants = query<FhirParticipant, { session: string }>(
  `select id, role, learner, required, part, met_before, mistake, left_at as left
   from participant where session_id = :session order by place`,
);

export interface FhirRound {
  id: string;
  kind: RoundKind;
  language: string | null;
  opened: string;
  started: string | null;
  ended: string | null;
  outcome: Outcome | null;
  before_sedation: number | null;
  recall: number | null;
  seconds: number | null;
  left_out: string | null;
}

/** The rounds of a session in the order in which they were opened; `left_out` is JSON, null while it runs. */
export const fhirRounds = query<FhirRound, { session: string }>(
  `select id, kind, language, opened_at as opened, started_at as started, ended_at as ended, outcome,
     before_sedation, recall, seconds, left_out
   from round where session_id = :session order by rowid`,
);

export interface FhirIntroduction {
  round: string;
  participant: string;
  status: Status | null;
  method: Method | null;
  reason: Reason | null;
  started: string | null;
  recorded: string | null;
  seconds: number | null;
  entry: number | null;
  /** When the entry was recorded that gave the status. */
  at: string | null;
}

/** The introductions of all rounds of a session, in the order of each. */
export const fhirIntroductions = query<FhirIntroduction, { session: string }>(
  `select round_id as round, participant_id as participant, status, method, reason, introduction.started_at as started,
     recorded_at as recorded, introduction.seconds, introduction.seq as entry, entry.at
   from round
   join introduction on round_id = round.id
   left join entry on entry.seq = introduction.seq
   where round.session_id = :session order by round.rowid, place`,
);

/** What the log has of a session and its tables do not: when people came, and what was taken back or replaced. */
export interface FhirDoing {
  type: 'participant-joined' | 'introduction-recorded' | 'introduction-withdrawn' | 'round-reopened';
  at: string;
  round: string | null;
  participant: string | null;
}

export const fhirDoings = query<FhirDoing, { session: string }>(
  `select type, at, cast(bytes as text) ->> '$.ids.round' as round,
     cast(bytes as text) ->> '$.ids.participant' as participant
   from entry
   where session_id = :session and (
     type in ('participant-joined', 'introduction-withdrawn', 'round-reopened')
     or type = 'introduction-recorded' and cast(bytes as text) ->> '$.data.corrects' is not null
   ) order by seq`,
);

/** The places of the sessions of these days; name and unit as they are now, null where the place is not known. */
export const fhirPlaces = query<{ id: string; name: string | null; unit: string | null }, Wanted>(
  `select id, max(name) as name, max(unit) as unit from (
     select distinct place_id as id, place.name, place.unit_id as unit
     from session left join place on place.id = place_id where ${isOfDays} and ${isWanted}
   ) group by id order by id`,
);

/** The units of these sessions, and those that their places belong to now. */
export const fhirUnits = query<{ id: string; name: string | null }, Wanted>(
  `select used.id, unit.name from (
     select session.unit_id as id from session where ${isOfDays} and ${isWanted}
     union
     select place.unit_id from session join place on place.id = place_id
     where ${isOfDays} and ${isWanted}
   ) as used left join unit on unit.id = used.id order by used.id`,
);

/** The entries of a type that are about no session and of these days, in order. */
export const fhirDeviceEntries = query<{ bytes: Uint8Array }, { type: string; from: string; to: string }>(
  `select bytes from entry where session_id is null and type = :type and ${ofDays('at')} order by seq`,
);

/** The sessions that opened or closed on these days, in order. */
export const fhirTouched = query<{ session: string }, Wanted>(
  `select id as session from session
   where (${isOfDays} or ${ofDays('closed_at')}) and ${isWanted} order by opened_at, id`,
);

const openings = `type in ('session-opened', 'session-closed') and ${ofDays('at')}`;

/** The entries by which a session was opened or closed, if that was on these days. */
export const fhirOpenings = query<{ bytes: Uint8Array }, { session: string; from: string; to: string }>(
  `select bytes from entry where session_id = :session and ${openings} order by seq`,
);

/** How many resources the parts of an export have that follow from rows: what the generators give, counted. */
export const countFhir = query<{ count: number }, Wanted & { types: string }>(
  `with wanted as (select id from session where ${isOfDays} and ${isWanted})
   select (select count(*) from log)
     + (select count(*) from participant where session_id in wanted)
     + (select count(*) from round where session_id in wanted)
     + (select count(*) from introduction where round_id in (select id from round where session_id in wanted))
     + (select count(*) from session cross join entry on session_id = session.id
        where ${openings} and (${isOfDays} or ${ofDays('closed_at')}) and ${isWanted})
     + (select count(*) from entry where session_id is null and ${ofDays('at')}
        and type in (select value from json_each(:types))
        and :unit is null and :place is null and :kind is null) as count`,
);
