import { emptyFrontier, newNodes } from '../../core/log/merkle.ts';
import type { Session } from '../../core/session/state.ts';
import { troubleOfDisk } from '../problem.ts';
import { addHash, hasInnerHashes, leavesInPages } from '../store/hashes.ts';
import { putPublicKey, readHead } from '../store/log.ts';
import type { Writer } from '../store/open.ts';
import { completeSession, incompleteSessions } from '../store/sessions.ts';
import { sessionFromLog } from './project.ts';
import type { Recorder } from './record.ts';
import { sha256 } from './signer.ts';

/**
 * Brings a record that an older version wrote to what this one needs: the key that signs for it, the hashes above
 * the leaves, and what the tables did not have. Changes nothing where they are there.
 */
export const completeRecord = ({ db, signer }: Pick<Recorder, 'db' | 'signer'>): void => {
  const head = readHead(db);
  if (head === null) throw new Error('The database has no log');
  putPublicKey(db, { id: head.log_id, public_key: signer.publicKey });
  completeTables(db);
  if (head.size < 2 || hasInnerHashes(db)) return;
  let frontier = emptyFrontier;
  for (const leaf of leavesInPages(db)) {
    const grown = newNodes(sha256, frontier, leaf);
    for (const { level, place, hash } of grown.nodes.slice(1)) addHash(db, { level, place, hash });
    frontier = grown.frontier;
  }
};

const completeTables = (db: Writer): void => {
  for (const id of incompleteSessions(db)) {
    const session = readable(db, id);
    if (session !== null) completeSession(db, session);
  }
};

/** A session whose entries somebody changed stays as it is: what checks the record says so, and no report counts it. */
const readable = (db: Writer, id: string): Session | null => {
  try {
    return sessionFromLog(db, id);
  } catch (problem) {
    if (troubleOfDisk(problem) !== null) throw problem;
    return null;
  }
};
