import { change, query } from './sql.ts';

/** The newest checkpoint of another device's log that this one countersigned. */
export interface CountersignedRow {
  /** The key of that log, as a line (C2SP verifier key). */
  verifier_key: string;
  size: number;
  /** 32 bytes. */
  root: Uint8Array;
  /** The checkpoint, as the key of that log signed it. */
  note: string;
}

export const countersignedOf = query<CountersignedRow, { origin: string }>(
  'select verifier_key, size, root, note from countersigned where origin = :origin',
);

/**
 * Moves on from the size that was countersigned before, 0 for none. Changes nothing, and gives 0, where that is no
 * longer the last one: somebody else moved it meanwhile, and what was compared with it was not compared with theirs.
 */
export const moveCountersigned = change<
  CountersignedRow & { origin: string; before: number; at: string } & Record<
      string,
      string | number | Uint8Array
    >
>(
  `insert into countersigned (origin, verifier_key, size, root, note, at)
   values (:origin, :verifier_key, :size, :root, :note, :at)
   on conflict (origin) do update set size = excluded.size, root = excluded.root, note = excluded.note,
     at = excluded.at
   where countersigned.size = :before and countersigned.verifier_key = excluded.verifier_key`,
);
