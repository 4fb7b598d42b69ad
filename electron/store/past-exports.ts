import { query } from './sql.ts';

/** What the log tells of files that left, the newest first, from below a number. */
export const exportsBelow = query<{ seq: number; bytes: Uint8Array }, { below: number; most: number }>(
  `select seq, bytes from entry
   where session_id is null and type in ('exported', 'report-made') and seq < :below order by seq desc limit :most`,
);

/** The first day that a session opened on, or one is scheduled for; null for none. */
export const firstDay = query<{ day: string | null }>(
  `select min(day) as day from (
     select substr(min(opened_at), 1, 10) as day from session union all select min(date) from scheduled_session
   )`,
);

/** The units and places that there are, by name. */
export const unitsByName = query<{ id: string; name: string }>('select id, name from unit order by name, id');
export const placesByName = query<{ id: string; name: string; unit: string }>(
  'select id, name, unit_id as unit from place order by name, id',
);
