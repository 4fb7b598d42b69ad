import type { PersonRow } from './people.ts';
import { change, query } from './sql.ts';

/** Everybody who came by import and has not left, with their badges as a JSON array of hashes in hex. */
export const importedPeople = query<PersonRow & { badges: string }>(
  `select id, given, family, preferred, say_it, pronouns, credentials, title, role, languages, line, photo,
     masked_photo, photo_date, masked_photo_date, names, name_sound, own, origin, search,
     (select json_group_array(lower(hex(hash))) from badge where person_id = person.id) as badges
   from person where origin = 'import' and retired_at is null`,
);

/** Everybody whom a schedule can name, with their badges as a JSON array of hashes in hex. */
export const peopleToSchedule = query<{
  id: string;
  given: string;
  family: string | null;
  preferred: string | null;
  role: string;
  badges: string;
}>(
  `select id, given, family, preferred, role,
     (select json_group_array(lower(hex(hash))) from badge where person_id = person.id) as badges
   from person where origin <> 'visitor' and retired_at is null`,
);

/** What was scheduled at a place on a day and held. */
export const heldSchedule = query<{ time: string; kind: string }, { place: string; date: string }>(
  `select time, kind from scheduled_session where place_id = :place and date = :date
   and exists (select 1 from session where scheduled_id = scheduled_session.id)`,
);

/** Takes away what was scheduled at a place on a day and not held. */
export const clearSchedule = change<{ place: string; date: string }>(
  `delete from scheduled_session where place_id = :place and date = :date
   and not exists (select 1 from session where scheduled_id = scheduled_session.id)`,
);

export const unitsOfPlace = query<{ unit: string }, { name: string }>(
  'select unit.name as unit from place join unit on unit.id = unit_id where place.name = :name order by 1',
);
