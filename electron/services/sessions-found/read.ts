import { type Entry, isSessionEvent } from '../../../core/log/entry.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { evolve } from '../../../core/session/evolve.ts';
import type { Session } from '../../../core/session/state.ts';
import type { NoSession, SessionRead } from '../../../core/timeline/found.ts';
import { type Found, timelineOf } from '../../../core/timeline/timeline.ts';
import { readEntry } from '../../log/read-entry.ts';
import { lastCheckpoint } from '../../store/checkpoints.ts';
import { deviceEntriesBetween, sessionEntries, sinceAbout } from '../../store/log-read.ts';
import { sessionById } from '../../store/sessions-found.ts';
import type { SignedIn } from '../access/session.ts';
import type { Device } from '../device.ts';
import { namedCards, peopleIn } from '../log-read/named.ts';
import { purgedFrom } from '../log-read/purged.ts';
import { tellRead } from '../log-read/told.ts';

/** What can come between the events of a session, and belongs into its story. */
const meanwhile = [
  ...['kiosk-started', 'kiosk-stopped', 'kiosk-crashed', 'clock-jumped'],
  ...['recording-resumed', 'restored', 'log-created'],
];

/**
 * One session as the record has it: every event in order, what befell the kiosk meanwhile, and what was done with it since.
 * That it is read is told in the log first; throws as `record` does. Where there is none, whether it was deleted at the end
 * of retention.
 */
export const readSession = (device: Device, reader: SignedIn, id: string): Result<SessionRead, NoSession> => {
  const { db } = device;
  const own = sessionEntries.all(db, { session: id }).map(asFound);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return refuse(noSession(device, id));
  tellRead(device, reader, { session: id }, { from: first.seq, to: last.seq });
  const types = JSON.stringify(meanwhile);
  const beside = deviceEntriesBetween.all(db, { from: first.seq, to: last.seq, types }).map(asFound);
  const since = sinceAbout(db, id).map(asFound);
  const found = [...own, ...beside, ...since].sort((one, other) => one.seq - other.seq);
  const entries = found.flatMap(({ entry }) => entry ?? []);
  const row = sessionById.get(db, { id });
  const { date = null, time = null } = row ?? {};
  const signed = lastCheckpoint.get(db, {});
  return ok({
    ...{ id, session: stateOf(own), place: row?.place ?? null, unit: row?.unit ?? null },
    scheduled: date === null || time === null ? null : { date, time },
    invented: row?.invented === 1,
    chapters: timelineOf(found),
    people: namedCards(device, entries.flatMap(peopleIn)),
    signed: signed === undefined ? null : { size: signed.size, at: signed.at },
  });
};

const asFound = ({ seq, bytes }: { seq: number; bytes: Uint8Array }): Found => ({
  seq,
  entry: readEntry(bytes),
});

/** As it stood in the end; null where an entry cannot be read, or they do not follow from each other. */
const stateOf = (own: readonly Found[]): Session | null => {
  const entries = own.flatMap(({ entry }) => entry ?? []);
  if (entries.length < own.length) return null;
  try {
    return entries.reduce<Session | null>(after, null);
  } catch {
    return null;
  }
};

const after = (session: Session | null, entry: Entry): Session | null => {
  if (!isSessionEvent(entry)) return session;
  const { seq, at, boot, mono } = entry;
  return evolve(session, { ...entry, eventId: entry.event, stamp: { seq, at, boot, mono } });
};

/** An export, or a hold, of a session that is not there any more tells that it was. */
const noSession = (device: Device, id: string): NoSession => {
  const purged = purgedFrom(device);
  const wasThere = purged !== null && sinceAbout(device.db, id).length > 0;
  return { problem: wasThere ? 'purged' : 'no-such-session', purged };
};
