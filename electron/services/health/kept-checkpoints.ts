import { originOf, type SignedCheckpoint } from '../../../core/log/checkpoint.ts';
import type { Finding } from '../../log/check.ts';
import { goesOnFrom, headHolds } from '../../log/head.ts';
import { logs, readHead } from '../../store/log.ts';
import { readCheckpoint } from '../checkpoint-file.ts';
import type { Device } from '../device.ts';
import { checkpointFile } from '../folder.ts';
import { reasonOfLog } from './began-anew.ts';
import { contradictedIn, keepContradicted } from './quarantine.ts';

/**
 * Compares the record with the checkpoints that are kept beside it, each signed by this device: where one tells of more
 * entries, or of others, an old copy was put back or the record was rewritten. Files that are none are passed over.
 */
export const checkKept = (device: Device): Finding => {
  const files = [checkpointFile(device.folder), ...contradictedIn(device.folder)];
  for (const file of files) {
    const kept = readCheckpoint(file, device.signer.publicKey);
    const finding = kept === null ? null : contradiction(device, kept);
    if (finding !== null) return finding;
  }
  return { result: 'ok' };
};

/**
 * Sets the newest checkpoint aside where the record contradicts it, before one that comes later takes its place: it is
 * the evidence. A few reads, so that every program that opens the folder can do it.
 */
export const saveContradicted = (device: Device): void => {
  const kept = readCheckpoint(checkpointFile(device.folder), device.signer.publicKey);
  // Where not even its own head holds, the whole database is set aside, and this with it.
  if (kept !== null && headHolds(device.db) && contradiction(device, kept) !== null)
    keepContradicted(device.folder, device.clock.now());
};

const contradiction = (device: Device, kept: SignedCheckpoint): Finding | null => {
  const { db } = device;
  const known = logs.all(db, {});
  const at = known.findIndex(({ id }) => originOf(id) === kept.origin);
  // A record that began anew says what was there before it.
  if (at === -1) return kept.origin === originBefore(device) ? null : bad('another-log', null);
  const end = known[at + 1]?.began;
  // What a log recorded after the backup that was put back is not here, and the record says so.
  if (end !== undefined && kept.size >= end) return null;
  const size = readHead(db)?.size ?? 0;
  if (kept.size > size) return bad('shorter-than-checkpoint', size + 1);
  return goesOnFrom(db, kept) ? null : bad('rewritten', null);
};

const bad = (why: string, entry: number | null): Finding => ({ result: 'bad', entry, why });

const originBefore = (device: Device): string | null => {
  const before = reasonOfLog(device)?.before ?? null;
  return before === null ? null : originOf(before.log);
};
