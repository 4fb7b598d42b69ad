import type { MissingSession } from '../../core/figures/view.ts';
import { ofDemoTeam } from './reports.ts';
import { query } from './sql.ts';

/**
 * The sessions that were scheduled for these days, before today, and that nobody opened, the newest first; those after
 * one of them are told by its date, time and id, with a space between.
 */
export const missedSessions = query<
  MissingSession & { invented: number },
  { from: string; to: string; today: string; after: string }
>(
  `select scheduled_session.id, date, time, place_id as place, place.name as placeName,
     scheduled_session.unit_id as unit, unit.name as unitName, kind, urgency,
     ${ofDemoTeam("select lead_id union select value ->> 'person' from json_each(team)")} as invented
   from scheduled_session join place on place.id = place_id join unit on unit.id = scheduled_session.unit_id
   where date between :from and :to and date < :today
     and date || ' ' || time || ' ' || scheduled_session.id < :after
     and not exists (select 1 from session where scheduled_id = scheduled_session.id)
   order by date desc, time desc, scheduled_session.id desc`,
);
