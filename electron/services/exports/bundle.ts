import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { Filter } from '../../../core/log/bundle/statement.ts';
import type { Actor } from '../../../core/log/entry.ts';
import { fingerprint } from '../../../core/log/verifier-key.ts';
import { signNow } from '../../log/checkpoint.ts';
import { wallTime } from '../../log/clock.ts';
import { record } from '../../log/record.ts';
import { sha256 } from '../../log/signer.ts';
import { addAnchor } from '../../store/checkpoints.ts';
import { openReader } from '../../store/open.ts';
import { type Device, databaseFile } from '../device.ts';
import { bundleSource } from './bundle-source.ts';
import { streamed } from './export.ts';
import { newFile } from './file.ts';
import { nobodyListens } from './listener.ts';
import { exportedEvent } from './told.ts';

export interface ExportedBundle {
  /** Entries in it. */
  entries: number;
  /** How far the record went. */
  size: number;
  /** SHA-256 of the file, in hex. */
  digest: string;
  /** Of the key that signed it. */
  key: string;
}

/**
 * Writes a bundle, as record-format.md tells it, of what the filter asks for, to a file or a stream. The record is
 * signed first, so that all of it is vouched for; what is recorded meanwhile is not in it. All is read of one moment,
 * in steps, so that nobody at the bedside waits; the log says what leaves before anything does, and this checkpoint is
 * an anchor from then on. Nothing half-written stays under the name. Throws Problem, or what the file system or the
 * database says.
 */
export const exportBundle = async (
  device: Device,
  filter: Filter,
  to: string | Writable,
  actor: Actor,
): Promise<ExportedBundle> => {
  const file = typeof to === 'string' ? newFile(to, device.folder) : streamed(to);
  try {
    signNow(device);
    const db = openReader(databaseFile(device.folder));
    try {
      const { app, signer } = device;
      const at = wallTime(device.clock.now());
      const { rows, size, pieces } = await bundleSource(db, filter, { app, made: at, signer }, nobodyListens);
      const digest = await digestOf(pieces());
      const event = exportedEvent({ format: 'bundle', of: filter }, { rows, digest, size });
      record(device, { id: device.newId(), actor, events: [event] }, (writer) =>
        addAnchor(writer, { size, way: 'exported', at, cosignature: null }),
      );
      await file.write(pieces());
      return { entries: rows, size, digest, key: fingerprint(sha256, signer.publicKey) };
    } finally {
      db.close();
    }
  } finally {
    file.discard();
  }
};

const digestOf = async (pieces: Iterable<Uint8Array>): Promise<string> => {
  const hash = createHash('sha256');
  for (const piece of pieces) {
    hash.update(piece);
    await setImmediate();
  }
  return hash.digest('hex');
};
