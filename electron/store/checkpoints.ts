import { change, query } from './sql.ts';

export interface CheckpointRow {
  size: number;
  /** Wall time, RFC 3339 with offset. */
  at: string;
  /** The signed note, as it is given out. */
  note: string;
}

export const lastCheckpoint = query<CheckpointRow>(
  'select size, at, note from checkpoint order by size desc limit 1',
);

export const checkpointOf = query<CheckpointRow, { size: number }>(
  'select size, at, note from checkpoint where size = :size',
);

/** Every checkpoint, the smallest first. */
export const checkpoints = query<CheckpointRow>('select size, at, note from checkpoint order by size');

/** One for the same size stays: it says the same. */
export const addCheckpoint = change<{ size: number; at: string; note: string }>(
  'insert into checkpoint (size, at, note) values (:size, :at, :note) on conflict (size) do nothing',
);

export type AnchorWay = 'printed' | 'exported' | 'shown' | 'for-witness' | 'witnessed';

export const addAnchor = change<{ size: number; way: AnchorWay; at: string; cosignature: string | null }>(
  'insert into anchor (size, way, at, cosignature) values (:size, :way, :at, :cosignature)',
);

/** The checkpoints that left this device, by ascending size, each once. */
export const anchoredSizes = query<{ size: number }>(
  `select distinct size from anchor where way != 'for-witness' order by size`,
);

/** What witnesses signed under a checkpoint, as lines of its note. */
export const cosignaturesOf = query<{ cosignature: string }, { size: number }>(
  'select cosignature from anchor where size = :size and cosignature is not null order by id',
);
