import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isCheckpointBy, originOf, parseCheckpoint } from '../../../core/log/checkpoint.ts';
import { parseVerifierKey, verifierKey } from '../../../core/log/verifier-key.ts';
import { sha256, verify } from '../../log/signer.ts';
import { lastCheckpoint } from '../../store/checkpoints.ts';
import { logs, readHead } from '../../store/log.ts';
import { openReader, type Reader } from '../../store/open.ts';
import { backupFolder, type Named, newestFirst, parseName } from './names.ts';

/** A backup by its name; what is in it was not looked at. */
export interface Listed extends Named {
  file: string;
}

/** The files in a folder that are named as backups are, the newest first; none where there is no such folder. */
export const backupsIn = (folder: string, now: Date): Listed[] => {
  const found = namesIn(folder).flatMap((name) => parseName(name) ?? []);
  return newestFirst(found, now).map((one) => ({ ...one, file: join(folder, one.name) }));
};

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((item) => (item.isFile() ? [item.name] : []));
  } catch {
    return [];
  }
};

/** A backup that can be put back, as far as a few reads can tell. */
export interface Backup {
  file: string;
  /** When it was made, RFC 3339 in UTC. */
  at: string;
  /** How many entries the log in it has. */
  size: number;
}

/**
 * The newest backup of the record in a data folder, in its own folder of backups; null for none. Looked over in a few
 * reads, from the newest back: `restore` verifies all of it.
 */
export const newestBackup = (data: string, now = new Date()): Backup | null => {
  const found = backupsIn(backupFolder(data), now).find(({ file, size }) => glimpseOf(file)?.size === size);
  return found === undefined ? null : { file: found.file, at: found.at, size: found.size };
};

/** What a few reads tell of a copy: the log that it is of, and how far that goes. */
export interface Glimpse {
  log: string;
  size: number;
}

/** Null where the file is no copy of a record, or its last checkpoint is not of its end and signed by its own key. */
export const glimpseOf = (file: string): Glimpse | null => {
  try {
    const db = openReader(file);
    try {
      return endIsSigned(db);
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
};

const endIsSigned = (db: Reader): Glimpse | null => {
  const [head, log] = [readHead(db), logs.all(db, {}).at(-1)];
  const checkpoint = parseCheckpoint(lastCheckpoint.get(db, {})?.note ?? '');
  if (head === null || checkpoint === null || log?.id !== head.log_id || log.public_key === null) return null;
  const key = parseVerifierKey(sha256, verifierKey(sha256, originOf(log.id), log.public_key));
  const holds =
    key !== null &&
    isCheckpointBy(verify, key, checkpoint) &&
    checkpoint.size === head.size &&
    Buffer.from(checkpoint.root).equals(head.root);
  return holds ? { log: log.id, size: head.size } : null;
};
