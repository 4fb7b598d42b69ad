import type { Actor } from '../../core/log/entry.ts';
import type { Command, Refusal } from '../../core/session/commands.ts';
import { decide } from '../../core/session/decide.ts';
import type { Session } from '../../core/session/state.ts';
import { sessionFromLog } from '../log/project.ts';
import { record } from '../log/record.ts';
import { dropChoices, emptyWriteAheadLog } from '../store/choices.ts';
import { firstEntryOf } from '../store/log.ts';
import { personById } from '../store/people.ts';
import { isScheduledAt } from '../store/schedule.ts';
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

/** Devices whose write-ahead log could not be emptied yet, because somebody was reading or the disk failed. */
const unerased = new WeakSet<Device>();

const eraseDropped = (device: Device): void => {
  unerased.add(device);
  if (emptyWriteAheadLog(device.db)) unerased.delete(device);
};

/** Whether this command was carried out before. Throws where its id stands for something else: a page never does that. */
const wasRecorded = (device: Device, command: Command): boolean => {
  const before = firstEntryOf.get(device.db, { event: command.id });
  if (before === undefined) return false;
  const session = command.type === 'open-session' ? command.id : command.session;
  if (before.session_id !== session)
    throw new Error(`The id of this ${command.type} stands for something else`);
  return true;
};

/** What the rules cannot know: who and what there is on this device, and that a badge is read and not claimed. */
const notHere = (device: Device, command: Command, actor: Actor, place: string): Refusal | null => {
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
 * answer, a double tap) is the same event: nothing is recorded twice. Throws if the database does, in which case
 * nothing is known to be recorded.
 */
export const carryOut = (device: Device, command: Command, actor: Actor): Outcome => {
  const recorded: Outcome = { outcome: 'recorded', event: command.id };
  if (unerased.has(device)) eraseDropped(device);
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
  try {
    const written = record(
      device,
      { id: command.id, actor, events: decision.value, session },
      closing ? dropChoices : undefined,
    );
    keep(device, written.session);
  } catch (problem) {
    standing.delete(device);
    // It may have been recorded all the same, and then nothing of what was chosen may stay.
    if (closing) unerased.add(device);
    throw problem;
  }
  if (closing) eraseDropped(device);
  device.live.changed();
  return recorded;
};
