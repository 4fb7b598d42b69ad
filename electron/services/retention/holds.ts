import type { Actor } from '../../../core/log/entry.ts';
import { cleanName } from '../../../core/names.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { wallTime } from '../../log/clock.ts';
import { record } from '../../log/record.ts';
import { addHold, endHold, type HoldRow, isSession, standingHolds } from '../../store/holds.ts';
import type { Device } from '../device.ts';

/** One session, or all that is from some days, both included (YYYY-MM-DD). */
export type Held = { session: string } | { from: string; to: string };

/** What a hold is on, as in “the session …”. */
export const heldInWords = (held: Held): string =>
  'session' in held ? `the session ${held.session}` : `all from ${held.from} to ${held.to}`;

/** What must not be purged, until it is released. */
export interface Hold {
  id: string;
  held: Held;
  /** The number of a case, for people. It is kept on the device and never in the log. */
  note: string | null;
  /** Wall time, RFC 3339 with offset. */
  placed: string;
}

/** A hold as its row has it. */
export const holdOf = ({ id, session, from_day, to_day, note, placed_at }: HoldRow): Hold => ({
  ...{ id, note, placed: placed_at },
  held: session === null ? { from: from_day ?? '', to: to_day ?? '' } : { session },
});

/**
 * Places a hold and says so in the log, in one transaction; gives its id. Refuses a session that the record does not
 * have, days of which the first is after the last, and a note that is empty, longer than 120 characters, or has
 * characters that nobody sees.
 */
export const placeHold = (
  device: Device,
  { held, note }: { held: Held; note: string | null },
  actor: Actor,
): Result<string, 'no-such-session' | 'days-reversed' | 'note-unusable'> => {
  const clean = note === null ? { name: null } : cleanName(note);
  if ('problem' in clean) return refuse('note-unusable');
  if ('session' in held && isSession.get(device.db, { id: held.session }) === undefined)
    return refuse('no-such-session');
  if ('from' in held && held.from > held.to) return refuse('days-reversed');
  const id = device.newId();
  const { session, from, to } =
    'session' in held ? { ...held, from: null, to: null } : { ...held, session: null };
  const ids = session === null ? { hold: id } : { hold: id, session };
  const event = { type: 'hold-placed' as const, ids, data: { from, to } };
  record(device, { id, actor, events: [event] }, (db) => {
    const placed_at = wallTime(device.clock.now());
    addHold(db, { id, session, from_day: from, to_day: to, note: clean.name, placed_at });
  });
  return ok(id);
};

/** Releases a hold and says so in the log, in one transaction. Refuses an id by which no hold stands. */
export const releaseHold = (device: Device, hold: string, actor: Actor): Result<null, 'no-such-hold'> => {
  if (!holds(device).some(({ id }) => id === hold)) return refuse('no-such-hold');
  const event = { type: 'hold-released' as const, ids: { hold }, data: {} };
  record(device, { id: device.newId(), actor, events: [event] }, (db) => {
    endHold(db, { id: hold, at: wallTime(device.clock.now()) });
  });
  return ok(null);
};

/** The holds that stand, the oldest first. */
export const holds = (device: Pick<Device, 'db'>): Hold[] => standingHolds.all(device.db, {}).map(holdOf);
