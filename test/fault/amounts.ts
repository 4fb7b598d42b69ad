/** How much of everything a run tries. */
export interface Amounts {
  states: number;
  kills: number;
  /** Of every so many points at which a call can fail, one; 1 is every point. */
  injections: number;
  /** Of every so many syncs that can fail, one, and so many states after each. */
  failedSyncs: number;
  statesEach: number;
  /** Bits in each page of a database, and in each part of a frame of a write-ahead log. */
  bits: number;
  logBits: number;
  /** Kilobytes that are free on a small disk, one run each. */
  fullDisks: number[];
}

export const long: Amounts = {
  ...{ states: 5000, kills: 1000, injections: 1, failedSyncs: 3, statesEach: 25, bits: 16, logBits: 4 },
  fullDisks: [40, 80, 120, 160, 200, 240],
};

/** A few of each: to see within two minutes whether the harness itself works, or finds what was broken on purpose. */
export const quick: Amounts = {
  ...{ states: 300, kills: 54, injections: 41, failedSyncs: 17, statesEach: 10, bits: 1, logBits: 1 },
  fullDisks: [120],
};
