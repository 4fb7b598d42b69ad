import { joined, sameBytes } from '../bytes.ts';
import { originOf } from '../checkpoint.ts';
import { rootHash, type Sha256, type TreeNode } from '../merkle.ts';
import { isKeyName, verifierKey } from '../verifier-key.ts';
import { checkAnchors, largestWitnessed, sortAnchors } from './anchors.ts';
import { type Answer, type Bad, bad } from './answer.ts';
import type { Trust } from './bundle.ts';
import { readCheckpoints } from './check-checkpoints.ts';
import { checkKeys } from './check-keys.ts';
import type { Crypto } from './crypto.ts';
import type { EntryForm } from './entry-form.ts';
import { Tally } from './tally.ts';
import { type WholeRecord, walkWhole } from './walk.ts';

/** A record as it lies in a database, all of one moment. */
export interface StoredRecord extends Pick<WholeRecord, 'leaves' | 'entries' | 'purged'> {
  /** What it says of itself: its newest log, its size, and what its root follows from. */
  head: { log: string; size: number; frontier: Uint8Array; root: Uint8Array };
  /** Each log that it has been, the oldest first, with the 32 bytes of its key. */
  logs: readonly { id: string; publicKey: Uint8Array }[];
  /** The notes, by ascending size. */
  checkpoints: Iterable<string>;
  /** Every hash that is kept of the tree, the leaves too. */
  hashes: { count: number; at: (level: number, place: number) => Uint8Array | undefined };
  /** Checkpoints that were kept beside the database. They show an old copy, and are no anchors. */
  kept: readonly string[];
  /** Looks besides at each entry that holds. */
  alongside: (entry: EntryForm) => Bad | null;
}

/**
 * Checks a record in its database: the walk of a whole bundle, to the end also where that is not signed yet, and besides
 * every hash that is kept, the head, and the checkpoint beside it.
 */
export const verifyRecord = (
  record: StoredRecord,
  trust: Trust,
  { sha256, verify }: Pick<Crypto, 'sha256' | 'verify'>,
): Answer => {
  const { head, logs, leaves, entries, purged, hashes, kept } = record;
  const lines = logs.map(({ id, publicKey }) => keyLine(sha256, originOf(id), publicKey));
  const keys = checkKeys(sha256, lines, { log: head.log, trusted: trust.key });
  if (!keys.ok) return keys.problem;
  const checkpoints = readCheckpoints(verify, keys.value, record.checkpoints);
  if (!checkpoints.ok) return checkpoints.problem;

  // Where the head was set back behind a checkpoint, the walk finds the first entry that is missing.
  const size = Math.max(head.size, checkpoints.value.at(-1)?.size ?? 0);
  const anchors = sortAnchors(trust.anchors);
  const all = sortAnchors([...trust.anchors, ...kept]);
  const tally = new Tally();
  const walked = walkWhole(sha256, {
    ...{ size, purged: Math.min(purged, size), leaves, entries, checkpoints: checkpoints.value },
    rootsAt: new Set(all.map((anchor) => anchor.size)),
    alongside: (entry, nodes) => {
      if (entry !== null) tally.add(entry);
      return changedHash(hashes.at, nodes) ?? (entry === null ? null : record.alongside(entry));
    },
  });
  if (!walked.ok) return walked.problem;
  const { frontier, roots } = walked.value;
  if (hashes.count !== nodesOf(size)) return bad('hash', 'hash-changed');
  if (
    head.size !== size ||
    !sameBytes(head.frontier, joined(...frontier.subtrees)) ||
    !sameBytes(head.root, rootHash(sha256, frontier))
  )
    return bad('head', 'head-disagrees');

  const known = { size, rootAt: (at: number) => roots.get(at) };
  const disproved = checkAnchors(verify, keys.value, all, known);
  if (!disproved.ok) return disproved.problem;
  const held = checkAnchors(verify, keys.value, anchors, known);
  if (!held.ok) return held.problem;
  return {
    ...{ result: 'ok', size, purged, filter: { kind: 'all' } },
    entries: tally.counts.entries,
    invented: tally.invented,
    anchored: Math.max(held.value.held, largestWitnessed(verify, trust.witnesses, checkpoints.value)),
    key: keys.value.fingerprint,
    unused: [],
  };
};

/** The key as a line; an empty one where the log has a name that none can have. */
const keyLine = (sha256: Sha256, origin: string, publicKey: Uint8Array): string =>
  isKeyName(origin) && publicKey.length === 32 ? verifierKey(sha256, origin, publicKey) : '';

/** The first of these nodes that is not kept as it should be. The leaves are what the walk began with. */
const changedHash = (at: StoredRecord['hashes']['at'], nodes: readonly TreeNode[]): Bad | null => {
  for (const { level, place, hash } of nodes) {
    const kept = at(level, place);
    if (kept === undefined || !sameBytes(kept, hash))
      return { ...bad('hash', 'hash-changed'), node: { level, place } };
  }
  return null;
};

/** How many perfect subtrees there are over so many leaves: n + ⌊n/2⌋ + ⌊n/4⌋ … */
const nodesOf = (size: number): number => (size === 0 ? 0 : size + nodesOf(Math.floor(size / 2)));
