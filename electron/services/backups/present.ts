import { existsSync } from 'node:fs';
import { rootAt } from '../../../core/log/proofs.ts';
import { sha256 } from '../../log/signer.ts';
import { hashAt } from '../../store/hashes.ts';
import { readHead, timeOf } from '../../store/log.ts';
import { openReader, type Reader } from '../../store/open.ts';
import { databaseFile } from '../device.ts';
import type { Held } from './staged.ts';

/** The record that a data folder has now, as it compares with a backup. */
export type Present =
  | { state: 'none' | 'unreadable' }
  | {
      state: 'there';
      size: number;
      /** When its last entry was recorded: wall time with offset, RFC 3339. */
      at: string;
      /** How many entries it has after those of the backup; null where it is not the record that the backup is of. */
      after: number | null;
    };

/** Looks at the record that a backup is to take the place of. Changes nothing, and takes it as it says it is. */
export const presentRecord = (data: string, held: Held): Present => {
  const file = databaseFile(data);
  if (!existsSync(file)) return { state: 'none' };
  try {
    const db = openReader(file);
    try {
      const size = readHead(db)?.size ?? 0;
      const at = timeOf.get(db, { seq: size })?.at;
      if (at === undefined) return { state: 'unreadable' };
      return { state: 'there', size, at, after: goesOnFrom(db, held) ? size - held.size : null };
    } finally {
      db.close();
    }
  } catch {
    return { state: 'unreadable' };
  }
};

const goesOnFrom = (db: Reader, { size, root }: Held): boolean => {
  if ((readHead(db)?.size ?? 0) < size) return false;
  return Buffer.from(rootAt(sha256, (level, place) => hashAt(db, level, place), size)).equals(root);
};
