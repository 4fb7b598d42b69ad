import {
  type BackedUp,
  backUp,
  type HowToBackUp,
  type Steps,
} from '../../../electron/services/backups/backup.ts';
import type { Device } from '../../../electron/services/device.ts';
import { inThisThread } from './steps.ts';

/** A backup that must be made. */
export const backedUp = async (
  device: Device,
  how: HowToBackUp = {},
  steps: Steps = inThisThread,
): Promise<BackedUp> => {
  const made = await backUp(device, how, steps);
  if (!made.ok) throw new Error(made.problem.sentence);
  return made.value;
};
