import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openDevice } from '../../../electron/services/open-device.ts';
import { readHead } from '../../../electron/store/log.ts';
import { demoDevice } from '../../support/device.ts';
import { managed, managerPin, otherPin, windowAt, wrongPin } from '../access/desk.ts';
import { amara, badgeOf, kofi, logged } from '../own-card/desk.ts';

const minute = 60_000;
const because = 'forgotten';

/** What whoever manages a kiosk can ask for: path and body. */
const managersCalls = (): [string, object][] => [
  ['granted', { id: randomUUID(), person: kofi, role: 'manager', pin: otherPin }],
  ['withdrawn', { id: randomUUID(), person: amara }],
  ['opened-again', { id: randomUUID(), person: kofi, because }],
  ['recovery-code', { id: randomUUID() }],
];

test('without a session, with another’s token or once it is over, no manager’s call is answered and nothing changes', async () => {
  const kiosk = await managed();
  const { device, clock, post, people, signIn, token, withToken } = kiosk;
  const refused = async () => {
    const size = readHead(device.db)?.size;
    expect(await people()).toBe(401);
    for (const [path, body] of managersCalls())
      expect(await post(path, body), path).toEqual({
        ...{ status: 401, said: { problem: 'not-signed-in', say: 'Please sign in.' } },
      });
    expect((await post('confirmed', { what: 'purge', pin: managerPin })).status).toBe(401);
    expect((await post('here', {})).status).toBe(401);
    expect(readHead(device.db)?.size).toBe(size);
  };
  await refused();
  expect((await signIn(managerPin)).status).toBe(200);
  const own = token();
  for (const other of ['', `${own.slice(0, -1)}${own.endsWith('A') ? 'B' : 'A'}`, 'x'.repeat(5_000)]) {
    withToken(other);
    await refused();
  }
  withToken(own);
  expect(await people()).toBe(200);
  clock.pass(2 * minute);
  expect(await people()).toBe(401);
  await refused();
});

test('a request cannot say who acts: the log has who signed in', async () => {
  const { device, post, signIn, confirm, grant } = await managed();
  await signIn(managerPin);
  await confirm('access-grant');
  const [, body] = managersCalls()[0] ?? [];
  expect((await post('granted', { ...body, actor: { kind: 'system' } })).status).toBe(400);
  expect((await post('granted', { ...body, by: kofi })).status).toBe(400);
  expect((await grant(kofi, 'auditor', otherPin)).status).toBe(200);
  expect(logged(device, 'access-granted').at(-1)).toMatchObject({
    actor: { kind: 'signed-in', person: amara, role: 'manager' },
    ...{ ids: { person: kofi }, data: { role: 'auditor' } },
  });
});

test('a sign-in ends after two idle minutes, after a quarter of an hour, when asked, and with another one', async () => {
  const { device, clock, people, post, signIn, token, withToken } = await managed();
  const why = () => logged(device, 'locked').map((entry) => (entry.type === 'locked' ? entry.data.why : ''));
  await signIn(managerPin);
  clock.pass(2 * minute - 1);
  expect(await people()).toBe(200);
  clock.pass(2 * minute);
  expect(await people()).toBe(401);
  await signIn(managerPin);
  for (let passed = 0; passed < 14; passed += 1) {
    clock.pass(minute);
    expect(await people()).toBe(200);
  }
  clock.pass(minute);
  expect(await people()).toBe(401);
  await signIn(managerPin);
  await post('sign-out', {});
  expect(await people()).toBe(401);
  await signIn(managerPin);
  const first = token();
  const other = await windowAt(device);
  expect((await other.signIn(managerPin)).status).toBe(200);
  withToken(first);
  expect([await people(), await other.people()]).toEqual([401, 200]);
  expect(why()).toEqual(['idle', 'time-up', 'left', 'another']);
  expect(logged(device, 'unlocked').length).toBe(5);
});

test('the clock on the wall does not prolong a sign-in, and a restart ends it', async () => {
  const { device, clock, people, signIn, token } = await managed();
  await signIn(managerPin);
  clock.set(new Date(2020, 0, 1));
  clock.pass(2 * minute);
  expect(await people()).toBe(401);
  await signIn(managerPin);
  clock.set(new Date(2031, 0, 1));
  expect(await people()).toBe(200);
  const again = openDevice({ folder: device.folder, clock });
  const window = await windowAt(again);
  window.withToken(token());
  expect(await window.people()).toBe(401);
  again.close();
});

test('to look how it stands is not to use it; to say that one is still there is', async () => {
  const { clock, look, people, post, signIn } = await managed();
  expect(await look()).toEqual({ hasManager: true, firstStart: false, wait: 0, signedIn: null });
  await signIn(managerPin);
  clock.pass(minute);
  const { signedIn } = await look();
  expect(signedIn).toMatchObject({
    person: { id: amara },
    role: 'manager',
    left: minute,
    atMost: 14 * minute,
  });
  expect(signedIn.may).toContain('purge');
  expect((await post('here', {})).said.signedIn.left).toBe(2 * minute);
  clock.pass(2 * minute - 1);
  await look();
  clock.pass(1);
  expect(await people()).toBe(401);
});

test('exports, purge and people ask for the PIN once more, for each, and for two minutes', async () => {
  const { device, clock, post, signIn, confirm } = await managed();
  await signIn(managerPin);
  const grant = async () =>
    (await post('granted', { id: randomUUID(), person: kofi, role: 'auditor', pin: otherPin })).said.problem;
  expect(await grant()).toBe('confirm');
  expect((await confirm('exports')).status).toBe(200);
  expect(await grant()).toBe('confirm');
  expect((await confirm('access-grant')).status).toBe(200);
  clock.pass(2 * minute - 1);
  expect(await grant()).toBeUndefined();
  clock.pass(1);
  expect(await grant()).toBe('confirm');
  expect(logged(device, 'confirmed').map(({ data }) => data)).toEqual([
    { for: 'exports' },
    { for: 'access-grant' },
  ]);
  expect((await post('confirmed', { what: 'sessions-read', pin: managerPin })).status).toBe(400);
});

test('whoever finds an open session guesses three times, and then it is over', async () => {
  const { device, people, signIn, confirm } = await managed();
  await signIn(managerPin);
  expect([(await confirm('purge', wrongPin)).status, (await confirm('purge', wrongPin)).status]).toEqual([
    409, 409,
  ]);
  expect(await people()).toBe(200);
  expect((await confirm('purge', wrongPin)).said).toEqual({ problem: 'not-opened', wait: 30_000 });
  expect(await people()).toBe(401);
  expect(logged(device, 'locked').at(-1)?.data).toEqual({ why: 'wrong-pin' });
  expect((await signIn(managerPin)).said).toEqual({ problem: 'waiting', wait: 30_000 });
});

test('who signed out while their PIN was looked at has confirmed nothing', async () => {
  const { device, signIn, confirm, post } = await managed();
  await signIn(managerPin);
  const underWay = confirm('purge');
  await post('sign-out', {});
  expect(await underWay).toEqual({ status: 401, said: { problem: 'not-signed-in', wait: 0 } });
  expect(logged(device, 'confirmed')).toEqual([]);
  expect((await signIn(managerPin)).status).toBe(200);
});

test('what others try at the device ends nobody’s session', async () => {
  const { people, signIn, confirm, post } = await managed();
  await signIn(managerPin);
  for (let time = 0; time < 10; time += 1)
    await post('sign-in', { who: { by: 'name', name: `Zorblax ${time}` }, pin: wrongPin });
  expect((await confirm('purge')).said.problem).toBe('waiting');
  expect(await people()).toBe(200);
});

test('an auditor reads who has access and changes nothing; that they tried is in the log, once', async () => {
  const { device, grant, signIn, people, post } = await managed();
  await signIn(managerPin);
  expect((await grant(kofi, 'auditor', otherPin)).status).toBe(200);
  await signIn(otherPin, { by: 'person', person: kofi });
  expect(await people()).toBe(200);
  await post('confirmed', { what: 'access-grant', pin: otherPin });
  for (const [path, body] of [...managersCalls(), ...managersCalls()])
    expect((await post(path, body)).said, path).toMatchObject({
      problem: 'not-allowed',
      what: 'access-grant',
    });
  expect(logged(device, 'not-allowed')).toMatchObject([
    { actor: { kind: 'signed-in', person: kofi, role: 'auditor' }, data: { for: 'access-grant' } },
  ]);
  expect(logged(device, 'access-granted').length).toBe(2);
});

test('who has a PIN and no access does not get in, and is told', async () => {
  const { device, signIn, grant, post, people } = await managed();
  await signIn(managerPin);
  await grant(kofi, 'auditor', otherPin);
  await post('confirmed', { what: 'access-grant', pin: managerPin });
  expect((await post('withdrawn', { id: randomUUID(), person: kofi })).status).toBe(200);
  await post('sign-out', {});
  const answer = await signIn(otherPin, { by: 'person', person: kofi });
  expect([answer.status, answer.said]).toEqual([409, { problem: 'no-access', wait: 0 }]);
  expect(await people()).toBe(401);
  expect(logged(device, 'unlock-failed').at(-1)).toMatchObject({
    ...{ ids: { person: kofi }, data: { why: 'no-access', failures: 0 } },
  });
});

test('access that is taken away ends the sign-in at once, also of who has it open', async () => {
  const { device, signIn, grant, clock } = await managed();
  await signIn(managerPin);
  await grant(kofi, 'manager', otherPin);
  const other = await windowAt(device);
  await other.signIn(otherPin, { by: 'person', person: kofi });
  expect(await other.people()).toBe(200);
  device.db.prepare('update person set retired_at = ? where id = ?').run('2026-11-22', kofi);
  expect(await other.people()).toBe(401);
  expect(logged(device, 'locked').at(-1)?.data).toEqual({ why: 'withdrawn' });
  clock.pass(1);
  expect((await other.signIn(otherPin, { by: 'person', person: kofi })).status).toBe(409);
});

test('a badge says who it is and a PIN proves it: neither the one nor the other alone gets in', async () => {
  const { device, signIn } = await managed();
  const badge = { by: 'badge', code: badgeOf('amara') };
  expect((await signIn('', badge)).status).toBe(409);
  expect((await signIn(managerPin, { by: 'badge', code: badgeOf('kofi') })).status).toBe(409);
  expect((await signIn(managerPin, { by: 'badge', code: '9999000011' })).said).toEqual({
    ...{ problem: 'unknown-badge', wait: 0 },
  });
  expect((await signIn(managerPin, { by: 'name', name: 'okafor AMARA' })).status).toBe(200);
  expect((await signIn(managerPin, badge)).status).toBe(200);
  const ways = logged(device, 'unlocked').map(({ data }) => data);
  expect(ways).toMatchObject([{ way: 'pin' }, { way: 'badge-and-pin' }]);
});

test('neither badge, nor PIN, nor name, nor code stands in an answer or in the log', async () => {
  const { device, send } = await managed();
  const [badge, pin, name] = ['S3cret-Badge-4711', '907316', 'Zorblax Nine'];
  const code = 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG';
  for (const [path, body] of [
    ['sign-in', { who: { by: 'badge', code: badge }, pin }],
    ['sign-in', { who: { by: 'name', name }, pin }],
    ['sign-in', { who: { by: 'name', name: name.repeat(50) }, pin: pin.repeat(20) }],
    ['first', { id: randomUUID(), person: amara, pin, name }],
    ['recovered', { id: randomUUID(), code, because, person: amara, pin }],
    ['recovered', { id: randomUUID(), code: code.repeat(20), because, person: amara, pin }],
  ] as const) {
    const text = await (await send(`/api/access/${path}`, body)).text();
    for (const secret of [badge, pin, name, code]) expect(text).not.toContain(secret);
  }
  const entries = JSON.stringify(logged(device, 'unlock-failed'));
  for (const secret of [badge, pin, name, code]) expect(entries).not.toContain(secret);
});

test('the first manager is named once: from then on nobody at the bedside names another', async () => {
  const device = demoDevice();
  const window = await windowAt(device);
  expect(await window.look()).toMatchObject({ hasManager: false, firstStart: true });
  const ask = (person: string, pin: string, id: string = randomUUID()) =>
    window.post('first', { id, person, pin });
  expect((await ask(amara, '123456')).said).toEqual({ problem: 'too-easy' });
  expect((await ask('nobody', managerPin)).said).toEqual({ problem: 'no-such-person' });
  expect((await window.signIn(managerPin)).status).toBe(409);
  const id = randomUUID();
  const done = await ask(amara, managerPin, id);
  expect(done.said.code).toMatch(/^(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}$/u);
  expect(await window.look()).toMatchObject({ hasManager: true, firstStart: false });
  // A lost answer is given again to the tap that it was for, and to no other.
  expect((await ask(amara, managerPin, id)).said).toEqual(done.said);
  expect(await ask(kofi, otherPin)).toEqual({ status: 409, said: { problem: 'not-first-start' } });
  expect((await window.signIn(managerPin)).status).toBe(200);
  expect(logged(device, 'access-granted')).toMatchObject([
    { actor: { kind: 'bedside' }, ids: { person: amara }, data: { role: 'manager' } },
  ]);
  expect(logged(device, 'recovery-code-made').length).toBe(1);
});

test('two who ask at once to be the first manager: one is', async () => {
  const device = demoDevice();
  const window = await windowAt(device);
  const both = await Promise.all(
    [amara, kofi].map((person) => window.post('first', { id: randomUUID(), person, pin: managerPin })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});
