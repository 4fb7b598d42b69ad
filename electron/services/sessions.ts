import type { Actor } from '../../core/log/entry.ts';
import type { Command, Refusal } from '../../core/session/commands.ts';
import { decide } from '../../core/session/decide.ts';
import type { Session } from '../../core/session/state.ts';
import { sessionFromLog } from '../log/project.ts';
import { record } from '../log/record.ts';
import { dropChoices, emptyWriteAheadLog } from '../store/choices.ts';
import { firstEntryOf } from '../store/log.ts';
import { openSessionId } from '../store/sessions.ts';
import type { Device } from './device.ts';
import { here } from './settings.ts';

/** What became of a command: `event` is its id, by which its step can be undone. */
export type Outcome = { outcome: 'recorded'; event: string } | { outcome: 'refused'; refusal: Refusal };

/** The state of the open session, kept with the device so that a tap need not fold it from the log again. */
const standing = new WeakMap<Device, Session>();

/** The session that is open on this device. */
export const openSession = (device: Device): Session | null => {
  const known = standing.get(device);
  if (known !== undefined) return known;
  const id = openSessionId(device.db);
  return id === null ? null : keep(device, sessionFromLog(device.db, id));
};

const keep = (device: Device, session: Session | null): Session | null => {
  if (session === null || session.closed !== null) standing.delete(device);
  else standing.set(device, session);
  return session;
};

/** Devices whose write-ahead log could not be emptied yet, because somebody was reading. */
const unerased = new WeakSet<Device>();

const eraseDropped = (device: Device): void => {
  if (emptyWriteAheadLog(device.db)) unerased.delete(device);
  else unerased.add(device);
};

/**
 * Carries out a command: decides, records, and only then says so. The same command again (a retry after a lost
 * answer, a double tap) is the same event: nothing is recorded twice. Throws if the database does, in which case
 * nothing is known to be recorded.
 */
export const carryOut = (device: Device, command: Command, actor: Actor): Outcome => {
  const recorded: Outcome = { outcome: 'recorded', event: command.id };
  if (firstEntryOf.get(device.db, { event: command.id }) !== undefined) return recorded;
  const session = openSession(device);
  const place = here(device);
  const decision = decide(session, command, {
    place: place.id,
    unit: place.unit_id,
    participantId: device.newId,
  });
  if (!decision.ok) return { outcome: 'refused', refusal: decision.problem };
  const closing = command.type === 'close-session';
  try {
    const written = record(
      device,
      { id: command.id, actor, events: decision.value, session },
      closing ? dropChoices : undefined,
    );
    keep(device, written.session);
  } catch (problem) {
    standing.delete(device);
    throw problem;
  }
  if (closing || unerased.has(device)) eraseDropped(device);
  device.live.changed();
  return recorded;
};
