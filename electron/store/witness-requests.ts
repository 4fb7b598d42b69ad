import { query } from './sql.ts';

/** The checkpoints that witnesses were asked to countersign, the largest first, each once. */
export const askedOfWitnesses = query<{ size: number; note: string }>(
  `select size, note from checkpoint
   where size in (select size from anchor where way = 'for-witness') order by size desc`,
);
