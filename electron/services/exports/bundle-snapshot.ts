import type { Kind } from '../../../core/log/bundle/members.ts';
import { type Filter, kindOf } from '../../../core/log/bundle/statement.ts';
import { parseCheckpoint, type SignedCheckpoint } from '../../../core/log/checkpoint.ts';
import type { NodeAt } from '../../../core/log/proofs.ts';
import { toldPurge } from '../../log/told-purge.ts';
import { type EntryRow, pagesOfAll, pagesOfDays, pagesOfSession } from '../../store/bundles.ts';
import { lastCheckpoint } from '../../store/checkpoints.ts';
import { hashAt } from '../../store/hashes.ts';
import { lastOfDevice } from '../../store/log.ts';
import type { Reader } from '../../store/open.ts';
import { type BundledCheckpoint, checkpointsFor, keyLines } from './bundle-checkpoints.ts';

/** The record up to its last checkpoint, and what of it goes into a bundle; all of one moment. */
export interface Snapshot {
  db: Reader;
  kind: Kind;
  filter: Filter;
  last: SignedCheckpoint;
  checkpoints: readonly BundledCheckpoint[];
  keys: readonly string[];
  /** How many entries from the first on are purged. */
  purged: number;
  /** Whether a simulation wrote into the record. */
  invented: boolean;
  nodeAt: NodeAt;
  /** The entries that the filter asks for, in pages; a page may have none. */
  pages: () => Iterable<EntryRow[]>;
}

/** The record in this connection, of which the moment is that of its first read. It must have a checkpoint. */
export const snapshotOf = (db: Reader, filter: Filter): Snapshot => {
  const last = parseCheckpoint(lastCheckpoint.get(db, {})?.note ?? '');
  if (last === null) throw new Error('The record has no checkpoint');
  const kind = kindOf({ filter });
  return {
    ...{ db, kind, filter, last },
    checkpoints: checkpointsFor(db, kind, last.size),
    keys: keyLines(db, last.size),
    purged: toldPurge(db),
    invented: lastOfDevice.get(db, { type: 'simulation-started' }) !== undefined,
    nodeAt: remembering((level, place) => hashAt(db, level, place)),
    pages: () => pagesOf(db, filter, last.size),
  };
};

/** Enough for the proofs of neighbours, which have most of their nodes in common. */
const mostNodes = 4096;

/** The same nodes, without reading each again for every proof. */
const remembering = (read: NodeAt): NodeAt => {
  const known = new Map<number, Uint8Array>();
  return (level, place) => {
    // No tree is 64 levels high.
    const key = place * 64 + level;
    const node = known.get(key) ?? read(level, place);
    if (known.size >= mostNodes) known.clear();
    known.set(key, node);
    return node;
  };
};

const pagesOf = (db: Reader, filter: Filter, size: number): Iterable<EntryRow[]> => {
  if (filter.kind === 'all') return pagesOfAll(db, size);
  return filter.kind === 'days' ? pagesOfDays(db, size, filter) : pagesOfSession(db, size, filter.id);
};
