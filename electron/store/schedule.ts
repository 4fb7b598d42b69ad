import { change, query } from './sql.ts';

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
