import type { MissingSession } from '../../core/figures/view.ts';
import type { SessionKind, Urgency } from '../../core/session/words.ts';
import { ofDemoTeam } from './reports.ts';
import { query } from './sql.ts';

export const unitsInUse = query<{ key: string; name: string }>(
  'select id as key, name from unit order by name, id',
);

export const placesInUse = query<{ key: string; name: string; unit: string; unitName: string }>(
  `select place.id as key, place.name, unit.id as unit, unit.name as unitName
   from place join unit on unit.id = unit_id order by unit.name, place.name, place.id`,
);

export const whatIsInUse = query<{ kind: SessionKind; urgency: Urgency }>(
  'select kind, urgency from session union select kind, urgency from scheduled_session',
);

export const rolesInUse = query<{ role: string }>('select distinct role from participant');

export const recordedDays = query<{ from: string | null; to: string | null }>(
  `select min(day) as "from", max(day) as "to" from (
     select min(substr(opened_at, 1, 10)) as day from session
     union all select max(substr(opened_at, 1, 10)) from session
     union all select min(date) from scheduled_session
     union all select max(date) from scheduled_session
   )`,
);

/**
 * The sessions that were scheduled for these days, before today, and that nobody opened, the newest first; those after
 * one of them are told by its date, time and id, with a space between.
 */
export const missedSessions = query<
  MissingSession & { invented: number },
  { from: string; to: string; today: string; after: string }
>(
  `select scheduled_session.id, date, time, place_id as place, place.name as placeName, unit_id as unit,
     unit.name as unitName, kind, urgency,
     ${ofDemoTeam("select lead_id union select value ->> 'person' from json_each(team)")} as invented
   from scheduled_session join place on place.id = place_id join unit on unit.id = unit_id
   where date between :from and :to and date < :today
     and date || ' ' || time || ' ' || scheduled_session.id < :after
     and not exists (select 1 from session where scheduled_id = scheduled_session.id)
   order by date desc, time desc, scheduled_session.id desc`,
);
