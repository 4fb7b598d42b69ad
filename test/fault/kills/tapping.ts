import { prepareDemo } from '../../../electron/services/demo.ts';
import type { Device } from '../../../electron/services/device.ts';
import { openDevice, startDevice } from '../../../electron/services/open-device.ts';
import { emptyWriteAheadLog } from '../../../electron/store/choices.ts';
import { dropPictures } from '../pictures.ts';
import { type Place, writeDown } from '../place.ts';
import { tapOnce } from '../tap-once.ts';
import type { Operation } from './operation.ts';

/** One surgery has 17 taps: the next is under way when these are done. */
const taps = 24;

/** No reserve: 64 MB for each kill would be much. */
const space = { reserve: 0, warn: 0 };

/** A kiosk that runs on the folder, with its demo team. */
export const startKiosk = (folder: string): Device => {
  const device = startDevice({ folder, host: 'browser', demo: true, space });
  prepareDemo(device);
  return device;
};

/** A demo kiosk on which so many taps were made, closed in order, and all of it written down. */
export const kioskAfter = (place: Place, before: number): void => {
  const device = openDevice({ folder: place.data, space });
  prepareDemo(device);
  dropPictures(device);
  for (let tap = 0; tap < before; tap += 1) tapOnce(device);
  writeDown(place, device);
  device.close();
};

const inSession = (betweenTaps: (device: Device, tap: number) => void): Operation => ({
  prepare: (place) => kioskAfter(place, 3),
  begin: ({ data }, acknowledge) => {
    const device = startKiosk(data);
    return () => {
      for (let tap = 0; tap < taps; tap += 1) {
        acknowledge(tapOnce(device));
        betweenTaps(device, tap);
      }
    };
  },
});

export const tapping = inSession(() => {});

/** What is in the write-ahead log is brought into the database all the time, a page or all of it. */
export const checkpointing = inSession((device, tap) => {
  if (tap === 0) device.db.pragma('wal_autocheckpoint = 1');
  if (tap % 3 === 0) emptyWriteAheadLog(device.db);
});

/** The first start of all: database, log and keys are made. */
export const starting: Operation = {
  prepare: (place) => writeDown(place, null),
  begin:
    ({ data }, acknowledge) =>
    () => {
      const device = startKiosk(data);
      acknowledge(tapOnce(device));
      device.close();
    },
};
