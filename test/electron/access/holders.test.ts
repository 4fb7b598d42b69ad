import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { disabledAt } from '../../../core/access/lockout.ts';
import type { Device } from '../../../electron/services/device.ts';
import { readHead } from '../../../electron/store/log.ts';
import { pinOf } from '../../../electron/store/pins.ts';
import { amara, badgeOf, kofi, logged } from '../own-card/desk.ts';
import { managed, managerPin, otherPin, wrongPin } from './desk.ts';

const hour = 60 * 60_000;
type Kiosk = Awaited<ReturnType<typeof managed>>;

/** Somebody’s own card, opened with what they have. */
const cardOf = async ({ send }: Pick<Kiosk, 'send'>, asking: object) => {
  const opened = await send('/api/own-card/openings', asking);
  const { token }: { token?: string } = JSON.parse(await opened.text());
  return async (pin: string | null) => {
    const headers = { 'x-own-card': token ?? '' };
    const answer = await send('/api/own-card/pin', { id: randomUUID(), pin }, headers);
    return { status: answer.status, said: JSON.parse(await answer.text()) };
  };
};
const byBadge = (name: string) => ({ way: 'badge', code: badgeOf(name) });
const byPin = (pin: string) => ({ way: 'pin', name: 'Amara Okafor', pin });
const hashOf = (device: Device, person = amara) => pinOf.get(device.db, { person })?.hash;

test('whoever finds a manager’s badge opens a card with it, and does not become the manager', async () => {
  const kiosk = await managed();
  const { device, signIn } = kiosk;
  const before = hashOf(device);
  for (const asking of [byBadge('amara'), { way: 'demo', person: amara }]) {
    const setPin = await cardOf(kiosk, asking);
    expect(await setPin(otherPin)).toMatchObject({ status: 422, said: { problem: 'only-by-pin' } });
  }
  expect(hashOf(device)).toBe(before);
  expect((await signIn(otherPin)).status).toBe(409);
  const setPin = await cardOf(kiosk, byPin(managerPin));
  expect((await setPin(otherPin)).status).toBe(200);
  expect((await signIn(otherPin)).status).toBe(200);
});

test('a PIN that signs somebody in cannot be taken away on their card', async () => {
  const kiosk = await managed();
  const setPin = await cardOf(kiosk, byPin(managerPin));
  expect(await setPin(null)).toMatchObject({ status: 422, said: { problem: 'is-needed' } });
  expect((await kiosk.signIn(managerPin)).status).toBe(200);
});

test('a PIN that was set by badge before does not sign in who is given access later: they type one then', async () => {
  const kiosk = await managed();
  const { signIn, grant } = kiosk;
  const setPin = await cardOf(kiosk, byBadge('kofi'));
  expect((await setPin(wrongPin)).status).toBe(200);
  await signIn(managerPin);
  expect(await grant(kofi, 'manager', null)).toMatchObject({ status: 422, said: { problem: 'pin-needed' } });
  expect((await grant(kofi, 'manager', otherPin)).status).toBe(200);
  expect((await signIn(wrongPin, { by: 'person', person: kofi })).status).toBe(409);
  expect((await signIn(otherPin, { by: 'person', person: kofi })).status).toBe(200);
});

test('no access without a PIN that is not guessed first', async () => {
  const { device, signIn, grant, look } = await managed();
  await signIn(managerPin);
  const size = logged(device, 'access-granted').length;
  expect((await grant(kofi, 'auditor', '123456')).said).toEqual({ problem: 'too-easy' });
  expect((await grant('nobody', 'auditor', otherPin)).said).toEqual({ problem: 'no-such-person' });
  expect(logged(device, 'access-granted').length).toBe(size);
  expect((await look()).signedIn).not.toBeNull();
});

test('nobody gives themselves access, nor opens their own PIN again', async () => {
  const { signIn, grant, post, confirm } = await managed();
  await signIn(managerPin);
  expect((await grant(amara, 'admin', otherPin)).said).toEqual({ problem: 'not-yourself' });
  await confirm('access-grant');
  const again = { id: randomUUID(), person: amara, because: 'other' };
  expect((await post('opened-again', again)).said).toEqual({ problem: 'not-yourself' });
});

test('the last who can give access keeps it', async () => {
  const { device, signIn, grant, post, confirm, people } = await managed();
  await signIn(managerPin);
  await confirm('access-grant');
  const leave = async (person: string) =>
    (await post('withdrawn', { id: randomUUID(), person })).said.problem;
  expect(await leave(amara)).toBe('last-one');
  await grant(kofi, 'auditor', otherPin);
  expect(await leave(amara)).toBe('last-one');
  await grant(kofi, 'manager', null);
  expect(await leave(amara)).toBeUndefined();
  expect(await people()).toBe(401);
  expect(logged(device, 'access-withdrawn')).toMatchObject([
    { actor: { kind: 'signed-in', person: amara }, ids: { person: amara }, data: { role: 'manager' } },
  ]);
  expect((await signIn(managerPin)).said.problem).toBe('no-access');
});

test('a manager who is disabled does not count as one who could stay, and another opens their PIN again', async () => {
  const { device, clock, signIn, grant, post, confirm } = await managed();
  await signIn(managerPin);
  await grant(kofi, 'manager', otherPin);
  for (let time = 0; time < disabledAt; time += 1) {
    await signIn(wrongPin, { by: 'person', person: kofi });
    clock.pass(hour);
  }
  const asKofi = () => signIn(otherPin, { by: 'person', person: kofi });
  expect((await asKofi()).said.problem).toBe('disabled');
  await signIn(managerPin);
  await confirm('access-grant');
  expect((await post('withdrawn', { id: randomUUID(), person: amara })).said.problem).toBe('last-one');
  const again = { id: randomUUID(), person: kofi };
  expect((await post('opened-again', again)).status).toBe(400);
  expect((await post('opened-again', { ...again, because: 'Kofi said so' })).status).toBe(400);
  expect((await post('opened-again', { ...again, because: 'tried-by-others' })).status).toBe(200);
  expect((await asKofi()).status).toBe(200);
  expect(logged(device, 'opened-again')).toMatchObject([
    { actor: { person: amara }, ids: { person: kofi }, data: { because: 'tried-by-others' } },
  ]);
});

test('the same tap twice counts once', async () => {
  const { device, signIn, post, confirm } = await managed();
  await signIn(managerPin);
  await confirm('access-grant');
  const grant = { id: randomUUID(), person: kofi, role: 'auditor', pin: otherPin };
  expect([(await post('granted', grant)).status, (await post('granted', grant)).status]).toEqual([200, 200]);
  expect(logged(device, 'access-granted').length).toBe(2);
});

test('who signed out while a PIN was being made into its hash gives nobody access', async () => {
  const { device, signIn, post, confirm } = await managed();
  await signIn(managerPin);
  await confirm('access-grant');
  const underWay = post('granted', { id: randomUUID(), person: kofi, role: 'manager', pin: otherPin });
  expect((await post('sign-out', {})).status).toBe(200);
  const size = readHead(device.db)?.size;
  expect((await underWay).status).toBe(401);
  expect(readHead(device.db)?.size).toBe(size);
});
