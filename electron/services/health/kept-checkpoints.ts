import { originOf } from '../../../core/log/checkpoint.ts';
import type { Finding } from '../../log/check.ts';
import { goesOnFrom, headHolds } from '../../log/head.ts';
import { logs, readHead } from '../../store/log.ts';
import { readCheckpoint } from '../checkpoint-file.ts';
import type { Device } from '../device.ts';
import { checkpointFile } from '../folder.ts';
import { originBefore } from './began-anew.ts';
import { type Mark, markFile, readMark } from './mark.ts';
import { contradictedIn, contradictedMarksIn, keepContradicted } from './quarantine.ts';

/**
 * Compares the record with the checkpoints that are kept beside it, each signed by this device, and with the mark of how
 * far it went: where one tells of more entries, or of others, an old copy was put back, the record was rewritten, or its end
 * was lost. Files that are none are passed over.
 */
export const checkKept = (device: Device): Finding => {
  const { folder } = device;
  const checkpoints = [checkpointFile(folder), ...contradictedIn(folder)];
  const marks = [markFile(folder), ...contradictedMarksIn(folder)];
  for (const kept of [...checkpoints.map(signedBy(device)), ...marks.map(ofItsLogs(device))]) {
    const finding = kept === null ? null : contradiction(device, kept);
    if (finding !== null) return finding;
  }
  return { result: 'ok' };
};

/**
 * Sets the newest checkpoint and mark aside where the record contradicts one of them, before one that comes later takes
 * its place: they are the evidence. A few reads, so that every program that opens the folder can do it.
 */
export const saveContradicted = (device: Device): void => {
  const { folder } = device;
  const newest = [signedBy(device)(checkpointFile(folder)), ofItsLogs(device)(markFile(folder))];
  // Where not even its own head holds, the whole database is set aside, and this with it.
  if (headHolds(device.db) && newest.some((kept) => kept !== null && contradiction(device, kept) !== null))
    keepContradicted(folder, device.clock.now());
};

const signedBy =
  ({ signer }: Device) =>
  (file: string): Mark | null =>
    readCheckpoint(file, signer.publicKey);

/** Where a backup took the place of the record, the mark is of a log that this one never was: nobody signed it. */
const ofItsLogs =
  ({ db }: Device) =>
  (file: string): Mark | null => {
    const mark = readMark(file);
    return mark !== null && logs.all(db, {}).some(({ id }) => originOf(id) === mark.origin) ? mark : null;
  };

const contradiction = (device: Device, kept: Mark): Finding | null => {
  const { db } = device;
  const known = logs.all(db, {});
  const at = known.findIndex(({ id }) => originOf(id) === kept.origin);
  // A record that began anew says what was there before it.
  if (at === -1) return kept.origin === originBefore(db) ? null : bad('another-log', null);
  const end = known[at + 1]?.began;
  // What a log recorded after the backup that was put back is not here, and the record says so.
  if (end !== undefined && kept.size >= end) return null;
  const size = readHead(db)?.size ?? 0;
  if (kept.size > size) return bad('shorter-than-checkpoint', size + 1);
  return goesOnFrom(db, kept) ? null : bad('rewritten', null);
};

const bad = (why: string, entry: number | null): Finding => ({ result: 'bad', entry, why });
