import { writeSync } from 'node:fs';
import { command } from '../../core/session/commands.ts';
import type { Device } from '../../electron/services/device.ts';
import { carryOut } from '../../electron/services/sessions.ts';
import { startView } from '../../electron/services/start.ts';
import { deviceView } from '../../electron/services/view.ts';
import { nextTap } from './next-tap.ts';

/** Carries out what the team taps next; gives the id of its event once it is acknowledged. */
export const tapOnce = (device: Device): string => {
  const input = nextTap(deviceView(device), startView(device));
  const done = carryOut(device, command.parse(input), { kind: 'bedside' });
  if (done.outcome === 'refused') throw new Error(`Refused: ${done.refusal.code}`);
  return done.event;
};

/** Tells whoever runs this process, at once: what was said is out when this returns, whatever comes after. */
export const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};
