import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { longestName } from '../../../core/names.ts';
import type { Device } from '../../../electron/services/device.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { changeSettings, here } from '../../../electron/services/settings.ts';
import { deviceView } from '../../../electron/services/view.ts';
import { query } from '../../../electron/store/sql.ts';
import { bedside, demoDevice, temporaryFolder } from '../../support/device.ts';
import { managerPin, windowAt } from '../access/desk.ts';
import { amara } from '../own-card/desk.ts';

const site = { place: 'OR 3', unit: 'Operating rooms', language: 'es' };

/** A kiosk that was just unpacked: nobody is on its list. */
const unpacked = (): Device => {
  const device = openDevice({ folder: temporaryFolder() });
  onTestFinished(() => device.close());
  return device;
};

const at = async (device: Device) => {
  const window = await windowAt(device);
  const say = async (said: unknown) => {
    const answer = await window.send('/api/first-start/site', said);
    return { status: answer.status, said: await answer.json().catch(() => null) };
  };
  const logged = () =>
    query<{ bytes: Uint8Array }>('select bytes from entry order by seq')
      .all(device.db, {})
      .map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString()))
      .filter(({ type }) => type === 'settings-changed');
  const place = () => deviceView(device).place;
  return { ...window, say, logged, place };
};

test('a kiosk that was just unpacked is told where it stands and what it speaks, and the log has it', async () => {
  const device = unpacked();
  const { say, logged, place } = await at(device);
  const { status, said } = await say(site);
  expect(status).toBe(200);
  expect(said.view).toMatchObject({ place: { name: 'OR 3' }, language: 'es' });
  expect(place().name).toBe('OR 3');
  expect(here(device)).toMatchObject({ name: 'OR 3', unit_name: 'Operating rooms' });
  expect(logged().map(({ actor }) => actor.kind)).toEqual(['bedside']);
});

test('every window hears at once where the kiosk stands', async () => {
  const device = unpacked();
  const { say } = await at(device);
  const seen: string[] = [];
  device.live.follow(() => seen.push(deviceView(device).place.name));
  await say({ ...site, place: '   ' });
  expect(seen).toEqual([]);
  await say(site);
  expect(seen).toEqual(['OR 3']);
});

test('what was said is put right by saying it again, and the same said twice is logged once', async () => {
  const { say, logged, place } = await at(unpacked());
  await say(site);
  await say(site);
  expect(logged()).toHaveLength(1);
  expect((await say({ ...site, place: 'OR 4' })).status).toBe(200);
  expect(place().name).toBe('OR 4');
});

test.each([
  ['an empty name', { place: '   ' }],
  ['a name that nobody sees', { unit: '\u2063' }],
  ['a name that turns the line around', { place: 'OR \u202e3' }],
  ['a name that is too long', { unit: 'x'.repeat(longestName + 1) }],
])('%s is refused, and nothing changes', async (_what, wrong) => {
  const { say, logged, place } = await at(unpacked());
  expect(await say({ ...site, ...wrong })).toEqual({ status: 422, said: { problem: 'no-name' } });
  expect(logged()).toEqual([]);
  expect(place().name).toBe('');
});

test.each([
  ['a name longer than any', { ...site, place: 'x'.repeat(2 * longestName + 1) }],
  ['a language that is none', { ...site, language: '../../etc' }],
  ['more than is asked for', { ...site, names: 'full' }],
  ['a key of every object', JSON.stringify(site).replace('{', '{"__proto__":{"demo":true},')],
  ['no language', { place: 'OR 3', unit: 'Operating rooms' }],
  ['nothing', '{'],
])('%s is not even looked at', async (_what, wrong) => {
  const { say, logged } = await at(unpacked());
  expect((await say(wrong)).status).toBe(400);
  expect(logged()).toEqual([]);
});

test('once somebody manages the kiosk nobody at the bedside moves it any more', async () => {
  const { say, post, place, logged } = await at(demoDevice());
  await post('first', { id: randomUUID(), person: amara, pin: managerPin });
  const before = [place(), logged().length];
  expect(await say(site)).toEqual({ status: 409, said: { problem: 'not-first-start' } });
  expect([place(), logged().length]).toEqual(before);
});

test('once a session was held nobody at the bedside moves it any more, though nobody manages it', async () => {
  const device = demoDevice();
  changeSettings(device, { kind: 'command-line' }, { demo: false });
  const { say, place } = await at(device);
  expect((await say(site)).status).toBe(200);
  bedside(device).open();
  expect((await say({ ...site, place: 'OR 9' })).status).toBe(409);
  expect(place().name).toBe('OR 3');
});
