import { expect, test } from 'vitest';
import { ownCard } from '../../../electron/services/own-card/card.ts';
import { demoDevice } from '../../support/device.ts';
import { amara, atTheirCard, kofi } from './desk.ts';

test('who gives themselves a name like somebody else’s keeps it, and is told whose it is like', async () => {
  const device = demoDevice();
  const { say } = await atTheirCard(device);
  const likeMine = () => ownCard(device, amara).alike.map(({ id }) => id);
  expect(likeMine()).toEqual([]);
  say({ preferred: 'Коfi' });
  expect(ownCard(device, amara).name.preferred).toBe('Коfi');
  expect(likeMine()).toEqual([kofi]);
  say({ preferred: 'Mára' });
  expect(likeMine()).toEqual([]);
});
