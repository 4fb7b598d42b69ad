import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import type { Device } from '../../../electron/services/device.ts';
import { exportIntroductions } from '../../../electron/services/exports/export.ts';

/** The kiosk of the workload. */
export interface Running {
  device: Device;
  /** Stops it in order and starts it again. */
  restart(): void;
  /** A folder that is no part of the record. */
  elsewhere: string;
}

const names = ['restart', 'export'] as const;
type Step = (running: Running) => void | Promise<void>;

/** What a kiosk does between taps, by name. What it learns to do later gets its name above and its line here. */
const steps: Record<(typeof names)[number], Step> = {
  restart: ({ restart }) => restart(),
  export: async ({ device, elsewhere }) => {
    const days = { from: '2000-01-01', to: '2999-12-31' };
    await exportIntroductions(device, days, join(elsewhere, `${randomUUID()}.csv`));
  },
};

/** What the workload does: so many taps, and these steps in this order, spread evenly between them. */
export const plan = z.strictObject({
  taps: z.int().min(1),
  steps: z.array(z.enum(names)),
  /** Whether the kiosk finds its data folder, empty, as an installer leaves it, or has to make it. */
  folder: z.enum(['there', 'new']),
});
export type Plan = z.infer<typeof plan>;

export const carryOutStep = async (name: Plan['steps'][number], running: Running): Promise<void> => {
  await steps[name](running);
};

/** What a workload that did all of it says last, before it kills itself. */
export const farewell = 'done\n';
