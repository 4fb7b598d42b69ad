import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { decodeEntry } from '../../../core/log/entry.ts';
import { backupsIn } from '../../../electron/services/backups/list.ts';
import { backupFolder } from '../../../electron/services/backups/names.ts';
import { restore } from '../../../electron/services/backups/restore.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { allEntries } from '../../../electron/store/log.ts';
import { openReader } from '../../../electron/store/open.ts';
import { type Place, writeDown } from '../place.ts';
import { tapOnce } from '../tap-once.ts';
import { backedUp } from './backing-up.ts';
import type { Operation } from './operation.ts';
import { kioskAfter } from './tapping.ts';

/** A backup takes the place of the record, which went on after it was made. */
export const restoring: Operation = {
  prepare: async (place) => {
    kioskAfter(place, 30);
    const device = openDevice({ folder: place.data });
    await backedUp(device);
    for (let tap = 0; tap < 10; tap += 1) tapOnce(device);
    writeDown(place, device);
    device.close();
  },
  begin:
    ({ data }) =>
    () => {
      const [backup] = backupsIn(backupFolder(data), new Date());
      const done = restore({ data, from: backup?.file ?? '', yes: true });
      if (!done.ok) throw new Error(done.problem.sentence);
    },
  // What was recorded after the backup is in the record that was set aside, or this was not set aside yet.
  mayBeGone: (place) => {
    const kept = setAside(place);
    return ({ id }) => kept.has(id);
  },
};

/** The events in the records that lie in quarantine. */
const setAside = ({ data }: Place): Set<string> => {
  const quarantine = join(data, 'quarantine');
  const rooms = existsSync(quarantine) ? readdirSync(quarantine) : [];
  const files = rooms.map((room) => join(quarantine, room, 'bedside.db')).filter((file) => existsSync(file));
  return new Set(files.flatMap(eventsIn));
};

const eventsIn = (file: string): string[] => {
  const db = openReader(file);
  try {
    return allEntries.all(db, {}).map(({ bytes }) => decodeEntry(bytes).event);
  } finally {
    db.close();
  }
};
