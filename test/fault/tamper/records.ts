import { originOf } from '../../../core/log/checkpoint.ts';
import { logCreated, sessionEvents } from '../../vectors/make/events.ts';
import {
  add,
  addEach,
  checkpointAt,
  type MadeRecord,
  newRecord,
  purge,
  restore,
  sign,
} from '../../vectors/make/record.ts';
import { witnessed } from '../../vectors/make/witness.ts';
import type { Dice } from './chance.ts';

/** A small record of any history: sessions, checkpoints, perhaps a purge, perhaps put back from a backup, perhaps both. */
export const anyRecord = (dice: Dice, name: string): MadeRecord => {
  let record = newRecord(name);
  add(record, [logCreated], 'system');
  const steps = dice.whole(1, 5);
  for (let step = 1; step <= steps; step += 1) {
    const chosen = sessionEvents(`${name} ${step}`).slice(0, dice.whole(1, 10));
    if (dice.happens(0.3)) record.seconds += 20 * 3600;
    if (dice.happens(0.5)) addEach(record, chosen);
    else add(record, chosen);
    if (dice.happens(0.5)) sign(record);
    if (dice.happens(0.15) && record.purged < record.entries.length) {
      purge(record, dice.whole(record.purged + 1, record.entries.length));
      sign(record);
    }
    if (dice.happens(0.15))
      record = restore(
        record,
        dice.whole(Math.max(1, record.purged + 1), record.entries.length),
        `${name} put back ${step}`,
      );
  }
  if (record.checkpoints.at(-1)?.size !== record.entries.length) sign(record);
  if (dice.happens(0.3)) {
    const checkpoint = dice.any(record.checkpoints);
    checkpoint.note = witnessed(checkpoint.note, dice.any(['witness', 'another-witness']), 1_772_500_000);
  }
  return record;
};

/** A record that can be changed without the other. */
export const copyOf = (record: MadeRecord): MadeRecord => ({
  ...record,
  entries: [...record.entries],
  logs: [...record.logs],
  checkpoints: record.checkpoints.map((checkpoint) => ({ ...checkpoint })),
});

/** Every checkpoint made anew for the entries that are there now, as the device's key can. */
export const signAnew = (record: MadeRecord): void => {
  for (const checkpoint of record.checkpoints)
    checkpoint.size = Math.min(checkpoint.size, record.entries.length);
  const sizes = [...new Set(record.checkpoints.map(({ size }) => size))].filter((size) => size > 0);
  record.checkpoints = sizes.map((size) => ({ size, note: checkpointAt(record, size) }));
};

/** Of which log an entry with this number is. */
export const originAt = ({ logs }: MadeRecord, seq: number): string =>
  originOf(logs.findLast(({ began }) => began <= seq)?.id ?? '');
