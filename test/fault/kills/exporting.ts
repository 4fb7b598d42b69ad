import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeEntry } from '../../../core/log/entry.ts';
import type { Device } from '../../../electron/services/device.ts';
import { databaseFile } from '../../../electron/services/folder.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { allEntries } from '../../../electron/store/log.ts';
import { openReader } from '../../../electron/store/open.ts';
import type { Place } from '../place.ts';
import type { Operation } from './operation.ts';
import { kioskAfter } from './tapping.ts';

/** What has the name of the export before it is made. */
const before = 'the export of last month';

/** An export to a file that is there already; under its name it is always whole. */
export const exporting = (
  name: string,
  write: (device: Device, file: string) => Promise<unknown>,
): Operation => {
  const fileIn = ({ elsewhere }: Place): string => join(elsewhere, name);
  return {
    prepare: (place) => {
      kioskAfter(place, 120);
      writeFileSync(fileIn(place), before);
    },
    begin: (place) => {
      const device = openDevice({ folder: place.data });
      return async () => {
        await write(device, fileIn(place));
        device.close();
      };
    },
    besides: (place) => (isWhole(readFileSync(fileIn(place)), place) ? [] : [`${name} is half-written`]),
  };
};

/** It is as it was before, or the log has a whole export with just these bytes. */
const isWhole = (bytes: Buffer, { data }: Place): boolean =>
  bytes.toString() === before || digestsIn(data).includes(createHash('sha256').update(bytes).digest('hex'));

const digestsIn = (folder: string): string[] => {
  const db = openReader(databaseFile(folder));
  try {
    const entries = allEntries.all(db, {}).map(({ bytes }) => decodeEntry(bytes));
    return entries.flatMap((entry) => (entry.type === 'exported' ? [entry.data.digest] : []));
  } finally {
    db.close();
  }
};
