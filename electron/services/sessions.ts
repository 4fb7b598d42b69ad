import type { Actor } from '../../core/log/entry.ts';
import type { Command, Recognition, Refusal } from '../../core/session/commands.ts';
import { decide } from '../../core/session/decide.ts';
import type { Session } from '../../core/session/state.ts';
import { wallTime } from '../log/clock.ts';
import { recordedFor } from '../log/commit.ts';
import { sessionFromLog } from '../log/project.ts';
import { record } from '../log/record.ts';
import { dropChoices } from '../store/choices.ts';
import type { Writer } from '../store/open.ts';
import { personById } from '../store/people.ts';
import { isScheduledAt } from '../store/schedule.ts';
import { openSessionId } from '../store/sessions.ts';
import type { Device } from './device.ts';
import { here } from './settings.ts';
import { rememberMet } from './stay-memory.ts';

/** What became of a command: `event` is its id, by which its step can be undone. */
export type Outcome = { outcome: 'recorded'; event: string } | { outcome: 'refused'; refusal: Refusal };

/**
 * The state of the open session, kept so that a tap need not fold it from the log again. It is kept for one connection:
 * after a failure of the disk there is another one, and the log says how the session stands.
 */
const standing = new WeakMap<Writer, Session>();

/** The session that is open on this device. */
export const openSession = (device: Device): Session | null => {
  const { db } = device;
  const known = standing.get(db);
  if (known !== undefined) return known;
  const id = openSessionId(db);
  return id === null ? null : keep(db, sessionFromLog(db, id));
};

const keep = (db: Writer, session: Session | null): Session | null => {
  if (session === null || session.closed !== null) standing.delete(db);
  else standing.set(db, session);
  return session;
};

/** Devices whose write-ahead log could not be emptied yet, because somebody was reading or the disk failed. */
const unerased = new WeakSet<Device>();

/** Leaves nothing of what was deleted in the write-ahead log: now, or as soon as it can be. */
export const eraseDropped = (device: Device): void => {
  unerased.add(device);
  if (device.eraseWriteAheadLog()) unerased.delete(device);
};

/** Erases what patients of closed sessions chose, where that could not be done when they closed. */
export const eraseWhatIsLeft = (device: Device): void => {
  if (unerased.has(device)) eraseDropped(device);
};

/** Whether this command was carried out before. Throws where its id stands for something else: a page never does that. */
const wasRecorded = (device: Device, command: Command | Recognition): boolean => {
  const before = recordedFor(device, command.id);
  if (before === undefined) return false;
  const session = command.type === 'open-session' ? command.id : command.session;
  if (before.session_id !== session)
    throw new Error(`The id of this ${command.type} stands for something else`);
  return true;
};

/** What the rules cannot know: who and what there is on this device, and that a badge is read and not claimed. */
const notHere = (
  device: Device,
  command: Command | Recognition,
  actor: Actor,
  place: string,
): Refusal | null => {
  const isPerson = ({ person }: { person: string }) =>
    personById.get(device.db, { id: person }) !== undefined;
  switch (command.type) {
    case 'open-session': {
      const { scheduled: id, team } = command;
      if (id !== null && isScheduledAt.get(device.db, { id, place }) === undefined)
        return { code: 'not-scheduled' };
      return team.every(isPerson) ? null : { code: 'no-such-person' };
    }
    case 'join':
      return isPerson(command) ? null : { code: 'no-such-person' };
    case 'record':
      return command.verdict.method === 'badge' && actor.kind !== 'badge'
        ? { code: 'method-does-not-fit' }
        : null;
    default:
      return null;
  }
};

/**
 * Carries out a command: decides, records, and only then says so. The same command again (a retry after a lost
 * answer, a double tap) is the same event: nothing is recorded twice. Throws NotRecorded where the disk fails or is
 * full, except that a session can end on a full disk, so that what its patient chose is erased.
 */
export const carryOut = (device: Device, command: Command | Recognition, actor: Actor): Outcome => {
  const recorded: Outcome = { outcome: 'recorded', event: command.id };
  eraseWhatIsLeft(device);
  if (wasRecorded(device, command)) return recorded;
  const session = openSession(device);
  const place = here(device);
  const refusal = notHere(device, command, actor, place.id);
  if (refusal !== null) return { outcome: 'refused', refusal };
  const decision = decide(session, command, {
    place: place.id,
    unit: place.unit_id,
    participantId: device.newId,
  });
  if (!decision.ok) return { outcome: 'refused', refusal: decision.problem };
  const closing = command.type === 'close-session';
  const { db } = device;
  try {
    const written = record(
      device,
      { id: command.id, actor, events: decision.value, session, vital: closing },
      closing && session !== null
        ? (db) => {
            dropChoices(db);
            rememberMet(db, session, wallTime(device.clock.now()));
          }
        : undefined,
    );
    keep(db, written.session);
  } catch (problem) {
    standing.delete(db);
    // It may have been recorded all the same, and then nothing of what was chosen may stay.
    if (closing) unerased.add(device);
    throw problem;
  }
  if (closing) eraseDropped(device);
  device.live.changed();
  return recorded;
};
