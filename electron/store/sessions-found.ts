import type { Outcome, RoundKind, SessionKind, Status, Urgency } from '../../core/session/words.ts';
import type { Reader } from './open.ts';
import type { PersonRow } from './people.ts';
import { query } from './sql.ts';

/** What sessions are found by; null, and 0 for the marks, is whatever there is. Days are YYYY-MM-DD, both included. */
type Sought = {
  from: string;
  to: string;
  place: string | null;
  unit: string | null;
  kind: string | null;
  urgency: string | null;
};

export type SoughtSessions = Sought & {
  person: string | null;
  /** Bits of core/timeline/marks.ts: any of them. */
  marks: number;
  /** That somebody was given this status, and for this reason; null for no such question. */
  status: string | null;
  reason: string | null;
};

// Days are compared as the text that wall times begin with, of which “T” follows the day: the last one ends before “U”.
// Every column that is asked about is in the index session_to_find (migration 011).
const sought = `opened_at >= :from and opened_at < :to || 'U'
  and (:place is null or place_id = :place) and (:unit is null or unit_id = :unit)
  and (:kind is null or kind = :kind) and (:urgency is null or urgency = :urgency)
  and (:marks = 0 or marks & :marks <> 0)
  and (:person is null or id in (
    select session_id from participant
    where person_id in (select id from person where id = :person or merged_into = :person)
  ))
  and (:reason is null or exists (
    select 1 from round cross join introduction on round_id = round.id
    where session_id = session.id and status = :status and reason = :reason
  ))`;

export interface FoundRow {
  id: string;
  kind: SessionKind;
  urgency: Urgency;
  place: string | null;
  unit: string | null;
  opened: string;
  closed: string | null;
  scheduled: string | null;
  invented: number;
  marks: number;
  people: number;
}

/** The newest sessions that are sought and opened before a moment (or at it, by an id before this one). */
export const findSessions = query<
  FoundRow,
  SoughtSessions & { before_at: string; before_id: string; most: number }
>(
  `with found as materialized (
     select id, opened_at from session indexed by session_to_find
     where ${sought} and (opened_at, id) < (:before_at, :before_id)
     order by opened_at desc, id desc limit :most
   )
   select session.id, kind, urgency, place.name as place, unit.name as unit, session.opened_at as opened,
     closed_at as closed, scheduled_id as scheduled, marks,
     simulated = 1 or exists (
       select 1 from participant join person on person.id = person_id
       where session_id = session.id and origin = 'demo'
     ) as invented,
     (select count(*) from participant where session_id = session.id and mistake = 0) as people
   from found cross join session on session.id = found.id
   left join place on place.id = place_id left join unit on unit.id = session.unit_id
   order by found.opened_at desc, found.id desc`,
);

export const countSessions = query<{ total: number }, SoughtSessions>(
  `select count(*) as total from session indexed by session_to_find where ${sought}`,
);

/** The rounds of a session in the order in which they were opened, with how many have which status; null for none. */
export const roundsFound = query<
  { id: string; kind: RoundKind; outcome: Outcome | null; status: Status | null; count: number },
  { session: string }
>(
  `select round.id, kind, outcome, status, count(*) as count
   from round cross join introduction on round_id = round.id
   where session_id = :session group by round.rowid, status order by round.rowid`,
);

/** Scheduled, before now, and no session with a round that ended: of one that is open nobody knows yet. */
const missed = `date between :from and :to and (date < :today or (date = :today and time < :now))
  and (:place is null or place_id = :place)
  and (:unit is null or place_id in (select id from place where unit_id = :unit))
  and (:kind is null or kind = :kind) and (:urgency is null or urgency = :urgency)
  and not exists (
    select 1 from session where scheduled_id = scheduled_session.id and marks & :not_held = 0
  )`;

export type Missed = Sought & {
  today: string;
  now: string;
  not_held: number;
};

export interface MissedRow {
  id: string;
  date: string;
  time: string;
  kind: SessionKind;
  urgency: Urgency;
  place: string | null;
  unit: string | null;
  session: string | null;
}

/** The newest that were scheduled and not held, before a day, a time and an id. */
export const findMissed = query<
  MissedRow,
  Missed & { before_date: string; before_time: string; before_id: string; most: number }
>(
  `with found as materialized (
     select id from scheduled_session
     where ${missed} and (date, time, id) < (:before_date, :before_time, :before_id)
     order by date desc, time desc, id desc limit :most
   )
   select scheduled_session.id, date, time, kind, urgency, place.name as place, unit.name as unit,
     (select session.id from session where scheduled_id = scheduled_session.id limit 1) as session
   from found cross join scheduled_session on scheduled_session.id = found.id
   left join place on place.id = place_id left join unit on unit.id = place.unit_id
   order by date desc, time desc, scheduled_session.id desc`,
);

export const countMissed = query<{ total: number }, Missed>(
  `select count(*) as total from scheduled_session where ${missed}`,
);

/** Places in which there were sessions, or on the list; those that are known by no name are left out. */
export const placesToFind = query<{ id: string; name: string; unit: string }>(
  'select id, name, unit_id as unit from place order by name',
);
export const unitsToFind = query<{ id: string; name: string }>('select id, name from unit order by name');

export const daysOfSessions = query<{ first: string | null; last: string | null }>(
  `select (select substr(opened_at, 1, 10) from session order by opened_at limit 1) as first,
     (select substr(opened_at, 1, 10) from session order by opened_at desc limit 1) as last`,
);

// What somebody was called in a double finds them too; what they did as it is theirs.
const inSessions = query<Pick<PersonRow, 'id'>, { words: string }>(
  `select distinct coalesce(merged_into, id) as id from person
   where (
     exists (select 1 from participant where person_id = person.id) or exists (
       select 1 from person as double cross join participant on person_id = double.id
       where double.merged_into = person.id
     )
   ) and not exists (
     select 1 from json_each(:words) as word
     where ' ' || search not like '% ' || replace(replace(replace(word.value,
       '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' escape '\\'
   )
   order by retired_at is not null, search limit 20`,
);

/** Who was in a session, also if they have left since, and has every word as the start of one of their names: ids. */
export const peopleInSessions = (db: Reader, words: readonly string[]): string[] =>
  inSessions.all(db, { words: JSON.stringify(words) }).map(({ id }) => id);

/** A session as the tables have it, with the names of its place and unit, and what it was scheduled as. */
export const sessionById = query<
  {
    place: string | null;
    unit: string | null;
    invented: number;
    date: string | null;
    time: string | null;
  },
  { id: string }
>(
  `select place.name as place, unit.name as unit,
     simulated = 1 or exists (
       select 1 from participant join person on person.id = person_id
       where session_id = session.id and origin = 'demo'
     ) as invented,
     date, time
   from session left join place on place.id = session.place_id left join unit on unit.id = session.unit_id
   left join scheduled_session on scheduled_session.id = scheduled_id
   where session.id = :id`,
);
