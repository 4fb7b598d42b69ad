import { change, query } from './sql.ts';

/** A scheduled session as the table has it; `team` is JSON. */
export type ScheduledRow = {
  id: string;
  place_id: string;
  date: string;
  time: string;
  kind: string;
  urgency: string;
  lead_id: string | null;
  team: string;
};

/** The sessions that are scheduled at a place on a day (YYYY-MM-DD), by time; `team` is JSON. */
export const scheduledOn = query<
  {
    id: string;
    time: string;
    kind: string;
    urgency: string;
    lead: string | null;
    team: string;
    held: number;
  },
  { place: string; date: string }
>(
  `select id, time, kind, urgency, lead_id as lead, team,
     exists (select 1 from session where scheduled_id = scheduled_session.id) as held
   from scheduled_session where place_id = :place and date = :date order by time, id`,
);

export const isScheduledAt = query<{ one: number }, { id: string; place: string }>(
  'select 1 as one from scheduled_session where id = :id and place_id = :place',
);

export const putScheduled = change<{
  id: string;
  place: string;
  date: string;
  time: string;
  kind: string;
  urgency: string;
  lead: string | null;
  team: string;
}>(
  `insert into scheduled_session (id, place_id, date, time, kind, urgency, lead_id, team)
   values (:id, :place, :date, :time, :kind, :urgency, :lead, :team) on conflict (id) do nothing`,
);

export const changeScheduled = change<ScheduledRow>(
  `update scheduled_session set place_id = :place_id, date = :date, time = :time, kind = :kind,
     urgency = :urgency, lead_id = :lead_id, team = :team where id = :id`,
);
export const removeScheduled = change<{ id: string }>('delete from scheduled_session where id = :id');

const columns = 'id, place_id, date, time, kind, urgency, lead_id, team';
/** Whether a session was opened for it. */
const held = 'exists (select 1 from session where scheduled_id = scheduled_session.id) as held';

export const scheduledById = query<ScheduledRow & { held: 0 | 1 }, { id: string }>(
  `select ${columns}, ${held} from scheduled_session where id = :id`,
);

const cancelled = 'id, place_id, date, time, kind, urgency, lead as lead_id, team, why, cancelled_at, late';

export type CancelledRow = ScheduledRow & {
  why: 'cancelled' | 'by-mistake' | 'not-in-list';
  cancelled_at: string;
  late: 0 | 1;
};

export const cancelledById = query<CancelledRow, { id: string }>(
  `select ${cancelled} from cancelled_session where id = :id`,
);
export const putCancelled = change<CancelledRow>(
  `insert into cancelled_session (id, place_id, date, time, kind, urgency, lead, team, why, cancelled_at, late)
   values (:id, :place_id, :date, :time, :kind, :urgency, :lead_id, :team, :why, :cancelled_at, :late)`,
);
export const removeCancelled = change<{ id: string }>('delete from cancelled_session where id = :id');

/** What is scheduled on these days, everywhere, by place and time. */
export const scheduledBetween = query<
  ScheduledRow & { held: 0 | 1; place: string; unit: string },
  { from: string; to: string }
>(
  `select scheduled_session.id, place_id, date, time, kind, urgency, lead_id, team, ${held},
     place.name as place, unit.name as unit
   from scheduled_session join place on place.id = place_id join unit on unit.id = place.unit_id
   where date between :from and :to order by date, unit.name, place.name, time, scheduled_session.id`,
);
export const cancelledBetween = query<
  CancelledRow & { place: string; unit: string },
  { from: string; to: string }
>(
  `select cancelled_session.id, place_id, date, time, kind, urgency, lead as lead_id, team, why, cancelled_at, late,
     place.name as place, unit.name as unit
   from cancelled_session join place on place.id = place_id join unit on unit.id = place.unit_id
   where date between :from and :to order by date, unit.name, place.name, time, cancelled_session.id`,
);

export const allPlaces = query<{ id: string; name: string; unit: string }>(
  `select place.id, place.name, unit.name as unit from place join unit on unit.id = place.unit_id
   where place.name <> '' order by unit.name, place.name`,
);

/** Which scheduled session another system knows by this, and what type of resource that was. */
export const scheduledBySource = query<{ scheduled: string }, { hash: Uint8Array }>(
  'select scheduled from scheduled_source where hash = :hash',
);
export const sourceTypesOf = query<{ type: string }, { scheduled: string }>(
  'select distinct type from scheduled_source where scheduled = :scheduled',
);
export const putSource = change<{ hash: Uint8Array; scheduled: string; type: string }>(
  `insert into scheduled_source (hash, scheduled, type) values (:hash, :scheduled, :type)
   on conflict (hash) do update set scheduled = excluded.scheduled`,
);
export const dropSources = change<{ scheduled: string }>(
  'delete from scheduled_source where scheduled = :scheduled',
);

/** Counts the changes of people, whoever makes them. */
export const rosterChanges = query<{ changes: number }>('select changes from roster_stand');
