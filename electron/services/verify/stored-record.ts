import { bad } from '../../../core/log/verify/answer.ts';
import type { StoredRecord } from '../../../core/log/verify/record.ts';
import { toldPurge } from '../../log/told-purge.ts';
import { checkpoints } from '../../store/checkpoints.ts';
import { findHash, leavesInPages } from '../../store/hashes.ts';
import { logs, readHead } from '../../store/log.ts';
import type { Reader } from '../../store/open.ts';
import { countHashes, type FullEntryRow, fullEntries } from '../../store/verify.ts';
import { withCosignatures } from '../exports/bundle-checkpoints.ts';
import { often, type Tell } from './progress.ts';
import { rowProblem } from './rows.ts';

/**
 * The record in this connection as the verifier takes it, or null where there is none. `kept` are checkpoints from beside
 * it; `tell` hears how far the entries were read.
 */
export const storedRecord = (
  db: Reader,
  kept: readonly string[],
  tell: Tell = () => {},
): StoredRecord | null => {
  const head = readHead(db);
  if (head === null) return null;
  let row: FullEntryRow | null = null;
  function* bytesOfRows(): Generator<Uint8Array> {
    for (row of fullEntries(db)) {
      if (row.seq % often === 0) tell({ doing: 'record', done: row.seq, of: head?.size ?? 0 });
      yield row.bytes;
    }
  }
  return {
    head: { log: head.log_id, size: head.size, frontier: head.frontier, root: head.root },
    logs: logs
      .all(db, {})
      .flatMap(({ id, public_key: publicKey }) => (publicKey === null ? [] : [{ id, publicKey }])),
    purged: toldPurge(db),
    leaves: leavesInPages(db),
    entries: bytesOfRows(),
    checkpoints: checkpoints.all(db, {}).map((checkpoint) => withCosignatures(db, checkpoint)),
    hashes: { count: countHashes(db), at: (level, place) => findHash(db, level, place) },
    kept,
    // The walk has just taken the bytes of this row.
    alongside: () => (row === null ? bad('entry', 'entry-missing') : rowProblem(row)),
  };
};
