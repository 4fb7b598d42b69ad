import type { Progress } from '../../../core/exports/view.ts';

/** What a file is made of. */
export interface Source {
  /** Rows, without a line that names the columns. */
  rows: number;
  /** All of its bytes, the same each time. */
  pieces: () => Iterable<Uint8Array>;
  /** How far the record went, where the file has its checkpoint. */
  size?: number;
}

/** Is told how far it is; throws where it is no longer wanted. */
export interface Listener {
  progress: (progress: Progress) => void;
  /** Nothing more is wanted of the database. */
  allRead: () => void;
}

export const nobodyListens: Listener = { progress: () => {}, allRead: () => {} };
