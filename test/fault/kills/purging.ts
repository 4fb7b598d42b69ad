import { signNow } from '../../../electron/log/checkpoint.ts';
import { prepareDemo } from '../../../electron/services/demo.ts';
import type { Device } from '../../../electron/services/device.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { planPurge } from '../../../electron/services/retention/plan.ts';
import { purge } from '../../../electron/services/retention/purge.ts';
import { SimulatedClock } from '../../../electron/services/simulate/play.ts';
import { addAnchor } from '../../../electron/store/checkpoints.ts';
import { dropPictures } from '../pictures.ts';
import { type Place, writeDown } from '../place.ts';
import { tapOnce } from '../tap-once.ts';
import { backedUp } from './backing-up.ts';
import type { Operation } from './operation.ts';

const day = (text: string): number => new Date(`${text}T08:00:00`).getTime();
const [then, now, before] = ['2019-03-04', '2026-11-22', '2020-01-01'];

/** A kiosk with surgeries of 2019 and one of today; backed up, and with an anchor outside. */
const oldKiosk = async (place: Place): Promise<Device> => {
  const clock = new SimulatedClock(new Date(day(then)));
  const device = openDevice({ folder: place.data, clock });
  prepareDemo(device);
  dropPictures(device);
  for (let tap = 0; tap < 17 * 6; tap += 1) tapOnce(device);
  clock.reach(day(now));
  for (let tap = 0; tap < 17; tap += 1) tapOnce(device);
  await backedUp(device);
  const { size } = signNow(device);
  addAnchor(device.db, { size, way: 'printed', at: `${now}T08:00:00.000+00:00`, cosignature: null });
  return device;
};

/** What is older than the record is kept for goes, in pieces: each with its event, or not at all. */
export const purging: Operation = {
  prepare: async (place) => {
    const device = await oldKiosk(place);
    writeDown(place, device);
    device.close();
  },
  begin: ({ data }) => {
    const device = openDevice({ folder: data, clock: new SimulatedClock(new Date(day(now))) });
    return async () => {
      const plan = planPurge(device, { before });
      if (plan.entries === 0) throw new Error('There is nothing to purge');
      await purge(device, plan, { kind: 'command-line' }, { first: 40, pause: async () => {} });
      device.close();
    };
  },
};
