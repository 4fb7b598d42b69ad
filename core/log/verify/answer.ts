import type { Filter } from '../bundle/statement.ts';
import type { Code } from './codes.ts';

/** Which part of a bundle does not hold; of a data folder also what only a database has. */
export type What =
  | 'keys'
  | 'statement'
  | 'checkpoint'
  | 'entry'
  | 'anchor'
  | 'database'
  | 'hash'
  | 'head'
  | 'tables';

/** It does not hold. */
export interface Bad {
  result: 'bad';
  what: What;
  /** The number of the first entry that cannot be trusted; null where it is not about one. */
  entry: number | null;
  why: Code;
  /** The number of the last entry before it that holds, 0 for none; null where it is not about one. */
  lastGood: number | null;
  /** Which hash of the tree, where it is about one; level 0 are those of the entries, places count from 0. */
  node?: { level: number; place: number };
}

/** It holds. */
export interface Ok {
  result: 'ok';
  /** How many entries the record has: those here were checked against the tree over 1 to `size`. */
  size: number;
  /** How many entries are here, and how many of them a simulation wrote. */
  entries: number;
  invented: number;
  purged: number;
  /** The largest size of an anchor that holds, 0 for none. */
  anchored: number;
  /** The fingerprint of the key of the newest log. */
  key: string;
  filter: Filter;
  /** Sizes of the anchors that count for nothing, as a part has no checkpoint of their size. */
  unused: readonly number[];
}

/** Nothing can be said: it is not what it should be in its very form. */
export interface Unreadable {
  result: 'unreadable';
  /** A sentence. */
  why: string;
}

export type Answer = Ok | Bad | Unreadable;

/** About no entry in particular. */
export const bad = (what: What, why: Code): Bad => ({
  result: 'bad',
  what,
  entry: null,
  why,
  lastGood: null,
});

export const badEntry = (entry: number, why: Code, lastGood = entry - 1): Bad => ({
  result: 'bad',
  what: 'entry',
  entry,
  why,
  lastGood,
});
