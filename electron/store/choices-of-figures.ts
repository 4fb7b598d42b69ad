import { query } from './sql.ts';

export const unitsByName = query<{ key: string; name: string }>(
  'select id as key, name from unit order by name, id',
);

export const placesByName = query<{ key: string; name: string; unit: string; unitName: string }>(
  `select place.id as key, place.name, unit.id as unit, unit.name as unitName
   from place join unit on unit.id = unit_id order by unit.name, place.name, place.id`,
);

/** The first and the last day on which anything was held or scheduled. */
export const recordedDays = query<{ from: string | null; to: string | null }>(
  `select min(day) as "from", max(day) as "to" from (
     select * from (select substr(opened_at, 1, 10) as day from session order by opened_at limit 1)
     union all select * from (select substr(opened_at, 1, 10) from session order by opened_at desc limit 1)
     union all select * from (select date from scheduled_session order by date limit 1)
     union all select * from (select date from scheduled_session order by date desc limit 1)
   )`,
);
