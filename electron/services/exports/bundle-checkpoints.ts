import type { Kind } from '../../../core/log/bundle/members.ts';
import { originOf } from '../../../core/log/checkpoint.ts';
import { verifierKey } from '../../../core/log/verifier-key.ts';
import { sha256 } from '../../log/signer.ts';
import { anchoredSizes, type CheckpointRow, checkpoints, cosignaturesOf } from '../../store/checkpoints.ts';
import { logs } from '../../store/log.ts';
import type { Reader } from '../../store/open.ts';

/** A checkpoint with what witnesses signed below it. */
export const withCosignatures = (db: Reader, { size, note }: CheckpointRow): string =>
  note +
  cosignaturesOf
    .all(db, { size })
    .map(({ cosignature }) => (cosignature.endsWith('\n') ? cosignature : `${cosignature}\n`))
    .join('');

/** A checkpoint as it goes into a bundle. */
export interface BundledCheckpoint {
  size: number;
  note: string;
}

/**
 * The checkpoints for a bundle of this kind, up to the one of this size: every one in a whole bundle; in a part those
 * that left the device before, which somebody may hold as an anchor, and the last.
 */
export const checkpointsFor = (db: Reader, kind: Kind, size: number): BundledCheckpoint[] => {
  const anchored = new Set(anchoredSizes.all(db, {}).map((anchor) => anchor.size));
  return checkpoints
    .all(db, {})
    .filter((row) => row.size <= size && (kind === 'whole' || row.size === size || anchored.has(row.size)))
    .map((row) => ({ size: row.size, note: withCosignatures(db, row) }));
};

/** The public keys of the logs that the first so many entries belong to, as lines, the newest last. */
export const keyLines = (db: Reader, size: number): string[] =>
  logs
    .all(db, {})
    .flatMap(({ id, began, public_key }) =>
      public_key === null || began > size ? [] : [verifierKey(sha256, originOf(id), public_key)],
    );
