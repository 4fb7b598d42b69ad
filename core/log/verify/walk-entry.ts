import { ok, type Result, refuse } from '../../result.ts';
import { toHex } from '../base64.ts';
import { sameBytes } from '../bytes.ts';
import { type Frontier, leafHash, rootHash, type Sha256 } from '../merkle.ts';
import { type Bad, badEntry } from './answer.ts';
import { type EntryForm, readEntry } from './entry-form.ts';

/** An entry and what it has to agree with. */
interface Place {
  /** The number that it must have. */
  k: number;
  leaf: Uint8Array;
  /** Null where there are no more. */
  bytes: Uint8Array | null;
  /** The entry before it; null where that was purged or this is the first. */
  before: EntryForm | null;
  /** Of the entries before it. */
  frontier: Frontier;
}

/** Step 5.2: the entry at this place, if it is the one that was recorded there. */
export const readEntryAt = (
  sha256: Sha256,
  { k, leaf, bytes, before, frontier }: Place,
): Result<EntryForm, Bad> => {
  if (bytes === null) return refuse(badEntry(k, 'entry-missing'));
  if (!sameBytes(leafHash(sha256, bytes), leaf)) return refuse(badEntry(k, 'entry-changed'));
  const entry = readEntry(bytes);
  if (entry === null) return refuse(badEntry(k, 'entry-malformed'));
  if (entry.seq !== k) return refuse(badEntry(k, 'entry-misplaced'));
  const follows =
    entry.log === before?.log ||
    mayFollow(entry, before, frontier.size, () => toHex(rootHash(sha256, frontier)));
  return follows ? ok(entry) : refuse(badEntry(k, 'entry-of-another-log'));
};

/**
 * Whether an entry may be of another log than the one before it: where it begins a log that goes on, as a record put
 * back from a backup does, from just what is before it. Where what is before it was purged, nothing tells of which log
 * that was.
 */
const mayFollow = (
  { type, data }: EntryForm,
  before: EntryForm | null,
  size: number,
  root: () => string,
): boolean => {
  if (type !== 'restored') return before === null;
  return (before === null || data.from === before.log) && data.size === size && data.root === root();
};
