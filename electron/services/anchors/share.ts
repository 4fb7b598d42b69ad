import type { Actor } from '../../../core/log/entry.ts';
import { signNow } from '../../log/checkpoint.ts';
import { wallTime } from '../../log/clock.ts';
import { record } from '../../log/record.ts';
import { addAnchor } from '../../store/checkpoints.ts';
import type { Device } from '../device.ts';
import { deviceKeys } from './device-keys.ts';

export interface SharedCheckpoint {
  /** The checkpoint, a signed note: what is printed as text, and, byte for byte, what its QR code says. */
  note: string;
  origin: string;
  size: number;
  /** Of the key that signed it, in hex. */
  fingerprint: string;
}

/**
 * The log as it stands, signed, for whoever keeps it elsewhere: on paper, on a screen, with a witness. That it left is
 * in the log before it is given out.
 *
 * It is signed first and recorded then. So it covers all that was there when it was asked for, and the entry that
 * names its size speaks of a checkpoint that exists; that entry is covered by the next one. The other way round, an
 * entry would have to say how far a checkpoint reaches that is still to be made. If the power is cut in between, there
 * is a checkpoint that nobody has seen: nothing is lost, nothing is claimed.
 */
export const shareCheckpoint = (
  device: Device,
  way: 'printed' | 'shown' | 'for-witness',
  actor: Actor,
): SharedCheckpoint => {
  const { size, note } = signNow(device);
  const event = { type: 'checkpoint-shared' as const, ids: {}, data: { size, way } };
  record(device, { id: device.newId(), actor, events: [event] }, (db) => {
    addAnchor(db, { size, way, at: wallTime(device.clock.now()), cosignature: null });
  });
  const { origin, fingerprint } = deviceKeys(device);
  return { note, origin, size, fingerprint };
};
