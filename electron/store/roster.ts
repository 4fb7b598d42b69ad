import type { PersonRow } from './people.ts';
import { change, query } from './sql.ts';

/** Somebody who came by import: their badges as a JSON array of hashes in hex, their numbers with whose they are. */
export interface ImportedRow extends PersonRow {
  on_leave: 0 | 1;
  /** A JSON object of the columns that were corrected here by hand, with what the list had said. */
  by_hand: string;
  /** Whether they have left. */
  retired: 0 | 1;
  badges: string;
  identifiers: string;
}

/** Everybody who came by import, with those who have left since. */
export const importedPeople = query<ImportedRow>(
  `select id, given, family, preferred, say_it, pronouns, credentials, title, role, languages, line, photo,
     masked_photo, photo_date, masked_photo_date, names, name_sound, own, origin, search, on_leave, by_hand,
     retired_at is not null as retired,
     (select json_group_array(lower(hex(hash))) from badge where person_id = person.id) as badges,
     (select json_group_array(json_object('system', system, 'hash', lower(hex(hash))))
      from person_identifier where person_id = person.id) as identifiers
   from person where origin = 'import' order by id`,
);

export const anyoneImported = query<{ id: string }>("select id from person where origin = 'import' limit 1");

/** Of these people, given as a JSON array of ids, who has left and who is on leave on this day. */
export const notHere = query<{ id: string; retired: 0 | 1 }, { ids: string; today: string }>(
  `select id, retired_at is not null as retired from person
   where (retired_at is not null or on_leave = 1
     or (leave_from <= :today and coalesce(leave_until, :today) >= :today))
   and id in (select value from json_each(:ids))`,
);

export const putIdentifier = change<{ hash: Uint8Array; person: string; system: string }>(
  'insert into person_identifier (hash, person_id, system) values (:hash, :person, :system)',
);

export const identifierHolder = query<{ person: string }, { hash: Uint8Array }>(
  'select person_id as person from person_identifier where hash = :hash',
);

/** They have left: nobody finds them any more, and all that they did stays. */
export const retirePerson = change<{ id: string; at: string }>(
  'update person set retired_at = :at, changed_at = :at where id = :id and retired_at is null',
);

/** Everybody whom a schedule can name, with their badges and numbers as JSON arrays of hashes in hex. */
export const peopleToSchedule = query<{
  id: string;
  given: string;
  family: string | null;
  preferred: string | null;
  role: string;
  badges: string;
  identifiers: string;
}>(
  `select id, given, family, preferred, role,
     (select json_group_array(lower(hex(hash))) from badge where person_id = person.id) as badges,
     (select json_group_array(lower(hex(hash))) from person_identifier where person_id = person.id)
       as identifiers
   from person where origin <> 'visitor' and retired_at is null`,
);

export const unitsOfPlace = query<{ unit: string }, { name: string }>(
  'select unit.name as unit from place join unit on unit.id = unit_id where place.name = :name order by 1',
);
