import { ok, type Result, refuse } from '../../result.ts';
import type { Filter } from '../bundle/statement.ts';
import { isInFilter } from '../bundle/statement.ts';
import { originOf, type SignedCheckpoint } from '../checkpoint.ts';
import { leafHash, type Sha256 } from '../merkle.ts';
import { verifyInclusion } from '../proofs.ts';
import { type Bad, badEntry } from './answer.ts';
import type { Keys } from './check-keys.ts';
import { readEntry } from './entry-form.ts';
import { readProof } from './read-proof.ts';
import { Tally } from './tally.ts';

interface Part {
  entries: Iterator<Uint8Array>;
  /** The lines of their proofs. */
  proofs: Iterable<Uint8Array>;
  keys: Keys;
  last: SignedCheckpoint;
  filter: Filter;
}

/** Step 5b: whether each entry of a part is in the record, by its proof, and is what was asked for. */
export const checkPart = (
  sha256: Sha256,
  { entries, proofs, keys, last, filter }: Part,
): Result<Tally, Bad> => {
  const tally = new Tally();
  let before = 0;
  for (const line of proofs) {
    const proof = readProof(line, 'seq');
    if (proof === null || proof.number <= before || proof.number > last.size)
      return refuse(badEntry(before + 1, 'proof-malformed'));
    const { number: k, hashes } = proof;
    const next = entries.next();
    if (next.done === true) return refuse(badEntry(k, 'entry-missing', before));
    const entry = readEntry(next.value);
    if (entry === null) return refuse(badEntry(k, 'entry-malformed', before));
    if (entry.seq !== k) return refuse(badEntry(k, 'entry-misplaced', before));
    if (!keys.of.has(originOf(entry.log))) return refuse(badEntry(k, 'entry-of-another-log', before));
    const leaf = leafHash(sha256, next.value);
    if (!verifyInclusion(sha256, { leaf, index: k - 1, size: last.size, root: last.root, proof: hashes }))
      return refuse(badEntry(k, 'entry-changed', before));
    if (!isInFilter(filter, entry)) return refuse(badEntry(k, 'filter-disagrees', before));
    tally.add(entry);
    before = k;
  }
  return entries.next().done === true ? ok(tally) : refuse(badEntry(before + 1, 'entry-extra'));
};
