import type { PreviewRow } from '../../../core/roster/import-view.ts';

/** Which rows of a part are asked for. */
export interface Slice {
  from: number;
  count: number;
}

export interface RowsOfPart {
  /** How many there are in all. */
  total: number;
  rows: PreviewRow[];
}

/** For whoever wants to know only how many there are. */
export const noRows: Slice = { from: 0, count: 0 };
