import { expect, test } from 'vitest';
import { cardIdleMs, cardOpenMs } from '../../../core/own-card.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { openCard } from '../../../electron/services/own-card/open.ts';
import { closeCard, isCardOpen, openingOf } from '../../../electron/services/own-card/opening.ts';
import { addVisitor } from '../../../electron/services/people.ts';
import { changeSettings } from '../../../electron/services/settings.ts';
import { demoDevice, temporaryFolder } from '../../support/device.ts';
import { amara, atTheirCard, badgeOf, kofi, logged, standingClock } from './desk.ts';

test('a badge opens its holder’s card, and the log says whose and how', async () => {
  const device = demoDevice();
  const opened = await openCard(device, { way: 'badge', code: ` ${badgeOf('amara')} ` });
  expect(opened).toMatchObject({ ok: true, value: { token: expect.stringMatching(/^[\w-]{43}$/u) } });
  expect(opened.ok && opened.value.card.card.id).toBe(amara);
  expect(logged(device, 'card-opened')).toMatchObject([
    { actor: { kind: 'badge', person: amara }, ids: { person: amara }, data: { way: 'badge' } },
  ]);
});

test('a badge that nobody has opens nothing, and stands nowhere', async () => {
  const device = demoDevice();
  const opened = await openCard(device, { way: 'badge', code: '9999000011' });
  expect(opened).toEqual({ ok: false, problem: { problem: 'unknown-badge', wait: 0 } });
  expect(isCardOpen(device)).toBe(false);
  const [entry] = logged(device, 'card-not-opened');
  expect(entry).toMatchObject({ ids: {}, data: { why: 'unknown-badge', failures: 0 } });
  expect(JSON.stringify(entry)).not.toContain('9999000011');
});

test('a face opens a card only of the demo team, and only on a demo device', async () => {
  const device = demoDevice();
  const visitor = addVisitor(device, { id: device.newId(), name: 'Rosa', role: 'chaplain' });
  const guest = visitor.ok ? visitor.value.id : '';
  expect((await openCard(device, { way: 'demo', person: guest })).ok).toBe(false);
  expect((await openCard(device, { way: 'demo', person: 'nobody' })).ok).toBe(false);
  expect((await openCard(device, { way: 'demo', person: kofi })).ok).toBe(true);
  changeSettings(device, { kind: 'system' }, { demo: false });
  expect(await openCard(device, { way: 'demo', person: kofi })).toEqual({
    ok: false,
    problem: { problem: 'not-opened', wait: 0 },
  });
});

test('the card closes two minutes after it was last used', async () => {
  const { clock, pass } = standingClock();
  const device = demoDevice({ clock });
  const { token } = await atTheirCard(device);
  for (let time = 0; time < 3; time += 1) {
    pass(cardIdleMs - 1);
    expect(openingOf(device, token)).not.toBeNull();
  }
  pass(cardIdleMs);
  expect(isCardOpen(device)).toBe(false);
  expect(openingOf(device, token)).toBeNull();
});

test('and after ten minutes, however busy somebody is', async () => {
  const { clock, pass } = standingClock();
  const device = demoDevice({ clock });
  const { token } = await atTheirCard(device);
  for (let passed = 0; passed < cardOpenMs - 60_000; passed += 60_000) {
    pass(60_000);
    expect(openingOf(device, token)).not.toBeNull();
  }
  pass(60_000);
  expect(openingOf(device, token)).toBeNull();
});

test('a token is for one opening: another card, Done and a restart end it', async () => {
  const device = demoDevice();
  const first = await atTheirCard(device);
  const second = await atTheirCard(device, 'kofi');
  expect(openingOf(device, first.token)).toBeNull();
  expect(openingOf(device, second.token)?.person).toBe(kofi);
  closeCard(device, first.token);
  expect(isCardOpen(device)).toBe(true);
  closeCard(device, second.token);
  expect(isCardOpen(device)).toBe(false);
  expect(openingOf(device, '')).toBeNull();

  const folder = temporaryFolder();
  const before = demoDevice({ folder });
  const { token } = await atTheirCard(before);
  const after = openDevice({ folder });
  expect(openingOf(after, token)).toBeNull();
  after.close();
});
