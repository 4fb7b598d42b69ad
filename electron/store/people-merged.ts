import { change, query } from './sql.ts';

/** Whom each of these people, given as a JSON array of ids, is kept as, where it is somebody else. */
export const keptInstead = query<{ id: string; kept: string }, { ids: string }>(
  `select id, merged_into as kept from person
   where merged_into is not null and id in (select value from json_each(:ids))`,
);

/** All the ids under which somebody has history: their own, and those of their doubles. */
export const idsOfPerson = query<{ id: string }, { id: string }>(
  'select id from person where id = :id or merged_into = :id order by id = :id desc, id',
);

/** Retires a double, and says who is kept in its place. */
export const mergeInto = change<{ id: string; kept: string; at: string }>(
  `update person set merged_into = :kept, retired_at = coalesce(retired_at, :at), changed_at = :at where id = :id`,
);
/** The doubles of a double are those of who is kept. */
export const carryOver = change<{ from: string; kept: string }>(
  'update person set merged_into = :kept where merged_into = :from',
);
export const carryBack = change<{ id: string; from: string; kept: string }>(
  'update person set merged_into = :kept where id = :id and merged_into = :from',
);
/** They are two again; `retired` is how it stood with the other before. */
export const takeApart = change<{ id: string; retired: string | null; at: string }>(
  'update person set merged_into = null, retired_at = :retired, changed_at = :at where id = :id',
);
/** What a merge fills in that only people themselves say, or nobody does by hand. */
export const putMergedColumns = change<{
  id: string;
  pronouns: string | null;
  line: string | null;
  name_sound: string | null;
}>('update person set pronouns = :pronouns, line = :line, name_sound = :name_sound where id = :id');

export const putToldApart = change<{ one: string; other: string }>(
  'insert into told_apart (one_id, other_id) values (:one, :other) on conflict do nothing',
);
export const dropToldApart = change<{ one: string; other: string }>(
  'delete from told_apart where one_id = :one and other_id = :other',
);
export const toldApart = query<{ one: string; other: string }>(
  'select one_id as one, other_id as other from told_apart',
);
