import { change, query } from './sql.ts';

/** A hold is on one session, or on all days from one to another, both included (YYYY-MM-DD). */
export interface HoldRow {
  id: string;
  session: string | null;
  from_day: string | null;
  to_day: string | null;
  note: string | null;
  placed_at: string;
}

const columns = 'hold.id, hold.session_id as session, from_day, to_day, note, placed_at';

/** The holds that were not released, the oldest first. */
export const standingHolds = query<HoldRow>(
  `select ${columns} from hold where released_at is null order by hold.rowid`,
);

/**
 * The holds that keep something of the entries after one number through another: on a session of which an entry is
 * among them, or on a day from the first to the last that they are from.
 */
export const holdsWithin = query<HoldRow, { after: number; through: number }>(
  `with days as (
     select min(substr(at, 1, 10)) as first, max(substr(at, 1, 10)) as last
     from entry where seq > :after and seq <= :through
   )
   select ${columns} from hold cross join days
   where released_at is null and iif(session_id is null,
     from_day <= last and to_day >= first,
     exists (
       select 1 from entry where session_id = hold.session_id and seq > :after and seq <= :through
     )
   )
   order by hold.rowid`,
);

export const addHold = change<{ [Column in keyof HoldRow]: HoldRow[Column] }>(
  `insert into hold (id, session_id, from_day, to_day, note, placed_at)
   values (:id, :session, :from_day, :to_day, :note, :placed_at)`,
);

/** Releases a hold that stands; changes nothing where there is none by this id. */
export const endHold = change<{ id: string; at: string }>(
  'update hold set released_at = :at where id = :id and released_at is null',
);

export const isSession = query<{ one: number }, { id: string }>(
  'select 1 as one from session where id = :id',
);
