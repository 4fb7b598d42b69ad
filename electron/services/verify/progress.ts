/** How far a check is: what it looks at, and of how many entries it has read so many; 0 of 0 where nobody counts. */
interface Progress {
  doing: 'database' | 'record' | 'tables';
  done: number;
  of: number;
}

export type Tell = (progress: Progress) => void;

/** It is told after each so many entries. */
export const often = 1000;
