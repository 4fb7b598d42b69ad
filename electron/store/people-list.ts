import { change, query } from './sql.ts';

const stand = query<{ changes: number }>('select changes from roster_stand');
/** Grows with every change of anybody. */
export const rosterStand = (db: Parameters<typeof stand.get>[0]): number => stand.get(db, {})?.changes ?? 0;

/** Something was said of people that is not in their rows. */
export const touchRoster = change(
  `insert into roster_stand (id, changes) values (1, 1) on conflict (id) do update set changes = changes + 1`,
);

/** Everybody who can be in a list, as far as their order and who may be there twice follow from it. */
export interface IndexedRow {
  id: string;
  given: string;
  family: string | null;
  preferred: string | null;
  role: string;
  photo: string | null;
  origin: string;
  retired: 0 | 1;
  /** A JSON array of whose numbers they are known by, with the numbers as hashes in hex. */
  numbers: string;
}

export const indexedPeople = query<IndexedRow>(
  `select id, given, family, preferred, role, photo, origin, retired_at is not null as retired,
     (select json_group_array(json_object('system', system, 'hash', lower(hex(hash))))
      from person_identifier where person_id = person.id) as numbers
   from person where merged_into is null`,
);
export const peopleCount = query<{ count: number }>('select count(*) as count from person');

export type PhotoAge = 'none' | 'undated' | 'old' | 'soon' | 'fresh';

/** How it stands with each person whose names hold every given word as the start of one of theirs. */
export const standings = query<
  {
    id: string;
    standing: 'visitor' | 'retired' | 'on-leave' | 'here';
    photo: PhotoAge;
    badge: 0 | 1;
  },
  { words: string; today: string; from: string; soon: string }
>(
  `select id,
     case when retired_at is not null then 'retired' when origin = 'visitor' then 'visitor'
       when on_leave = 1 or (leave_from <= :today and coalesce(leave_until, :today) >= :today) then 'on-leave'
       else 'here' end as standing,
     case when photo is null then 'none' when photo_date is null then 'undated' when photo_date < :from then 'old'
       when photo_date < :soon then 'soon' else 'fresh' end as photo,
     exists (select 1 from badge where person_id = person.id) as badge
   from person
   where merged_into is null and not exists (
     select 1 from json_each(:words) as word
     where ' ' || search not like '% ' || replace(replace(replace(word.value,
       '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' escape '\\'
   )`,
);
