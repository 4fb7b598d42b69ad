import type { PersonRow } from './people.ts';
import { memberPerson, plannedMembers } from './reports.ts';
import { change, query } from './sql.ts';

/** A person as those see them who manage the roster. */
export interface ManagedRow extends PersonRow {
  version: number;
  /** Whether a list said that they are away. */
  on_leave: 0 | 1;
  /** A leave that was entered here, YYYY-MM-DD; without an end until somebody says so. */
  leave_from: string | null;
  leave_until: string | null;
  retired_at: string | null;
  /** Who is kept in their place. */
  merged_into: string | null;
  /** A JSON object of the columns that were corrected here, with what the list had said. */
  by_hand: string;
  added_at: string;
}

export const managedPerson = query<ManagedRow, { id: string }>('select * from person where id = :id');

/** The columns that are written by hand; which of them change is the service's to say. */
export type HandColumns = Pick<
  ManagedRow,
  | 'given'
  | 'family'
  | 'preferred'
  | 'say_it'
  | 'credentials'
  | 'title'
  | 'role'
  | 'languages'
  | 'names'
  | 'photo'
  | 'photo_date'
  | 'masked_photo'
  | 'masked_photo_date'
  | 'on_leave'
  | 'leave_from'
  | 'leave_until'
  | 'origin'
  | 'own'
  | 'by_hand'
>;

export const putHandColumns = change<HandColumns & { id: string; search: string; at: string }>(
  `update person set given = :given, family = :family, preferred = :preferred, say_it = :say_it,
     credentials = :credentials, title = :title, role = :role, languages = :languages, names = :names,
     photo = :photo, photo_date = :photo_date, masked_photo = :masked_photo,
     masked_photo_date = :masked_photo_date, on_leave = :on_leave, leave_from = :leave_from,
     leave_until = :leave_until, origin = :origin, own = :own, by_hand = :by_hand, search = :search,
     changed_at = :at
   where id = :id`,
);

/** They are here again. */
export const bringBack = change<{ id: string; at: string }>(
  'update person set retired_at = null, changed_at = :at where id = :id and merged_into is null',
);

/** What there is of somebody that a removal would lose. */
export const historyOf = query<
  { sessions: number; first: string | null; last: string | null; kept: number },
  { id: string }
>(
  `select count(distinct session_id) as sessions, min(opened_at) as first, max(opened_at) as last,
     exists (select 1 from pin where person_id = :id) or exists (select 1 from access where person_id = :id)
     or exists (select 1 from stay_met where person_id = :id)
     or exists (select 1 from person where merged_into = :id)
     or exists (select 1 from scheduled_session where lead_id = :id)
     or exists (select 1 from scheduled_session, ${plannedMembers} where ${memberPerson} = :id)
     as kept
   from participant join session on session.id = session_id
   where person_id in (select id from person where id = :id or merged_into = :id)`,
);

export const inOpenSession = query<{ one: number }, { id: string }>(
  `select 1 as one from participant join session on session.id = session_id
   where closed_at is null and person_id = :id limit 1`,
);

export const removePerson = change<{ id: string }>('delete from person where id = :id');
export const removeBadges = change<{ person: string }>('delete from badge where person_id = :person');
export const removeIdentifiers = change<{ person: string }>(
  'delete from person_identifier where person_id = :person',
);

/** Somebody who was removed, put back as they were. */
export const putRemoved = change<Omit<ManagedRow, 'version' | 'merged_into'> & { at: string }>(
  `insert into person (id, given, family, preferred, say_it, pronouns, credentials, title, role, languages, line,
     photo, masked_photo, photo_date, masked_photo_date, names, name_sound, own, origin, search, on_leave,
     leave_from, leave_until, retired_at, by_hand, added_at, changed_at)
   values (:id, :given, :family, :preferred, :say_it, :pronouns, :credentials, :title, :role, :languages, :line,
     :photo, :masked_photo, :photo_date, :masked_photo_date, :names, :name_sound, :own, :origin, :search,
     :on_leave, :leave_from, :leave_until, :retired_at, :by_hand, :added_at, :at)`,
);

export const badgesOf = query<{ hash: Uint8Array }, { person: string }>(
  'select hash from badge where person_id = :person order by hash',
);
/** Whose a badge is, whether or not they have left. */
export const badgeHolder = query<{ person: string; retired: 0 | 1 }, { hash: Uint8Array }>(
  `select person_id as person, retired_at is not null as retired
   from badge join person on person.id = person_id where hash = :hash`,
);
export const dropBadge = change<{ hash: Uint8Array }>('delete from badge where hash = :hash');

export const identifiersOf = query<{ hash: Uint8Array; system: string }, { person: string }>(
  'select hash, system from person_identifier where person_id = :person order by hash',
);
export const moveIdentifier = change<{ hash: Uint8Array; person: string }>(
  'update person_identifier set person_id = :person where hash = :hash',
);

/** A change that can be put back; `value` is JSON. */
export type ChangeRow = Record<'id' | 'at' | 'by_person' | 'person' | 'value', string>;

export const putChange = change<ChangeRow & { photos: string; lasting: 0 | 1 }>(
  `insert into person_change (id, at, by_person, person, value, photos, lasting)
   values (:id, :at, :by_person, :person, :value, :photos, :lasting)`,
);
export const changeById = query<ChangeRow, { id: string }>(
  'select id, at, by_person, person, value from person_change where id = :id',
);
/** The last ones first. */
export const lastChanges = query<ChangeRow, { since: string }>(
  `select id, at, by_person, person, value from person_change where at >= :since
   order by rowid desc limit 100`,
);
/** The merges by which somebody was kept, and who their doubles were. */
export const mergesOf = query<{ id: string; double: string }, { person: string }>(
  `select id, value ->> 'double' as double from person_change
   where person = :person and value ->> 'kind' = 'merged'`,
);
export const dropChange = change<{ id: string }>('delete from person_change where id = :id');
/** Deletes what is no longer offered to be put back. Pages are overwritten as they are freed (secure_delete). */
export const dropOldChanges = change<{ before: string }>(
  'delete from person_change where lasting = 0 and at < :before',
);
export const oldChanges = query<{ one: number }, { before: string }>(
  'select 1 as one from person_change where lasting = 0 and at < :before limit 1',
);

/** Everybody whom an import changed and who is here, in the order in which they lie in the table. */
export const changedByImport = query<ManagedRow, { import: string }>(
  `select * from person where id in (select item from import_change where import_id = :import) order by rowid`,
);

/** As `historyOf`, of everybody whom an import changed: who of them would lose something by being removed. */
export const withHistory = query<{ id: string }, { import: string }>(
  `with changed as (select item as id from import_change where import_id = :import),
   scheduled as materialized (
     select lead_id as id from scheduled_session where lead_id is not null
     union select ${memberPerson} from scheduled_session, ${plannedMembers}
   )
   select id from changed
   where exists (select 1 from participant where person_id = changed.id)
     or exists (select 1 from pin where person_id = changed.id)
     or exists (select 1 from access where person_id = changed.id)
     or exists (select 1 from stay_met where person_id = changed.id)
     or exists (select 1 from person where merged_into = changed.id)
     or id in (select id from scheduled)`,
);
