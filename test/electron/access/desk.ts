import { randomUUID } from 'node:crypto';
import type { GrantedRole, Permission } from '../../../core/access/permissions.ts';
import type { Host } from '../../../electron/host.ts';
import type { Device, DeviceOptions } from '../../../electron/services/device.ts';
import { letIn } from '../../support/api.ts';
import { demoDevice } from '../../support/device.ts';
import { steadyClock } from '../../support/steady-clock.ts';
import { amara } from '../own-card/desk.ts';

export const managerPin = '483920';
export const otherPin = '628415';
export const wrongPin = '739104';

/** A window at a kiosk, as it asks for access; what it gets is the status and what was said. */
export const windowAt = async (device: Device, can?: Host) => {
  const { send, get, ask, cookie } = await letIn(device, can);
  let token = '';
  const by = () => ({ 'x-signed-in': token });
  const post = async (path: string, body: unknown) => {
    const answer = await send(`/api/access/${path}`, body, by());
    return { status: answer.status, said: JSON.parse(await answer.text()) };
  };
  const signIn = async (pin: string, who: object = { by: 'person', person: amara }) => {
    const answer = await post('sign-in', { who, pin });
    if (answer.status === 200) token = answer.said.token;
    return answer;
  };
  return {
    ...{ send, get, ask, cookie, post, signIn },
    token: () => token,
    /** Another token, as somebody would try it. */
    withToken: (other: string) => {
      token = other;
    },
    look: async () => {
      const answer = await get('/api/access', by());
      return JSON.parse(await answer.text());
    },
    people: async () => (await get('/api/access/people', by())).status,
    confirm: (what: Permission, pin = managerPin) => post('confirmed', { what, pin }),
    /** Gives somebody access, with the PIN given once more before. */
    grant: async (person: string, role: GrantedRole, pin: string | null) => {
      await post('confirmed', { what: 'access-grant', pin: managerPin });
      return post('granted', { id: randomUUID(), person, role, pin });
    },
  };
};

/** A demo kiosk that Amara manages, with a clock that stands, and a window at it. */
export const managed = async (options: Partial<DeviceOptions> = {}) => {
  const clock = steadyClock();
  const device = demoDevice({ clock, ...options });
  const window = await windowAt(device);
  const first = await window.post('first', { id: randomUUID(), person: amara, pin: managerPin });
  const code: string = first.said.code;
  return { ...window, device, clock, code };
};
