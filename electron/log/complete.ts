import { emptyFrontier, newNodes } from '../../core/log/merkle.ts';
import { addHash, hasInnerHashes, leavesInPages } from '../store/hashes.ts';
import { putPublicKey, readHead } from '../store/log.ts';
import type { Recorder } from './record.ts';
import { sha256 } from './signer.ts';

/**
 * Brings a record that an older version wrote to what this one needs: the key that signs for it, and the hashes above
 * the leaves. Changes nothing where they are there.
 */
export const completeRecord = ({ db, signer }: Pick<Recorder, 'db' | 'signer'>): void => {
  const head = readHead(db);
  if (head === null) throw new Error('The database has no log');
  putPublicKey(db, { id: head.log_id, public_key: signer.publicKey });
  if (head.size < 2 || hasInnerHashes(db)) return;
  let frontier = emptyFrontier;
  for (const leaf of leavesInPages(db)) {
    const grown = newNodes(sha256, frontier, leaf);
    for (const { level, place, hash } of grown.nodes.slice(1)) addHash(db, { level, place, hash });
    frontier = grown.frontier;
  }
};
