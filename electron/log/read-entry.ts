import { decodeEntry, type Entry } from '../../core/log/entry.ts';

/** The entry that these bytes are; null where somebody changed them into none. What checks the record says so. */
export const readEntry = (bytes: Uint8Array): Entry | null => {
  try {
    return decodeEntry(bytes);
  } catch {
    return null;
  }
};
