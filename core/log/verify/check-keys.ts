import { ok, type Result, refuse } from '../../result.ts';
import { originOf } from '../checkpoint.ts';
import type { Sha256 } from '../merkle.ts';
import { algorithms, fingerprint, parseVerifierKey, type VerifierKey } from '../verifier-key.ts';
import { type Bad, bad } from './answer.ts';

/** The keys of a record: by the origin that each signs for, and that of its newest log. */
export interface Keys {
  of: ReadonlyMap<string, VerifierKey>;
  newest: VerifierKey;
  /** Of the newest. */
  fingerprint: string;
}

/**
 * Step 2: the keys that these lines are. The last has to be that of the newest log, and have the fingerprint that the one
 * who checks trusts, where there is one.
 */
export const checkKeys = (
  sha256: Sha256,
  lines: readonly string[],
  { log, trusted }: { log: string; trusted: string | null },
): Result<Keys, Bad> => {
  const of = new Map<string, VerifierKey>();
  for (const line of lines) {
    const key = parseVerifierKey(sha256, line);
    if (key?.algorithm !== algorithms.ed25519 || !isOrigin(key.name) || of.has(key.name))
      return refuse(bad('keys', 'key-malformed'));
    of.set(key.name, key);
  }
  const newest = [...of.values()].at(-1);
  if (newest?.name !== originOf(log)) return refuse(bad('keys', 'key-malformed'));
  const print = fingerprint(sha256, newest.publicKey);
  if (trusted !== null && trusted !== print) return refuse(bad('keys', 'key-not-trusted'));
  return ok({ of, newest, fingerprint: print });
};

const isOrigin = (name: string): boolean =>
  /^bedside-hello\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name);
