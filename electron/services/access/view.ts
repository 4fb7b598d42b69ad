import { allOf } from '../../../core/access/permissions.ts';
import { signInIdleMs, signInOpenMs } from '../../../core/access/sign-in.ts';
import type { AccessView } from '../../../core/access/view.ts';
import type { Device } from '../device.ts';
import { cardsOf } from '../people.ts';
import { deviceWait } from './attempts.ts';
import { isFirstStart } from './first-manager.ts';
import { hasManager } from './holders.ts';
import { signedInBy } from './session.ts';

/** How it stands with access, for the window that asks. To ask is not to use the sign-in. */
export const accessView = (device: Device, token: string): AccessView => ({
  hasManager: hasManager(device),
  firstStart: isFirstStart(device),
  wait: deviceWait(device),
  signedIn: signedInView(device, token),
});

const signedInView = (device: Device, token: string): AccessView['signedIn'] => {
  const signedIn = signedInBy(device, token);
  if (signedIn === null) return null;
  const { person, role, used, began } = signedIn;
  const [card] = cardsOf(device, [person]);
  if (card === undefined) return null;
  const now = device.clock.mono();
  const left = Math.min(signInIdleMs - (now - used), signInOpenMs - (now - began));
  return { person: card, role, may: allOf(role), left, atMost: signInOpenMs - (now - began) };
};
