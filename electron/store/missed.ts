import type { MissingSession } from '../../core/figures/view.ts';
import type { Reader } from './open.ts';
import { ofDemoTeam, plannedPeople } from './reports.ts';
import { query } from './sql.ts';

/** Null where it is of all. */
interface Missed extends Record<string, string | null> {
  from: string;
  to: string;
  today: string;
  /** The date, time and id of one of them, with a space between: those after it are told. */
  after: string | null;
  unit: string | null;
  place: string | null;
  kind: string | null;
  urgency: string | null;
}

/** The sessions that were scheduled for these days, before today, and that nobody opened, the newest first. */
export const missedSessions = query<MissingSession, Missed>(
  `select scheduled_session.id, date, time, place_id as place, place.name as placeName,
     scheduled_session.unit_id as unit, unit.name as unitName, kind, urgency
   from scheduled_session
   cross join place on place.id = place_id
   cross join unit on unit.id = scheduled_session.unit_id
   where date between :from and :to and date < :today
     and (:after is null or date || ' ' || time || ' ' || scheduled_session.id < :after)
     and (:unit is null or scheduled_session.unit_id = :unit) and (:place is null or place_id = :place)
     and (:kind is null or kind = :kind) and (:urgency is null or urgency = :urgency)
     and not exists (select 1 from session where scheduled_id = scheduled_session.id)
   order by date desc, time desc, scheduled_session.id desc`,
);

const scheduledForDemo = query<{ one: number }, { id: string }>(
  `select 1 as one from scheduled_session
   where id = :id and ${ofDemoTeam(plannedPeople)}`,
);

/** Whether a scheduled session is invented. */
export const isForDemo = (db: Reader, id: string): boolean => scheduledForDemo.get(db, { id }) !== undefined;
