import { mkdirSync, rmSync } from 'node:fs';
import { databaseFile } from '../../../electron/services/folder.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { writeAsBefore } from './older-record.ts';
import type { Operation } from './operation.ts';
import { kioskAfter } from './tapping.ts';

/** What an older version recorded is brought to the form of this one: at the first start after an update. */
export const migrating: Operation = {
  prepare: (place) => {
    const newer = `${place.elsewhere}/newer`;
    kioskAfter({ ...place, data: newer }, 120);
    mkdirSync(place.data);
    writeAsBefore(databaseFile(newer), databaseFile(place.data));
    rmSync(newer, { recursive: true });
  },
  begin:
    ({ data }) =>
    () =>
      openDevice({ folder: data }).close(),
};
