import type { StoredRecord } from '../../../core/log/verify/record.ts';
import { extentOf } from '../../store/backup.ts';
import { checkpoints } from '../../store/checkpoints.ts';
import { hashAt, leavesInPages, MissingHash } from '../../store/hashes.ts';
import { entriesInPages, logs, readHead } from '../../store/log.ts';
import type { Reader } from '../../store/open.ts';

/** The record in a database, as the verifier reads it; null where there is none. */
export const storedRecord = (db: Reader): StoredRecord | null => {
  const head = readHead(db);
  if (head === null) return null;
  const { purged, hashes } = extentOf(db);
  return {
    head: { log: head.log_id, size: head.size, frontier: head.frontier, root: head.root },
    logs: logs.all(db, {}).map(({ id, public_key }) => ({ id, publicKey: public_key ?? new Uint8Array(32) })),
    leaves: leavesInPages(db),
    entries: bytesOf(entriesInPages(db)),
    purged,
    checkpoints: checkpoints.all(db, {}).map(({ note }) => note),
    hashes: { count: hashes, at: hashOrNone(db) },
    kept: null,
    alongside: () => null,
  };
};

function* bytesOf(rows: Iterable<{ bytes: Uint8Array }>): Generator<Uint8Array> {
  for (const { bytes } of rows) yield bytes;
}

const hashOrNone = (db: Reader) => (level: number, place: number) => {
  try {
    return hashAt(db, level, place);
  } catch (problem) {
    if (problem instanceof MissingHash) return undefined;
    throw problem;
  }
};
