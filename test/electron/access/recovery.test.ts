import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { disabledAt } from '../../../core/access/lockout.ts';
import { writeRecoveryCode } from '../../../core/access/recovery-code.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { query } from '../../../electron/store/sql.ts';
import { bytesIn } from '../../support/device.ts';
import { steadyClock } from '../../support/steady-clock.ts';
import { amara, kofi, logged } from '../own-card/desk.ts';
import { managed, managerPin, otherPin, windowAt, wrongPin } from './desk.ts';

const hour = 60 * 60_000;
const kept = query<{ hash: string; failures: number }>('select hash, failures from recovery');
const wrongCode = writeRecoveryCode(new Uint8Array(16).fill(7));

const recovering = (over: object) => ({
  ...{ id: randomUUID(), because: 'forgotten', person: amara, pin: otherPin },
  ...over,
});

test('the code is shown once, and kept only as Argon2id', async () => {
  const { device, code } = await managed();
  expect(kept.get(device.db, {})?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
  expect(bytesIn(device.folder).includes(code)).toBe(false);
});

test('it opens a disabled PIN again, is worth nothing then, and a new one takes its place', async () => {
  const { device, clock, code, post, signIn } = await managed();
  for (let time = 0; time < disabledAt; time += 1) {
    await signIn(wrongPin);
    clock.pass(hour);
  }
  expect((await signIn(managerPin)).said.problem).toBe('disabled');
  const done = await post(
    'recovered',
    recovering({ code: code.toLowerCase(), pin: null, because: 'mistyped' }),
  );
  expect(done.status).toBe(200);
  expect((await signIn(managerPin)).status).toBe(200);
  expect(done.said.code).not.toBe(code);
  expect((await post('recovered', recovering({ code }))).said.problem).toBe('wrong-code');
  expect((await post('recovered', recovering({ code: done.said.code }))).status).toBe(200);
  expect((await signIn(otherPin)).status).toBe(200);
  expect(logged(device, 'recovery-used')).toMatchObject([
    { actor: { kind: 'bedside' }, ids: { person: amara }, data: { because: 'mistyped' } },
    { actor: { kind: 'bedside' }, ids: { person: amara }, data: { because: 'forgotten' } },
  ]);
  expect(logged(device, 'opened-again').length).toBe(1);
});

test('it names a new manager where nobody is left, with a PIN that is not guessed first', async () => {
  const { device, code, post, signIn } = await managed();
  const ask = (pin: string) =>
    post('recovered', recovering({ code, person: kofi, pin, because: 'nobody-left' }));
  expect((await ask('111111')).said.problem).toBe('too-easy');
  // The code was right: nothing was done with it, and it holds.
  expect(kept.get(device.db, {})?.failures).toBe(0);
  expect((await ask(otherPin)).status).toBe(200);
  expect((await signIn(otherPin, { by: 'person', person: kofi })).status).toBe(200);
  expect(logged(device, 'access-granted').at(-1)).toMatchObject({
    ...{ ids: { person: kofi }, data: { role: 'manager' } },
  });
});

test('a reason is needed, and of those there are', async () => {
  const { code, post } = await managed();
  for (const because of [undefined, '', 'because'])
    expect((await post('recovered', recovering({ code, because }))).status).toBe(400);
});

test('a slip of the pen is no attempt; wrong codes wait, on the disk, across restarts', async () => {
  const { device, clock, code, post } = await managed();
  const slip = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`;
  expect((await post('recovered', recovering({ code: slip }))).said).toEqual({
    problem: 'not-a-code',
    wait: 0,
  });
  expect(kept.get(device.db, {})?.failures).toBe(0);
  for (const wait of [0, 0, 30_000])
    expect((await post('recovered', recovering({ code: wrongCode }))).said).toEqual({
      ...{ problem: 'wrong-code', wait },
    });
  clock.set(new Date(2040, 0, 1));
  expect((await post('recovered', recovering({ code }))).said).toEqual({ problem: 'waiting', wait: 30_000 });
  const later = steadyClock();
  const again = openDevice({ folder: device.folder, clock: later });
  const window = await windowAt(again);
  later.pass(29_999);
  expect((await window.post('recovered', recovering({ code }))).said.problem).toBe('waiting');
  later.pass(1);
  expect((await window.post('recovered', recovering({ code }))).status).toBe(200);
  again.close();
});

test('it is the way in while the whole device has to wait', async () => {
  const { code, post, signIn } = await managed();
  for (let time = 0; time < 11; time += 1) await signIn(wrongPin, { by: 'name', name: `Zorblax ${time}` });
  expect((await signIn(managerPin)).said.problem).toBe('waiting');
  expect((await post('recovered', recovering({ code }))).status).toBe(200);
});

test('a manager has a new one made, and the old one is worth nothing', async () => {
  const { device, code, post, signIn, confirm } = await managed();
  await signIn(managerPin);
  await confirm('access-grant');
  const id = randomUUID();
  const fresh = await post('recovery-code', { id });
  expect(fresh.said.code).not.toBe(code);
  // An answer that was lost is given again, for a little while, to the same tap.
  expect((await post('recovery-code', { id })).said).toEqual(fresh.said);
  expect((await post('recovered', recovering({ code }))).said.problem).toBe('wrong-code');
  expect(logged(device, 'recovery-code-made').length).toBe(2);
});

test('the same code twice at once is used once', async () => {
  const { device, code, post } = await managed();
  const both = await Promise.all(
    [amara, kofi].map((person) => post('recovered', recovering({ code, person }))),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(logged(device, 'recovery-used').length).toBe(1);
});
