import { type RoundKind, roundKinds, type Status, statusesIn } from '../../core/session/words.ts';
import { isOfDays, isWanted, type ScheduleRow, type Wanted } from './exports.ts';
import { ofDemoTeam, plannedPeople } from './reports.ts';
import { query } from './sql.ts';

/** A status in a kind of round; `null` for nobody having given one. */
type Counted = { kind: RoundKind; status: Status | null };

/** What a summary counts, in the order of its columns. */
const counted: readonly Counted[] = roundKinds.flatMap((kind) =>
  [...statusesIn[kind], null].map((status) => ({ kind, status })),
);

const columnOf = ({ kind, status }: Counted): string =>
  `${kind}_${(status ?? 'no-status').replaceAll('-', '_')}`;

/** The columns that hold how many introductions have a status in a kind of round. */
export const countColumns: readonly string[] = counted.map(columnOf);

/** One session and how many introductions it has of each status, in the columns of `countColumns`. */
export interface SummaryRow {
  opened: string;
  session: string;
  scheduled: string | null;
  place: string | null;
  unit: string | null;
  kind: string;
  urgency: string;
  rounds_ended: number;
  people: number;
  patient_seconds: number | null;
  team_seconds: number | null;
  invented: number;
  [count: string]: string | number | null;
}

const count = (one: Counted): string =>
  `count(*) filter (where round.kind = '${one.kind}' and introduction.status ${
    one.status === null ? 'is null and introduction.place is not null' : `= '${one.status}'`
  }) as ${columnOf(one)}`;

const secondsOf = (kind: RoundKind): string =>
  `(select round(sum(seconds), 1) from round where session_id = session.id and kind = '${kind}') as ${kind}_seconds`;

/** The sessions that opened on these days, in order. */
export const summaryBetween = query<SummaryRow, Wanted>(
  `select session.opened_at as opened, session.id as session, scheduled_id as scheduled, place.name as place,
     unit.name as unit, session.kind, session.urgency,
     (select count(*) from round where session_id = session.id and ended_at is not null) as rounds_ended,
     (select count(*) from participant where session_id = session.id and mistake = 0) as people,
     ${counted.map(count).join(', ')}, ${secondsOf('patient')}, ${secondsOf('team')},
     simulated = 1 or ${ofDemoTeam('select person_id from participant where session_id = session.id')} as invented
   from session
   left join place on place.id = session.place_id
   left join unit on unit.id = session.unit_id
   left join round on round.session_id = session.id
   left join introduction on introduction.round_id = round.id
   where ${isOfDays} and ${isWanted}
   group by session.opened_at, session.id order by session.opened_at, session.id`,
);

const isUnopened = `date between :from and :to and (:place is null or place.id = :place)
   and (:unit is null or scheduled_session.unit_id = :unit) and (:kind is null or kind = :kind)
   and not exists (select 1 from session where scheduled_id = scheduled_session.id)`;

/** What was scheduled for these days and nobody opened, by time. */
export const unopenedBetween = query<ScheduleRow, Wanted>(
  `select scheduled_session.id as scheduled, date, time, place.name as place, unit.name as unit, kind, urgency,
     ${ofDemoTeam(plannedPeople)} as invented
   from scheduled_session join place on place.id = place_id join unit on unit.id = scheduled_session.unit_id
   where ${isUnopened} order by date, time, scheduled_session.id`,
);

export const countSummary = query<{ count: number }, Wanted>(
  `select (select count(*) from session where ${isOfDays} and ${isWanted})
     + (select count(*) from scheduled_session join place on place.id = place_id where ${isUnopened}) as count`,
);
