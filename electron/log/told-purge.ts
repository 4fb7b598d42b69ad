import { readEntry } from '../../core/log/verify/entry-form.ts';
import { lastOfDevice } from '../store/log.ts';
import type { Reader } from '../store/open.ts';

/**
 * The number of the last entry that a purge took, by what the record says and not by which rows are there; 0 for none.
 * Only its form is looked at: a record that is to be verified may say anything.
 */
export const toldPurge = (db: Reader): number => {
  const row = lastOfDevice.get(db, { type: 'purged' });
  const through = row === undefined ? 0 : readEntry(row.bytes)?.data.through;
  return typeof through === 'number' ? through : 0;
};
