/** What a system call changes; `file` is the number of a file, which stays its own under whatever name. */
export type Change =
  | { change: 'write'; file: number; at: number; bytes: Uint8Array }
  | { change: 'resize'; file: number; size: number }
  /** At least so long: with zeros, where nothing was written. */
  | { change: 'grow'; file: number; size: number }
  | { change: 'name'; path: string; named: number | 'folder' }
  | { change: 'unname'; path: string }
  | { change: 'rename'; path: string; from: string; named: number };

/**
 * What matters of a trace. Paths are relative to the watched folder, which is '' itself. A sync is of a file or of a
 * folder and covers the operations before number `covers`: those that had returned when it began.
 */
export type Operation =
  | Change
  | { change: 'sync'; of: number | string; covers: number }
  | { change: 'acknowledged'; id: string };

/** A trace is understood as a whole or not at all: what it has of the folder and nobody modelled is an error. */
export const refuse = (what: string): never => {
  throw new Error(`The trace has something that is not modelled: ${what}`);
};
