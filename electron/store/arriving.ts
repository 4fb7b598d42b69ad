import type { Reader, Writer } from './open.ts';
import type { PersonFields } from './people.ts';
import { change, query } from './sql.ts';

/**
 * What an import, or putting one back, makes of people: gathered part by part in tables that are in the memory of this
 * connection alone (`temp_store`), and taken over all at once by a few statements. A tap waits for these few, and what was
 * gathered is gone with the process, however it ends.
 */

/** Somebody as they are to stand. */
export type ArrivingPerson = PersonFields & {
  by_hand: string;
  on_leave: 0 | 1;
  /** Whether they are here, also if they had left; 0 leaves it as it is. */
  is_here: 0 | 1;
};
/** A badge and whose it is to be; null for nobody's. */
export type ArrivingBadge = { hash: Uint8Array; person: string | null };
/** A number somebody is known by; null for nobody's. */
export type ArrivingNumber = { hash: Uint8Array; person: string | null; system: string };
/** Somebody who leaves, is here again, or never was. */
export type ArrivingStanding = { id: string; becomes: 'retired' | 'back' | 'removed' };

const tables = [
  `create table if not exists temp.arriving_person (
     id text primary key, given, family, preferred, say_it, pronouns, credentials, title, role, languages, line,
     photo, masked_photo, photo_date, origin, search, by_hand, on_leave, is_here)`,
  'create table if not exists temp.arriving_badge (hash blob primary key, person) without rowid',
  'create table if not exists temp.arriving_number (hash blob primary key, person, system) without rowid',
  'create table if not exists temp.arriving_standing (id text primary key, becomes) without rowid',
];
const names = ['arriving_person', 'arriving_badge', 'arriving_number', 'arriving_standing'];

/** Begins to gather, with nothing. */
export const beginGathering = (db: Writer): void => {
  for (const table of tables) db.prepare(table).run();
  for (const name of names) db.prepare(`delete from temp.${name}`).run();
};

export const gatherPerson = change<ArrivingPerson>(
  `insert into temp.arriving_person (id, given, family, preferred, say_it, pronouns, credentials, title, role,
     languages, line, photo, masked_photo, photo_date, origin, search, by_hand, on_leave, is_here)
   values (:id, :given, :family, :preferred, :say_it, :pronouns, :credentials, :title, :role, :languages, :line,
     :photo, :masked_photo, :photo_date, :origin, :search, :by_hand, :on_leave, :is_here)`,
);
export const gatherBadge = change<ArrivingBadge>(
  'insert or replace into temp.arriving_badge (hash, person) values (:hash, :person)',
);
export const gatherNumber = change<ArrivingNumber>(
  'insert into temp.arriving_number (hash, person, system) values (:hash, :person, :system)',
);
export const gatherStanding = change<ArrivingStanding>(
  'insert into temp.arriving_standing (id, becomes) values (:id, :becomes)',
);

const gathered = query<{ count: number }>(
  `select (select count(*) from temp.arriving_person) + (select count(*) from temp.arriving_standing) as count`,
);
const thereAre = query<{ count: number }>(
  `select count(*) as count from temp.sqlite_schema where name in (${names.map((name) => `'${name}'`).join()})`,
);

/** How many people were gathered; none on a connection that was opened since. */
export const gatheredPeople = (db: Reader): number =>
  thereAre.get(db, {})?.count === names.length ? (gathered.get(db, {})?.count ?? 0) : 0;

// People in the order of the list; marks in that of their keys, so that pages are gone through once.
const takePeople = change<{ at: string }>(
  `insert into person (id, given, family, preferred, say_it, pronouns, credentials, title, role, languages, line,
     photo, masked_photo, photo_date, origin, search, by_hand, on_leave, added_at, changed_at)
   select id, given, family, preferred, say_it, pronouns, credentials, title, role, languages, line,
     photo, masked_photo, photo_date, origin, search, by_hand, on_leave, :at, :at
   from temp.arriving_person where true order by rowid
   on conflict (id) do update set
     given = excluded.given, family = excluded.family, preferred = excluded.preferred,
     say_it = excluded.say_it, pronouns = excluded.pronouns, credentials = excluded.credentials,
     title = excluded.title, role = excluded.role, languages = excluded.languages, line = excluded.line,
     photo = excluded.photo, masked_photo = excluded.masked_photo, photo_date = excluded.photo_date,
     search = excluded.search, by_hand = excluded.by_hand, on_leave = excluded.on_leave,
     version = version + 1, changed_at = excluded.changed_at`,
);
const takeBackIn = change(
  `update person set retired_at = null where retired_at is not null and exists (
     select 1 from temp.arriving_person as arriving where arriving.id = person.id and is_here = 1
   )`,
);
const takeBadges = change(
  `insert into badge (hash, person_id)
   select hash, person from temp.arriving_badge where person is not null order by hash
   on conflict (hash) do update set person_id = excluded.person_id`,
);
const dropBadges = change(
  'delete from badge where hash in (select hash from temp.arriving_badge where person is null)',
);
const removeBadges = change(
  `delete from badge where person_id in (select id from temp.arriving_standing where becomes = 'removed')`,
);
const takeNumbers = change(
  `insert into person_identifier (hash, person_id, system)
   select hash, person, system from temp.arriving_number where person is not null order by hash`,
);
const dropNumbers = change(
  'delete from person_identifier where hash in (select hash from temp.arriving_number where person is null)',
);
const removeNumbers = change(
  `delete from person_identifier
   where person_id in (select id from temp.arriving_standing where becomes = 'removed')`,
);
const retire = change<{ at: string }>(
  `update person set retired_at = :at, changed_at = :at where retired_at is null
   and id in (select id from temp.arriving_standing where becomes = 'retired')`,
);
const bringBack = change<{ at: string }>(
  `update person set retired_at = null, changed_at = :at where merged_into is null
   and id in (select id from temp.arriving_standing where becomes = 'back')`,
);
const remove = change(
  `delete from person where id in (select id from temp.arriving_standing where becomes = 'removed')`,
);

/** Makes people what was gathered, within a transaction. */
export const takeOver = (db: Writer, at: string): void => {
  takePeople(db, { at });
  takeBackIn(db, {});
  takeBadges(db, {});
  dropBadges(db, {});
  takeNumbers(db, {});
  dropNumbers(db, {});
  retire(db, { at });
  bringBack(db, { at });
  removeBadges(db, {});
  removeNumbers(db, {});
  remove(db, {});
};

/** Something other than sessions was recorded since the log had so many entries: people may have been changed. */
export const otherThanSessionsSince = query<{ one: number }, { size: number }>(
  'select 1 as one from entry where seq > :size and session_id is null limit 1',
);

/** Somebody who is to be removed was in a session since. */
export const removedInSession = query<{ one: number }, { size: number }>(
  `select 1 as one from participant join temp.arriving_standing on arriving_standing.id = person_id
   where becomes = 'removed'
   and participant.session_id in (select session_id from entry where seq > :size) limit 1`,
);
