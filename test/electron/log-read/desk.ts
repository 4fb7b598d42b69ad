import { randomUUID } from 'node:crypto';
import type { GrantedRole } from '../../../core/access/permissions.ts';
import type { Host } from '../../../electron/host.ts';
import type { Device } from '../../../electron/services/device.ts';
import { demoDevice } from '../../support/device.ts';
import { steadyClock } from '../../support/steady-clock.ts';
import { managerPin, otherPin, windowAt } from '../access/desk.ts';
import { amara, kofi } from '../own-card/desk.ts';

/** A window at a kiosk that Amara manages, at which somebody in this role is signed in. */
export const deskAt = async (device: Device, role: GrantedRole, can?: Host) => {
  const window = await windowAt(device, can);
  await window.post('first', { id: randomUUID(), person: amara, pin: managerPin });
  await window.signIn(managerPin);
  if (role !== 'manager') {
    await window.grant(kofi, role, otherPin);
    await window.signIn(otherPin, { by: 'person', person: kofi });
  }
  const headers = () => ({ 'x-signed-in': window.token() });
  const heard = async (answer: Response) => {
    const text = await answer.text();
    return { status: answer.status, said: text.startsWith('{') ? JSON.parse(text) : text };
  };
  return {
    ...window,
    device,
    /** Any request, as it is. */
    request: window.ask,
    /** What is asked under /api/manage as whoever is signed in: the status, and what was said. */
    ask: async (path: string) => heard(await window.get(`/api/manage/${path}`, headers())),
    tell: async (path: string, body: unknown) =>
      heard(await window.send(`/api/manage/${path}`, body, headers())),
  };
};

/** The same at a demo kiosk with a clock that stands. */
export const signedInAs = async (role: GrantedRole, can?: Host) => {
  const clock = steadyClock();
  return { ...(await deskAt(demoDevice({ clock }), role, can)), clock };
};
