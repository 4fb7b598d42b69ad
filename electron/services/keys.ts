import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Signer } from '../../core/log/note.ts';
import { signerOf } from '../log/signer.ts';
import { Problem } from '../problem.ts';
import { logs } from '../store/log.ts';
import type { Reader } from '../store/open.ts';
import { syncFolder } from '../store/sync-folder.ts';

const badgeFile = (folder: string): string => join(folder, 'badge.key');
const signingFile = (folder: string): string => join(folder, 'signing.key');

/** The key under which badge ids are hashed, made on first use. Throws a Problem where the file is not one. */
export const badgeKey = (folder: string): Uint8Array => secretKey(badgeFile(folder));

/** Whether the folder has the private key that signs for the record. */
export const hasSigningKey = (folder: string): boolean => existsSync(signingFile(folder));

/** The private key that signs for the record, made on first use. Throws a Problem where the file is not one. */
export const signingKey = (folder: string): Uint8Array => secretKey(signingFile(folder));

/**
 * The key that signs for the record. Where the record has one and the folder has not, or another one, nothing is
 * signed with what is there instead: throws a Problem.
 */
export const signerFor = (db: Reader, folder: string): Signer => {
  const known = logs.all(db, {}).at(-1)?.public_key ?? null;
  if (known !== null && !hasSigningKey(folder))
    throw new Problem(
      `The key that signs for the record, signing.key, is missing from ${folder}: put it back, or begin anew from a backup with “restore”.`,
    );
  const signer = signerOf(signingKey(folder));
  if (known !== null && !Buffer.from(signer.publicKey).equals(known))
    throw new Problem(`The file signing.key in ${folder} is not the key that signs for this record.`);
  return signer;
};

/** 32 random bytes that stay on this device, in a file that only its user may read; made on first use. */
const secretKey = (file: string): Uint8Array => {
  if (!existsSync(file)) makeKey(file);
  const key = readFileSync(file);
  if (key.length !== 32) throw new Problem(`The file ${file} is not a key of this program.`);
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  return key;
};

/**
 * Makes the key whole and on the disk before anything is hashed or signed with it. Of two programs that start at
 * once, the first one's key is taken.
 */
const makeKey = (file: string): void => {
  const partial = `${file}.${process.pid}.partial`;
  try {
    writeFileSync(partial, randomBytes(32), { mode: 0o600, flush: true });
    linkSync(partial, file);
  } catch {
    if (!existsSync(file)) throw new Problem(`The file ${file} cannot be written.`);
  } finally {
    rmSync(partial, { force: true });
  }
  syncFolder(dirname(file));
};
