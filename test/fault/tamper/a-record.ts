import { logCreated, sessionEvents } from '../../vectors/make/events.ts';
import { add, addEach, type MadeRecord, newRecord, sign } from '../../vectors/make/record.ts';

/** 41 entries of four sessions, signed at 11, 21, 31 and 41. */
export const aRecord = (): MadeRecord => {
  const record = newRecord('tampered with');
  add(record, [logCreated], 'system');
  for (const session of [1, 2, 3, 4]) {
    addEach(record, sessionEvents(`tampered with ${session}`));
    sign(record);
  }
  return record;
};

/** The entry that is tampered with: between the checkpoints of size 11 and 21. */
export const k = 17;

export const changedText = (bytes: Uint8Array, change: (text: string) => string): Uint8Array =>
  new TextEncoder().encode(change(new TextDecoder().decode(bytes)));
