import type { DeviceEvent } from '../../../core/log/device-events.ts';
import type { LogWanted } from '../../../core/log/reading.ts';
import { record } from '../../log/record.ts';
import { readHead } from '../../store/log.ts';
import { actorOf, type SignedIn } from '../access/session.ts';
import type { Device } from '../device.ts';

/** What the log was told of what somebody read, for as long as they are signed in. */
const told = new WeakMap<SignedIn, Set<string>>();

/** Told once for each thousand numbers: a page more of the same says nothing new. */
const stretch = 1000;

/** Says in the log what is read before it is given, once for each sign-in. Throws as `record` does. */
export const tellOnce = (device: Device, reader: SignedIn, key: string, event: DeviceEvent): void => {
  const known = told.get(reader) ?? new Set();
  if (known.has(key)) return;
  record(device, { id: device.newId(), actor: actorOf(reader), events: [event] });
  told.set(reader, known.add(key));
};

/** Says that entries between two numbers are read: by what they were looked for, or as they come, in thousands. */
export const tellRead = (
  device: Device,
  reader: SignedIn,
  { session, person, type, actor, from: firstDay, to: lastDay }: LogWanted,
  seqs: { from: number; to: number },
): void => {
  const ids = { ...(session === undefined ? {} : { session }), ...(person === undefined ? {} : { person }) };
  const by = {
    ...(type === undefined ? {} : { type }),
    ...(actor === undefined ? {} : { actor }),
    ...(firstDay === undefined ? {} : { firstDay }),
    ...(lastDay === undefined ? {} : { lastDay }),
  };
  const size = readHead(device.db)?.size ?? seqs.to;
  if (Object.keys({ ...ids, ...by }).length > 0) {
    const data = { from: 1, to: size, ...by };
    tellOnce(device, reader, JSON.stringify([ids, by]), { type: 'log-read', ids, data });
    return;
  }
  for (let from = startOf(seqs.from); from <= seqs.to; from += stretch) {
    const data = { from, to: Math.min(from + stretch - 1, size) };
    tellOnce(device, reader, `from ${from}`, { type: 'log-read', ids: {}, data });
  }
};

const startOf = (seq: number): number => seq - ((seq - 1) % stretch);
