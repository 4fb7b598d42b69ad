import type { Reader, Writer } from './open.ts';
import { change, query } from './sql.ts';

/** A person as the table has them; `languages` is a JSON array, photos are hashes. */
export interface PersonRow {
  id: string;
  given: string;
  family: string | null;
  preferred: string | null;
  say_it: string | null;
  pronouns: string | null;
  credentials: string | null;
  title: string | null;
  role: string;
  languages: string;
  line: string | null;
  photo: string | null;
  masked_photo: string | null;
  /** The day the photo was taken, YYYY-MM-DD; null where nobody said. */
  photo_date: string | null;
  /** The day the picture with mask and cap was taken. */
  masked_photo_date: string | null;
  /** Less of the name than the site shows, where the person wishes it so. */
  names: string | null;
  /** The hash of how they say their name. */
  name_sound: string | null;
  /** A JSON array of the columns that they filled in on their own card. */
  own: string;
  origin: 'import' | 'visitor' | 'demo';
  search: string;
}

const columns = `person.id, given, family, preferred, say_it, pronouns, credentials, title, person.role,
  languages, line, photo, masked_photo, photo_date, masked_photo_date, names, name_sound, own, origin, search`;

export const personById = query<PersonRow, { id: string }>(
  `select ${columns} from person where person.id = :id`,
);

/** People whose names hold every given word as the start of one of theirs; at most 30, by name. */
const matching = query<PersonRow, { words: string }>(
  `select ${columns} from person
   where retired_at is null and not exists (
     select 1 from json_each(:words) as word
     where ' ' || search not like '% ' || replace(replace(replace(word.value,
       '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' escape '\\'
   )
   order by search limit 30`,
);

/** Everybody on the roster who has not left, by name. */
export const wholeRoster = query<PersonRow>(
  `select ${columns} from person where retired_at is null and origin <> 'visitor' order by search`,
);

/** People found by the words of a search, each in the form that search compares. */
export const findPeople = (db: Reader, words: string[]): PersonRow[] =>
  matching.all(db, { words: JSON.stringify(words) });

/**
 * Recently in a session at this place first (by the log's order; clocks jump), then everybody else by name; at most 60.
 * Whoever is on leave on this day is not offered; they can be found. Who was here as their double was here.
 */
export const peopleHereFirst = query<PersonRow, { place: string; today: string }>(
  `with seen as (
     select coalesce(merged_into, person_id) as person_id, max(latest.number) as at from participant
     join (
       select id, rowid as number from session where place_id = :place order by number desc limit 30
     ) as latest on latest.id = session_id
     left join person as double on double.id = participant.person_id
     group by 1
   )
   select ${columns} from person left join seen on seen.person_id = person.id
   where retired_at is null and on_leave = 0
   and not (leave_from is not null and leave_from <= :today and coalesce(leave_until, :today) >= :today)
   and (origin <> 'visitor' or seen.at is not null)
   order by seen.at desc nulls last, search limit 60`,
);

export const personByBadge = query<PersonRow, { hash: Uint8Array }>(
  `select ${columns} from badge join person on person.id = person_id
   where hash = :hash and retired_at is null`,
);

/** A person without what only they themselves say, on their own card: that stays whatever is written. */
export type PersonFields = Omit<PersonRow, 'names' | 'name_sound' | 'masked_photo_date' | 'own'>;

export const putPerson = change<PersonFields & { at: string }>(
  `insert into person (id, given, family, preferred, say_it, pronouns, credentials, title, role, languages,
     line, photo, masked_photo, photo_date, origin, search, added_at, changed_at)
   values (:id, :given, :family, :preferred, :say_it, :pronouns, :credentials, :title, :role, :languages,
     :line, :photo, :masked_photo, :photo_date, :origin, :search, :at, :at)
   on conflict (id) do update set
     given = excluded.given, family = excluded.family, preferred = excluded.preferred,
     say_it = excluded.say_it, pronouns = excluded.pronouns, credentials = excluded.credentials,
     title = excluded.title, role = excluded.role, languages = excluded.languages, line = excluded.line,
     photo = excluded.photo, masked_photo = excluded.masked_photo, photo_date = excluded.photo_date,
     search = excluded.search, changed_at = excluded.changed_at`,
);

export const putBadge = change<{ hash: Uint8Array; person: string }>(
  `insert into badge (hash, person_id) values (:hash, :person)
   on conflict (hash) do update set person_id = excluded.person_id`,
);

const retireDemo = change<{ at: string }>(
  `update person set retired_at = :at where origin = 'demo' and retired_at is null`,
);
const dropDemoSchedule = change(
  `delete from scheduled_session where id like 'demo-%'
   and not exists (select 1 from session where scheduled_id = scheduled_session.id)`,
);

/** The invented team makes way for real people: nobody finds them any more, and nothing is scheduled for them. */
export const endDemo = (db: Writer, at: string): void => {
  retireDemo(db, { at });
  dropDemoSchedule(db, {});
};

export const photoBytes = query<{ bytes: Uint8Array<ArrayBuffer> }, { hash: string }>(
  'select bytes from photo where hash = :hash',
);

export const putPhoto = change<{ hash: string; bytes: Uint8Array }>(
  'insert into photo (hash, bytes) values (:hash, :bytes) on conflict (hash) do nothing',
);
export const hasPhoto = query<{ one: number }, { hash: string }>(
  'select 1 as one from photo where hash = :hash',
);
