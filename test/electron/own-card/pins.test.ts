import { expect, test } from 'vitest';
import { disabledAt } from '../../../core/access/lockout.ts';
import type { Device, DeviceOptions } from '../../../electron/services/device.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { openCard } from '../../../electron/services/own-card/open.ts';
import { closeCard } from '../../../electron/services/own-card/opening.ts';
import { pinOf } from '../../../electron/store/pins.ts';
import { bytesIn, copyOf, demoDevice } from '../../support/device.ts';
import { amara, atTheirCard, badgeOf, logged, standingClock } from './desk.ts';

const pin = '483920';
const withPin = async (options: Partial<DeviceOptions> = {}): Promise<Device> => {
  const device = demoDevice(options);
  const { pin: set, token } = await atTheirCard(device);
  expect(await set(pin)).toMatchObject({ ok: true });
  closeCard(device, token);
  return device;
};
const withPinAndClock = async () => {
  const { clock, pass } = standingClock();
  return { device: await withPin({ clock }), pass };
};
const attempt = async (device: Device, typed: string, name = 'Amara Okafor') =>
  (await openCard(device, { way: 'pin', name, pin: typed })).ok;
const failures = (device: Device) => pinOf.get(device.db, { person: amara })?.failures;
const reasons = (device: Device) =>
  logged(device, 'card-not-opened').flatMap((entry) =>
    entry.type === 'card-not-opened' ? [entry.data] : [],
  );

test('a name and its PIN open the card, however the name is written', async () => {
  const device = await withPin();
  for (const name of ['Amara Okafor', ' okafor  AMARA ', 'Ámara Okafor'])
    expect(await attempt(device, '4 8 3 9 2 0', name), name).toBe(true);
  expect(logged(device, 'card-opened').at(-1)).toMatchObject({
    ...{ actor: { kind: 'bedside' }, ids: { person: amara }, data: { way: 'pin' } },
  });
});

test('the PIN is kept as Argon2id with 19 MiB, two passes and one lane, and nowhere as it was typed', async () => {
  const device = await withPin();
  expect(pinOf.get(device.db, { person: amara })?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
  expect(bytesIn(device.folder).includes(pin)).toBe(false);
  expect(logged(device, 'card-changed').map(({ data }) => data)).toEqual([{ fields: ['pin'] }]);
});

/** The longest wait of a PIN that is not disabled. */
const longEnough = 32 * 60_000;

test('from the third wrong one on a PIN has to wait, also for its owner, and is not even looked at', async () => {
  const { device, pass } = await withPinAndClock();
  for (const failed of [1, 2, 3]) {
    expect(await attempt(device, '739104')).toBe(false);
    expect(failures(device)).toBe(failed);
  }
  expect([await attempt(device, pin), failures(device)]).toEqual([false, 3]);
  pass(29_999);
  expect([await attempt(device, pin), failures(device)]).toEqual([false, 3]);
  pass(1);
  expect([await attempt(device, pin), failures(device)]).toEqual([true, 0]);
  expect(reasons(device)).toEqual([
    ...[1, 2, 3].map((count) => ({ why: 'wrong-pin', failures: count })),
    { why: 'waiting', failures: 3 },
  ]);
});

test('a badge opens the card while its PIN has to wait, and wakes no PIN: it does not prove whose it is', async () => {
  const { device } = await withPinAndClock();
  for (let time = 0; time < 3; time += 1) await attempt(device, '739104');
  expect((await openCard(device, { way: 'badge', code: badgeOf('amara') })).ok).toBe(true);
  expect(failures(device)).toBe(3);
  expect(await attempt(device, pin)).toBe(false);
});

test('after ten wrong ones a PIN is disabled, and another PIN set by badge is disabled too', async () => {
  const { device, pass } = await withPinAndClock();
  for (let time = 0; time < disabledAt; time += 1) {
    expect(await attempt(device, '739104')).toBe(false);
    pass(longEnough);
  }
  expect([await attempt(device, pin), failures(device)]).toEqual([false, disabledAt]);
  const { pin: set } = await atTheirCard(device);
  expect((await set('628415')).ok).toBe(true);
  pass(longEnough);
  expect([await attempt(device, '628415'), failures(device)]).toEqual([false, disabledAt]);
  expect(reasons(device).at(-1)).toEqual({ why: 'disabled', failures: disabledAt });
});

test('many attempts at once get no more than three', async () => {
  const device = await withPin();
  const guesses = Array.from({ length: 12 }, (_, at) => attempt(device, String(900_113 + at * 7)));
  expect((await Promise.all(guesses)).some(Boolean)).toBe(false);
  expect(failures(device)).toBe(3);
  expect(await attempt(device, pin)).toBe(false);
});

test('each attempt is on the disk before it is looked at: pulling the plug gives nobody one more', async () => {
  const device = await withPin();
  const underWay = attempt(device, '739104');
  const found = openDevice({ folder: copyOf(device.folder) });
  expect(failures(found)).toBe(1);
  found.close();
  await underWay;
  await attempt(device, '739104');
  const { folder } = device;
  const again = openDevice({ folder });
  expect(await attempt(again, '739104')).toBe(false);
  expect(await attempt(again, pin)).toBe(false);
  again.close();
});

test('the right PIN begins the count anew', async () => {
  const device = await withPin();
  for (let time = 0; time < 2; time += 1) await attempt(device, '739104');
  expect(await attempt(device, pin)).toBe(true);
  expect(failures(device)).toBe(0);
});

test('what two people are called means neither of them, and nobody’s name on the list can be taken from them', async () => {
  const device = await withPin();
  const { pin: kofiSets, say: kofiSays } = await atTheirCard(device, 'kofi');
  expect((await kofiSets('628415')).ok).toBe(true);
  kofiSays({ preferred: 'Zed Okafor' });
  expect(await attempt(device, '628415', 'Zed Mensah Okafor')).toBe(true);
  const { say: amaraSays } = await atTheirCard(device);
  amaraSays({ preferred: 'Zed Mensah' });
  for (const typed of [pin, '628415'])
    expect(await attempt(device, typed, 'Zed Mensah Okafor'), typed).toBe(false);
  expect(reasons(device).map(({ why }) => why)).toEqual(['name-of-several', 'name-of-several']);
  expect(await attempt(device, pin)).toBe(true);
});

test('who asks learns nothing: a name that is not here, one without a PIN, and a wrong PIN are answered alike', async () => {
  const device = await withPin();
  const ask = (name: string) => openCard(device, { way: 'pin', name, pin: '739104' });
  const answers = [
    await ask('Zorblax Nine'),
    await ask('Kofi Mensah'),
    await ask('Amara Okafor'),
    await ask(''),
  ];
  for (const answer of answers)
    expect(answer).toEqual({ ok: false, problem: { problem: 'not-opened', wait: 0 } });
  expect(logged(device, 'card-not-opened').map(({ ids }) => ids)).toEqual([{}, {}, { person: amara }, {}]);
});

test('after the third wrong PIN in a row it is said for how long the next one waits, of whoever is not here too', async () => {
  const device = await withPin();
  for (const name of ['Amara Okafor', 'Zorblax Nine']) {
    const waits: number[] = [];
    for (let times = 0; times < 3; times += 1) {
      const answer = await openCard(device, { way: 'pin', name, pin: '739104' });
      waits.push(answer.ok ? -1 : answer.problem.wait);
    }
    expect(waits, name).toEqual([0, 0, 30_000]);
  }
});

test('a silly PIN is refused and the old one stays; a removed one opens nothing', async () => {
  const device = await withPin();
  const { pin: set } = await atTheirCard(device);
  for (const [typed, problem] of [
    ['123456', 'too-easy'],
    ['4839', 'too-short'],
    ['pinpin', 'not-digits'],
  ] as const)
    expect(await set(typed)).toEqual({ ok: false, problem });
  expect(await attempt(device, pin)).toBe(true);
  const { pin: setAgain } = await atTheirCard(device);
  await setAgain('739104');
  expect([await attempt(device, pin), await attempt(device, '739104')]).toEqual([false, true]);
  const { pin: remove } = await atTheirCard(device);
  await remove(null);
  expect(await attempt(device, '739104')).toBe(false);
});
