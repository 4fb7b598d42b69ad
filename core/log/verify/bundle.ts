import { ok, type Result, refuse } from '../../result.ts';
import { fromHex } from '../base64.ts';
import type { Source } from '../bundle/source.ts';
import { type SignedCheckpoint, splitNotes } from '../checkpoint.ts';
import type { VerifierKey } from '../verifier-key.ts';
import { checkAnchors, largestWitnessed, sortAnchors } from './anchors.ts';
import { type Answer, type Bad, bad } from './answer.ts';
import { lastCheckpointOf, readCheckpoints } from './check-checkpoints.ts';
import { checkConsistency } from './check-consistency.ts';
import { checkKeys, type Keys } from './check-keys.ts';
import { checkPart } from './check-part.ts';
import { checkStatement } from './check-statement.ts';
import type { Crypto } from './crypto.ts';
import { type Bundle, readBundle } from './read-bundle.ts';
import { type Counts, checkCounts, Tally } from './tally.ts';
import { walkWhole } from './walk.ts';

/** What the one who checks has by another road than what is checked. */
export interface Trust {
  /** The fingerprint of the key, in lower-case hex; null where none was given. */
  key: string | null;
  /** Checkpoints, a signed note each, in any order. */
  anchors: readonly string[];
  witnesses: readonly VerifierKey[];
}

/** What is known of the entries once they hold. */
interface Entries {
  counts: Counts;
  invented: number;
  rootAt: (size: number) => Uint8Array | undefined;
}

/** Checks a bundle as record-format.md tells it, step by step; the first step that fails gives the answer. */
export const verifyBundle = (source: Source, trust: Trust, crypto: Crypto): Answer => {
  const { sha256, sha256Of, verify } = crypto;
  const read = readBundle(source);
  if (!read.ok) return { result: 'unreadable', why: read.problem };
  const { statement, kind, pieces, text } = read.value;
  const { size, log, filter, purged } = statement;

  const keys = checkKeys(sha256, text('keys.txt').split('\n').slice(0, -1), { log, trusted: trust.key });
  if (!keys.ok) return keys.problem;
  const unsigned = checkStatement(verify, keys.value, text('statement.txt'), statement);
  if (unsigned !== null) return unsigned;
  const checkpoints = readCheckpoints(verify, keys.value, splitNotes(text('checkpoints.txt')) ?? ['']);
  if (!checkpoints.ok) return checkpoints.problem;
  const last = lastCheckpointOf(checkpoints.value, statement);
  if (!last.ok) return last.problem;

  const anchors = sortAnchors(trust.anchors);
  const entries =
    kind === 'whole'
      ? entriesOfWhole(crypto, read.value, checkpoints.value, new Set(anchors.map((anchor) => anchor.size)))
      : entriesOfPart(crypto, read.value, keys.value, checkpoints.value, last.value);
  if (!entries.ok) return entries.problem;
  const { counts, invented, rootAt } = entries.value;
  const untrue = checkCounts(statement, counts, sha256Of(pieces('entries.ndjson')));
  if (untrue !== null) return untrue;

  const held = checkAnchors(verify, keys.value, anchors, { size, rootAt });
  if (!held.ok) return held.problem;
  const witnessed = largestWitnessed(verify, trust.witnesses, checkpoints.value);
  return {
    ...{ result: 'ok', size, entries: counts.entries, invented, purged, filter },
    anchored: Math.max(held.value.held, witnessed),
    key: keys.value.fingerprint,
    unused: held.value.unused,
  };
};

const entriesOfWhole = (
  { sha256 }: Crypto,
  { statement: { size, purged }, lines }: Bundle,
  checkpoints: readonly SignedCheckpoint[],
  rootsAt: ReadonlySet<number>,
): Result<Entries, Bad> => {
  if (purged < 0 || purged > size) return refuse(bad('statement', 'statement-disagrees'));
  const tally = new Tally();
  const walked = walkWhole(sha256, {
    ...{ size, purged, checkpoints, rootsAt },
    leaves: leavesOf(lines('leaves.txt')),
    entries: lines('entries.ndjson'),
    alongside: (entry) => {
      if (entry !== null) tally.add(entry);
      return null;
    },
  });
  return walked.ok
    ? ok({ counts: tally.counts, invented: tally.invented, rootAt: (at) => walked.value.roots.get(at) })
    : refuse(walked.problem);
};

const entriesOfPart = (
  { sha256 }: Crypto,
  { statement: { filter }, lines }: Bundle,
  keys: Keys,
  checkpoints: readonly SignedCheckpoint[],
  last: SignedCheckpoint,
): Result<Entries, Bad> => {
  const [entries, proofs] = [lines('entries.ndjson'), lines('proofs.ndjson')];
  const tally = checkPart(sha256, { entries, proofs, keys, last, filter });
  if (!tally.ok) return tally;
  const inconsistent = checkConsistency(sha256, lines('consistency.ndjson'), checkpoints, last);
  if (inconsistent !== null) return refuse(inconsistent);
  const roots = new Map(checkpoints.map(({ size, root }) => [size, root]));
  const { counts, invented } = tally.value;
  return ok({ counts, invented, rootAt: (size) => roots.get(size) });
};

/** The hashes that these lines are; null for a line that is none. */
function* leavesOf(lines: Iterable<Uint8Array>): Generator<Uint8Array | null> {
  const decoder = new TextDecoder();
  for (const line of lines) yield line.length === 64 ? fromHex(decoder.decode(line)) : null;
}
