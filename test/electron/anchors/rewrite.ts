import { decodeEntry, encodeEntry } from '../../../core/log/entry.ts';
import { emptyFrontier, leafHash, newNodes, rootHash } from '../../../core/log/merkle.ts';
import { sha256 } from '../../../electron/log/signer.ts';
import type { Device } from '../../../electron/services/device.ts';
import { addHash } from '../../../electron/store/hashes.ts';
import { entriesInPages, readHead, writeHead } from '../../../electron/store/log.ts';

/**
 * What somebody with the device and its key can do: changes the time of an entry and makes hashes, head and, when it
 * is asked for one, checkpoint anew, so that the record agrees with itself and with its key again.
 */
export const rewrite = ({ db }: Device, seq: number): void => {
  for (const table of ['anchor', 'checkpoint', 'hash']) db.prepare(`delete from ${table}`).run();
  let frontier = emptyFrontier;
  for (const { seq: at, bytes } of [...entriesInPages(db)]) {
    const entry = decodeEntry(bytes);
    const rewritten = at === seq ? encodeEntry({ ...entry, mono: entry.mono + 1 }) : bytes;
    db.prepare('update entry set bytes = ? where seq = ?').run(rewritten, at);
    const grown = newNodes(sha256, frontier, leafHash(sha256, rewritten));
    for (const { level, place, hash } of grown.nodes) addHash(db, { level, place, hash });
    frontier = grown.frontier;
  }
  const { log_id = '' } = readHead(db) ?? {};
  const { size, subtrees } = frontier;
  writeHead(db, { log_id, size, frontier: Buffer.concat(subtrees), root: rootHash(sha256, frontier) });
};
