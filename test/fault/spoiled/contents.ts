import { checkpoints } from '../../../electron/store/checkpoints.ts';
import { allEntries } from '../../../electron/store/log.ts';
import type { Reader } from '../../../electron/store/open.ts';
import { rowsOf } from '../../support/tables.ts';

type Rows = Record<string, string[]>;

/** All that can be read in a database, by whether the log vouches for it. */
export interface Contents {
  /** Only ever added to. */
  log: Rows;
  followsFromLog: Rows;
  /**
   * People, badges, photos, places, schedules, settings, choices, witnessed kiosks, holds; when a checkpoint was made and
   * which road it took.
   */
  outside: Rows;
  /** The entries of the log in their order. */
  entries: string[];
}

const log = ['entry', 'hash', 'log'];
const followsFromLog = ['session', 'participant', 'round', 'introduction'];
/** It moves on with every entry, and nothing can be added to a log to which it does not belong. */
const head = 'head';

export const contentsOf = (db: Reader): Contents => {
  const rows = Object.entries(rowsOf(db)).map(([name, ofTable]) => [name, ofTable.map(String)] as const);
  const of = (isOne: (name: string) => boolean): Rows =>
    Object.fromEntries(rows.filter(([name]) => isOne(name)));
  return {
    log: {
      ...of((name) => log.includes(name)),
      checkpoint: checkpoints.all(db, {}).map(({ size, note }) => `${size} ${note}`),
    },
    followsFromLog: of((name) => followsFromLog.includes(name)),
    outside: of((name) => ![...log, ...followsFromLog, head].includes(name)),
    entries: allEntries.all(db, {}).map(({ bytes }) => Buffer.from(bytes).toString()),
  };
};
