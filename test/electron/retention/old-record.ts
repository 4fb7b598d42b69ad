import { randomUUID } from 'node:crypto';
import { signNow } from '../../../electron/log/checkpoint.ts';
import type { Device } from '../../../electron/services/device.ts';
import { addVisitor } from '../../../electron/services/people.ts';
import { planPurge } from '../../../electron/services/retention/plan.ts';
import { purge } from '../../../electron/services/retention/purge.ts';
import { SimulatedClock } from '../../../electron/services/simulate/play.ts';
import { addAnchor } from '../../../electron/store/checkpoints.ts';
import { readHead } from '../../../electron/store/log.ts';
import { bedside, demoDevice, surgeryTeam } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';
import { backedUp } from '../backups/made.ts';

export const administrator = { kind: 'command-line' } as const;

const morning = (day: string): number => new Date(`${day}T08:00:00`).getTime();

/** A kiosk whose clock can be moved on, from the 4th of March 2019. */
export const kioskSince2019 = () => {
  const clock = new SimulatedClock(new Date(morning('2019-03-04')));
  const device = demoDevice({ clock });
  return {
    device,
    size: (): number => readHead(device.db)?.size ?? 0,
    to: (day: string): void => clock.reach(morning(day)),
    clock,
  };
};

/** A surgery on a day with a visitor in the team; gives their ids. */
export const surgeryWith = (device: Device, name: string): { session: string; visitor: string } => {
  const visitor = randomUUID();
  addVisitor(device, { id: visitor, name, role: 'interpreter' });
  const { open, tap } = bedside(device);
  const session = open([...surgeryTeam, { person: visitor, role: 'interpreter' }]);
  tap({ type: 'close-session' });
  return { session, visitor };
};

/** One surgery in each of three years, and today, the 22nd of November 2026; a backup and an anchor of all of it. */
export const yearsOfRecord = async () => {
  const kiosk = kioskSince2019();
  const { device, to, size } = kiosk;
  const ends: number[] = [];
  for (const day of ['2019-03-05', '2020-03-05', '2021-03-05']) {
    to(day);
    wholeSurgery(device);
    ends.push(size());
  }
  to('2026-11-22');
  await safeguard(device);
  const [in2019 = 0, in2020 = 0, in2021 = 0] = ends;
  return { ...kiosk, in2019, in2020, in2021 };
};

/** Backs the record up as it stands; gives the file. */
export const backUp = async (device: Device): Promise<string> =>
  (await backedUp(device, { actor: administrator })).file;

/** Has a checkpoint of the record as it stands leave the device. */
export const anchor = (device: Device): void => {
  const { size } = signNow(device);
  addAnchor(device.db, { size, way: 'printed', at: '2026-11-22T08:00:00.000+00:00', cosignature: null });
};

export const safeguard = async (device: Device): Promise<void> => {
  await backUp(device);
  anchor(device);
};

/** Purges what is from before a day, in pieces. */
export const purgeBefore = (device: Device, before: string, { first = 20 } = {}) =>
  purge(device, planPurge(device, { before }), administrator, {
    first,
    pause: async () => {},
  });
