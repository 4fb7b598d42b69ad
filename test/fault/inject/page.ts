import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { CommandInput } from '../../../core/session/commands.ts';
import type { DeviceView, StartView } from '../../../core/view.ts';
import { createApp } from '../../../electron/app.ts';
import type { Device } from '../../../electron/services/device.ts';
import { keepUp } from '../../../electron/services/health/upkeep.ts';
import { nextTap } from '../next-tap.ts';

/** How often the page tries again before the person gives up. */
const tries = 3;

const files = new Map([['/index.html', { bytes: new Uint8Array(), type: 'text/html' }]]);

const notRecorded = z.object({ outcome: z.enum(['not-recorded', 'not-known']) });

/**
 * The page of a kiosk, without its screens: it asks the handler as the page does, and sends a tap that was not recorded
 * again under the same id. What it was answered it says: `ack ID`, `not ID` or `unknown ID`, and `gave-up ID` where it
 * stays with that it is not recorded.
 */
export const pageOn = (device: Device, say: (line: string) => void) => {
  const { app } = createApp(device, { gate: (_, next) => next(), files });
  const upkeep = keepUp(device, []);
  const get = async (path: string): Promise<unknown> => {
    const answer = await app.request(path);
    const body: unknown = await answer.json();
    if (answer.status === 200) return body;
    if (answer.status === 503 && notRecorded.safeParse(body).success) return null;
    throw new Error(`${path} answers ${answer.status}: ${JSON.stringify(body)}`);
  };
  const next = async (): Promise<CommandInput | null> => {
    const [view, start] = [await get('/api/view'), await get('/api/start')];
    if (view === null || start === null) return null;
    const { session } = view as DeviceView;
    const { people } = start as StartView;
    // Where the demo team could not be recorded, nobody is there to introduce themselves.
    return session === null && people.length === 0 ? null : nextTap(view as DeviceView, start as StartView);
  };
  const send = async (command: CommandInput): Promise<'ack' | 'not' | 'unknown'> => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(command);
    const answer = await app.request('/api/commands', { method: 'POST', headers, body });
    const said: unknown = await answer.json();
    if (answer.status === 200) return 'ack';
    const refused = notRecorded.safeParse(said);
    if (answer.status === 503 && refused.success)
      return refused.data.outcome === 'not-recorded' ? 'not' : 'unknown';
    throw new Error(`A ${command.type} is answered with ${answer.status}: ${JSON.stringify(said)}`);
  };
  /** What the kiosk does by itself between two tries of a person. */
  const meanwhile = async (): Promise<void> => {
    await upkeep.look();
    await pause(1);
  };
  return {
    /** So many taps, one after the other; false as soon as one could not be recorded at all. */
    taps: async (count: number): Promise<boolean> => {
      for (let tap = 0; tap < count; tap += 1) {
        const command = await patiently(next, meanwhile);
        if (command === null) return false;
        let said = 'unknown';
        const recorded = await patiently(async () => {
          said = await send(command);
          say(`${said} ${command.id}`);
          return said === 'ack' ? true : null;
        }, meanwhile);
        if (said === 'not') say(`gave-up ${command.id}`);
        if (recorded === null) return false;
      }
      return true;
    },
    /** Whether the team can be seen. */
    isShown: async (): Promise<boolean> => (await get('/api/view')) !== null,
    meanwhile,
    end: () => upkeep.stop(),
  };
};

/** What comes of it, or null if that is all that comes of it after some tries. */
const patiently = async <Value>(
  ask: () => Promise<Value | null>,
  meanwhile: () => Promise<void>,
): Promise<Value | null> => {
  for (let turn = 0; turn <= tries; turn += 1) {
    if (turn > 0) await meanwhile();
    const answer = await ask();
    if (answer !== null) return answer;
  }
  return null;
};
