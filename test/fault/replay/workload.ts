import { readdirSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { command } from '../../../core/session/commands.ts';
import { prepareDemo } from '../../../electron/services/demo.ts';
import type { Device } from '../../../electron/services/device.ts';
import { startDevice } from '../../../electron/services/open-device.ts';
import { carryOut } from '../../../electron/services/sessions.ts';
import { startView } from '../../../electron/services/start.ts';
import { deviceView } from '../../../electron/services/view.ts';
import { nextTap } from '../next-tap.ts';
import { carryOutStep, farewell, plan, type Running } from './steps.ts';

/**
 * A kiosk with its demo team, as a process of its own to be traced: `node workload.ts DATA ELSEWHERE PLAN`, the plan
 * as JSON. Each event is named on standard output when it was acknowledged, not before, with a write(2) of its own:
 * so the trace has it in its order among the syncs.
 */
const [folder = '', elsewhere = '', planned = ''] = process.argv.slice(2);
const { taps, steps } = plan.parse(JSON.parse(planned));

const start = (): Device => {
  const device = startDevice({ folder, host: 'browser', demo: true });
  prepareDemo(device);
  return device;
};

const tapOnce = (device: Device): void => {
  const input = nextTap(deviceView(device), startView(device));
  const done = carryOut(device, command.parse(input), { kind: 'bedside' });
  if (done.outcome === 'refused') throw new Error(`Refused: ${done.refusal.code}`);
  writeSync(1, `ack ${done.event}\n`);
};

/** How long every file is by now, so that whoever reads the trace can tell that nothing escaped it. */
const tellSizes = (): void => {
  for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(item.parentPath, item.name);
    if (item.isFile()) writeSync(1, `size ${statSync(path).size} ${path}\n`);
  }
};

const running: Running = {
  device: start(),
  elsewhere,
  restart: () => {
    running.device.close();
    running.device = start();
  },
};

/** The taps after which a step comes, so many steps as stand there. */
const stepsAfter = Map.groupBy(steps.keys(), (step) => Math.ceil(((step + 1) * taps) / (steps.length + 1)));

for (let tap = 1; tap <= taps; tap += 1) {
  tapOnce(running.device);
  tellSizes();
  for (const index of stepsAfter.get(tap) ?? []) {
    const step = steps[index];
    if (step !== undefined) await carryOutStep(step, running);
  }
}
// With all its files as they are in use: that is what the trace must explain.
writeSync(1, farewell);
process.kill(process.pid, 'SIGKILL');
