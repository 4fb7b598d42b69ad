import type { DeviceEvent } from '../../../core/log/device-events.ts';
import type { Actor } from '../../../core/log/entry.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import type { NotScheduled, ScheduledSession } from '../../../core/schedule-view.ts';
import { wallTime } from '../../log/clock.ts';
import { recordedFor } from '../../log/commit.ts';
import { record } from '../../log/record.ts';
import type { Writer } from '../../store/open.ts';
import { managedPerson } from '../../store/people-changes.ts';
import {
  cancelledById,
  changeScheduled,
  putCancelled,
  putScheduled,
  removeCancelled,
  removeScheduled,
  type ScheduledRow,
  scheduledById,
  scheduledOn,
} from '../../store/schedule.ts';
import { placeById } from '../../store/settings.ts';
import type { Device } from '../device.ts';
import { isLate } from './carry-out.ts';
import type { ScheduleField } from './plan.ts';

/** A session as somebody plans it. */
export type Wanted = Omit<ScheduledSession, 'id' | 'is' | 'why'>;

interface Tap {
  /** The id of the tap. */
  id: string;
}

type Done = Result<null, NotScheduled>;

/** Puts a session on the schedule; the tap's id becomes its own, so that asking twice adds it once. */
export const scheduleByHand = (
  device: Device,
  actor: Actor,
  { id, session }: Tap & { session: Wanted },
): Done => {
  if (recordedFor(device, id) !== undefined) return ok(null);
  const row = rowFor(device, id, session);
  if (!row.ok) return row;
  return keep(
    device,
    actor,
    { id, event: { type: 'session-scheduled', ids: { scheduled: id }, data: {} } },
    (db) => {
      const { place_id: place, lead_id: lead, ...rest } = row.value;
      putScheduled(db, { ...rest, place, lead });
    },
  );
};

/** Changes what is planned; what was held stays as it was. */
export const changeByHand = (
  device: Device,
  actor: Actor,
  { id, scheduled, session }: Tap & { scheduled: string; session: Wanted },
): Done => {
  if (recordedFor(device, id) !== undefined) return ok(null);
  const before = scheduledById.get(device.db, { id: scheduled });
  if (before === undefined) return refuse('no-such-session');
  if (before.held === 1) return refuse('held');
  const row = rowFor(device, scheduled, session);
  if (!row.ok) return row;
  const changed = columns
    .filter(([, column]) => row.value[column] !== before[column])
    .map(([field]) => field);
  if (changed.length === 0) return refuse('nothing-new');
  const event: DeviceEvent = { type: 'schedule-changed', ids: { scheduled }, data: { fields: changed } };
  return keep(device, actor, { id, event }, (db) => changeScheduled(db, row.value));
};

const columns = [
  ...([
    ['place', 'place_id'],
    ['date', 'date'],
    ['time', 'time'],
    ['kind', 'kind'],
  ] as const),
  ...([
    ['urgency', 'urgency'],
    ['lead', 'lead_id'],
    ['team', 'team'],
  ] as const),
] as const satisfies readonly (readonly [ScheduleField, keyof ScheduledRow])[];

/** Takes a session off the schedule; it stays to be seen, and so does that it should have begun by then. */
export const cancelByHand = (
  device: Device,
  actor: Actor,
  { id, scheduled, why }: Tap & { scheduled: string; why: 'cancelled' | 'by-mistake' },
): Done => {
  if (recordedFor(device, id) !== undefined) return ok(null);
  const before = scheduledById.get(device.db, { id: scheduled });
  if (before === undefined) return refuse('no-such-session');
  if (before.held === 1) return refuse('held');
  const at = wallTime(device.clock.now());
  const late = isLate(before, at);
  const event: DeviceEvent = { type: 'session-cancelled', ids: { scheduled }, data: { why, late } };
  return keep(device, actor, { id, event }, (db) => {
    putCancelled(db, { ...plain(before), why, cancelled_at: at, late: late ? 1 : 0 });
    removeScheduled(db, { id: scheduled });
  });
};

/** Puts a session that was cancelled back on the schedule, as it was. */
export const putBackOn = (
  device: Device,
  actor: Actor,
  { id, scheduled }: Tap & { scheduled: string },
): Done => {
  if (recordedFor(device, id) !== undefined) return ok(null);
  const before = cancelledById.get(device.db, { id: scheduled });
  if (before === undefined) return refuse('no-such-session');
  if (isTaken(device, before)) return refuse('taken');
  const event: DeviceEvent = { type: 'session-back-on-schedule', ids: { scheduled }, data: {} };
  return keep(device, actor, { id, event }, (db) => {
    removeCancelled(db, { id: scheduled });
    const { place_id: place, lead_id, ...rest } = plain(before);
    const lead = lead_id !== null && managedPerson.get(db, { id: lead_id }) === undefined ? null : lead_id;
    putScheduled(db, { ...rest, place, lead });
  });
};

const plain = ({ id, place_id, date, time, kind, urgency, lead_id, team }: ScheduledRow): ScheduledRow => ({
  ...{ id, place_id, date, time, kind, urgency, lead_id, team },
});

/** Two sessions of one kind cannot begin at one place at one time. */
const isTaken = (device: Device, { id, place_id: place, date, time, kind }: ScheduledRow): boolean =>
  scheduledOn
    .all(device.db, { place, date })
    .some((other) => other.id !== id && other.time === time && other.kind === kind);

/** The session as the table has it, once its place and everybody in it are known. Whoever leads belongs to the team. */
const rowFor = (device: Device, id: string, wanted: Wanted): Result<ScheduledRow, NotScheduled> => {
  const { place, date, time, kind, urgency, lead } = wanted;
  if (placeById.get(device.db, { id: place }) === undefined) return refuse('no-such-place');
  const members = new Map(
    wanted.team.map(({ person, role, part }) => [
      person,
      { person, role, ...(part === null || part === undefined || kind === 'surgery' ? {} : { part }) },
    ]),
  );
  const isHere = (person: string): boolean => {
    const row = managedPerson.get(device.db, { id: person });
    return row !== undefined && row.retired_at === null;
  };
  if (![...members.keys()].every(isHere) || (lead !== null && !members.has(lead)))
    return refuse('no-such-person');
  const row = {
    ...{ id, place_id: place, date, time, kind, urgency, lead_id: lead },
    team: JSON.stringify([...members.values()]),
  };
  return isTaken(device, row) ? refuse('taken') : ok(row);
};

const keep = (
  device: Device,
  actor: Actor,
  { id, event }: { id: string; event: DeviceEvent },
  put: (db: Writer) => void,
): Done => {
  record(device, { id, actor, events: [event] }, put);
  device.live.changed();
  return ok(null);
};
