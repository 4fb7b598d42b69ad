import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { decodeEntry } from '../../core/log/entry.ts';
import type { Device } from '../../electron/services/device.ts';
import { allEntries } from '../../electron/store/log.ts';

/** Where a child works. */
export interface Place {
  /** The data folder of the kiosk. */
  data: string;
  /** A folder that is no part of the record. */
  elsewhere: string;
}

export const placeIn = (root: string): Place => ({
  data: join(root, 'data'),
  elsewhere: join(root, 'elsewhere'),
});

const acknowledged = z.array(z.strictObject({ id: z.string(), seq: z.int().nullable() }));

/** A tap that was acknowledged, and its number in the log where that is known. */
export type Acknowledged = z.infer<typeof acknowledged>[number];

const file = ({ elsewhere }: Place): string => join(elsewhere, 'acknowledged.json');

/** Writes down all that is recorded by now, beside the record: nothing of it may be missing from here on. */
export const writeDown = (place: Place, device: Device | null): void => {
  const entries = device === null ? [] : allEntries.all(device.db, {});
  const all = entries.map(({ seq, bytes }): Acknowledged => ({ id: decodeEntry(bytes).event, seq }));
  writeFileSync(file(place), JSON.stringify(all));
};

export const writtenDown = (place: Place): Acknowledged[] =>
  acknowledged.parse(JSON.parse(readFileSync(file(place), 'utf8')));
