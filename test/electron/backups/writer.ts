import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { command } from '../../../core/session/commands.ts';
import { demoPersonId, prepareDemo } from '../../../electron/services/demo.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { carryOut, openSession } from '../../../electron/services/sessions.ts';

/** Taps on the record in this folder, one after the other as fast as a disk lets it, until it is told to stop. */
const device = openDevice({ folder: process.argv[2] ?? '' });
prepareDemo(device);
const bedside = { kind: 'bedside' } as const;
const session = randomUUID();
carryOut(
  device,
  command.parse({
    ...{ type: 'open-session', id: session, kind: 'surgery', scheduled: null },
    ...{
      urgency: 'elective',
      interpreter: 'none',
      team: [{ person: demoPersonId('kofi'), role: 'surgeon' }],
    },
  }),
  bedside,
);
const participant = openSession(device)?.participants[0]?.id ?? '';
let going = true;
process.once('SIGTERM', () => {
  going = false;
});
process.stdout.write('tapping\n');
for (let taps = 0; going; taps += 1) {
  const type = taps % 2 === 0 ? 'leave' : 'return';
  carryOut(device, command.parse({ type, id: randomUUID(), session, participant }), bedside);
  await sleep(1);
}
device.close();
