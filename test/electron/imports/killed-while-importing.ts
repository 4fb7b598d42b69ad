import { carryOutImport } from '../../../electron/services/imports/carry-out.ts';
import { planImport } from '../../../electron/services/imports/people.ts';
import { openDevice } from '../../../electron/services/open-device.ts';

/** Brings a list in, and is killed at a moment that the test chooses: so many turns after it began. */
const [folder = '', list = '', turns = ''] = process.argv.slice(2);
const device = openDevice({ folder });
const plan = await planImport(device, { bytes: Buffer.from(list, 'base64'), folder });
const carrying = carryOutImport(device, plan, { actor: { kind: 'command-line' }, skipProblems: false });
let left = Number(turns);
const turn = (): void => {
  if (left === 0) process.kill(process.pid, 'SIGKILL');
  left -= 1;
  setImmediate(turn);
};
turn();
await carrying;
process.kill(process.pid, 'SIGKILL');
