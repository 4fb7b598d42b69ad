import { originOf } from '../../../core/log/checkpoint.ts';
import { readEntry } from '../../log/read-entry.ts';
import { entriesOfType, lastOfDevice } from '../../store/log.ts';
import type { Reader } from '../../store/open.ts';

/** Why the log of a device was begun, and with which entry: because there was none, or the one before was lost. */
export const reasonOfLog = (db: Reader) => {
  const row = lastOfDevice.get(db, { type: 'log-created' });
  const created = row === undefined ? null : readEntry(row.bytes);
  if (row === undefined || created?.type !== 'log-created') return null;
  const { because = 'first', before = null } = created.data;
  return { seq: row.seq, because, before };
};

/**
 * Whether the record began anew because the one before it was damaged or missing, and nobody has seen to it since: put a
 * backup back, or had the record checked.
 */
export const beganAnew = (db: Reader): 'damaged' | 'missing' | null => {
  const reason = reasonOfLog(db);
  if (reason === null || reason.because === 'first') return null;
  const { seq, because } = reason;
  if ((lastOfDevice.get(db, { type: 'restored' })?.seq ?? 0) > seq) return null;
  const asked = entriesOfType.all(db, { type: 'checked', after: seq }).some(({ bytes }) => {
    const checked = readEntry(bytes);
    return checked?.type === 'checked' && checked.data.occasion === 'asked';
  });
  return asked ? null : because;
};

/** The origin of the log that was on the device before this one began, by what the record says; null where none is known. */
export const originBefore = (db: Reader): string | null => {
  const before = reasonOfLog(db)?.before ?? null;
  return before === null ? null : originOf(before.log);
};
