import { expect, test } from 'vitest';
import { demoPersonId } from '../../electron/services/demo.ts';
import type { Device } from '../../electron/services/device.ts';
import { cardsOf } from '../../electron/services/people.ts';
import { setUp } from '../../electron/services/set-up.ts';
import { changeSettings } from '../../electron/services/settings.ts';
import { demoDevice } from '../support/device.ts';

const somebody = { kind: 'command-line' } as const;
const kofi = demoPersonId('kofi');

const nameOf = (device: Device): string => {
  const [card] = cardsOf(device, [kofi]);
  return [card?.first, card?.rest].filter(Boolean).join(' ');
};
const wish = (device: Device, policy: string | null) =>
  device.db.prepare('update person set names = ? where id = ?').run(policy, kofi);
const inUnit = (device: Device, unitNames: 'full' | 'first-and-initial' | 'first-only' | null) =>
  setUp(device, somebody, { place: 'OR 3', unit: 'Operating rooms', unitNames });

test('a name is shown as the site says, the unit has its own say, and a person can only narrow it', () => {
  const device = demoDevice();
  expect(nameOf(device)).toBe('Kofi Mensah');
  changeSettings(device, somebody, { names: 'first-and-initial' });
  expect(nameOf(device)).toBe('Kofi M.');
  inUnit(device, 'full');
  expect(nameOf(device)).toBe('Kofi Mensah');
  wish(device, 'first-only');
  expect(nameOf(device)).toBe('Kofi');
  inUnit(device, 'first-only');
  wish(device, 'full');
  expect(nameOf(device)).toBe('Kofi');
  inUnit(device, null);
  expect(nameOf(device)).toBe('Kofi M.');
});

test('a photo that is too old is not shown, each by its own day, and one of unknown age is', () => {
  const now = new Date('2026-06-15T12:00:00');
  const device = demoDevice({ clock: { now: () => now, mono: () => 0 } });
  changeSettings(device, somebody, { photoYears: 3 });
  const photosWhen = (face: string | null, masked: string | null): boolean[] => {
    device.db
      .prepare('update person set photo_date = ?, masked_photo_date = ? where id = ?')
      .run(face, masked, kofi);
    const [card] = cardsOf(device, [kofi]);
    return [card?.photo !== null, card?.maskedPhoto !== null];
  };
  expect(photosWhen(null, null)).toEqual([true, true]);
  expect(photosWhen('2023-06-15', '2023-06-14')).toEqual([true, false]);
  expect(photosWhen('2023-06-14', '2023-06-15')).toEqual([false, true]);
});
