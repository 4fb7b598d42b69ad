import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { disabledAt } from '../../../core/access/lockout.ts';
import { countAttempt } from '../../../electron/services/access/attempts.ts';
import { secretHash } from '../../../electron/services/access/pins.ts';
import { signIn as signInAt } from '../../../electron/services/access/sign-in.ts';
import type { Device } from '../../../electron/services/device.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { deviceFailures } from '../../../electron/store/access.ts';
import { readHead } from '../../../electron/store/log.ts';
import { pinOf, putPin } from '../../../electron/store/pins.ts';
import team from '../../../resources/demo/team.json' with { type: 'json' };
import { bedside, demoDevice } from '../../support/device.ts';
import { steadyClock } from '../../support/steady-clock.ts';
import { amara, badgeOf, kofi, logged } from '../own-card/desk.ts';
import { managed, managerPin, otherPin, windowAt, wrongPin } from './desk.ts';

const minute = 60_000;
const hour = 60 * minute;
const failuresOf = (device: Device, person = amara) => pinOf.get(device.db, { person })?.failures;
const whys = (device: Device) =>
  logged(device, 'unlock-failed').flatMap((entry) => (entry.type === 'unlock-failed' ? [entry.data] : []));

/** A kiosk on the same folder, as a restart leaves it: it knows nothing but what is on the disk. */
const restarted = (device: Device, clock = steadyClock()): Device => {
  const again = openDevice({ folder: device.folder, clock });
  onTestFinished(() => again.close());
  return again;
};

test('a right PIN is not even looked at while it has to wait, and opens when it was waited for', async () => {
  const { device, clock, signIn } = await managed();
  const answers = [];
  for (let time = 0; time < 4; time += 1) answers.push((await signIn(wrongPin)).said);
  expect(answers).toEqual([
    { problem: 'not-opened', wait: 0 },
    { problem: 'not-opened', wait: 0 },
    { problem: 'not-opened', wait: 30_000 },
    { problem: 'waiting', wait: 30_000 },
  ]);
  clock.pass(29_999);
  expect((await signIn(managerPin)).said).toEqual({ problem: 'waiting', wait: 1 });
  expect(failuresOf(device)).toBe(3);
  clock.pass(1);
  expect((await signIn(managerPin)).status).toBe(200);
  expect(failuresOf(device)).toBe(0);
});

test('to set the clock, forward or back, shortens no wait', async () => {
  const { clock, signIn } = await managed();
  for (let time = 0; time < 3; time += 1) await signIn(wrongPin);
  for (const year of [2031, 1999, 2026]) {
    clock.set(new Date(year, 0, 1));
    expect((await signIn(managerPin)).said.problem).toBe('waiting');
  }
});

test('a restart keeps the count, and the wait runs again in full', async () => {
  const { device, clock, signIn } = await managed();
  for (let time = 0; time < 4; time += 1) {
    await signIn(wrongPin);
    clock.pass(30_000);
  }
  expect(failuresOf(device)).toBe(4);
  const later = steadyClock();
  const again = restarted(device, later);
  const window = await windowAt(again);
  expect((await window.signIn(managerPin)).said).toEqual({ problem: 'waiting', wait: minute });
  later.pass(minute - 1);
  const third = steadyClock();
  const window3 = await windowAt(restarted(again, third));
  expect((await window3.signIn(managerPin)).said).toEqual({ problem: 'waiting', wait: minute });
  third.pass(minute);
  expect((await window3.signIn(managerPin)).status).toBe(200);
});

test('killed between the count and the check, the attempt stays counted', async () => {
  const { device } = await managed();
  device.close();
  const script = fileURLToPath(new URL('./killed-while-checking.ts', import.meta.url));
  for (const times of [1, 2, 3]) {
    const child = spawn(process.execPath, [script, device.folder, amara, wrongPin], { stdio: 'inherit' });
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
    const again = openDevice({ folder: device.folder });
    expect([failuresOf(again), deviceFailures(again.db)]).toEqual([times, times]);
    again.close();
  }
  const window = await windowAt(restarted(device));
  expect((await window.signIn(managerPin)).said.problem).toBe('waiting');
});

test('after ten failures a PIN is disabled, for its owner too, whatever time goes by and however often it restarts', async () => {
  const { device, clock, signIn } = await managed();
  for (let time = 0; time < disabledAt; time += 1) {
    expect((await signIn(wrongPin)).said.problem).toBe('not-opened');
    clock.pass(hour);
  }
  expect((await signIn(managerPin)).said).toEqual({ problem: 'disabled', wait: 0 });
  const later = steadyClock();
  const window = await windowAt(restarted(device, later));
  later.pass(1_000 * hour);
  expect((await window.signIn(managerPin)).said).toEqual({ problem: 'disabled', wait: 0 });
  expect(failuresOf(device)).toBe(disabledAt);
});

test('one’s own card and signing in are one count: nobody gets ten at each', async () => {
  const { device, send, signIn } = await managed();
  const atCard = async (pin: string) =>
    (await send('/api/own-card/openings', { way: 'pin', name: 'Amara Okafor', pin })).status;
  await signIn(wrongPin);
  await atCard(wrongPin);
  await signIn(wrongPin);
  expect([failuresOf(device), await atCard(managerPin)]).toEqual([3, 409]);
});

test('many at once get no more than three', async () => {
  const { device, signIn } = await managed();
  const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(wrongPin)));
  const problems = answers.map(({ said }) => said.problem);
  expect(Map.groupBy(problems, (one) => one).get('not-opened')?.length).toBe(3);
  expect(failuresOf(device)).toBe(3);
});

test('guesses that are spread over people and unknown badges make the device wait, and nobody’s success wipes that', async () => {
  const { device, signIn, grant, post } = await managed();
  await signIn(managerPin);
  await grant(kofi, 'auditor', otherPin);
  await post('sign-out', {});
  // Names that nobody has, and badges, as guesses; between them Kofi, who knows his own PIN.
  for (let time = 0; time < 5; time += 1) {
    await signIn(wrongPin, { by: 'name', name: `Zorblax ${time}` });
    await signIn(wrongPin, { by: 'badge', code: `99990000${time}` });
    if (time < 4) expect((await signIn(otherPin, { by: 'person', person: kofi })).status).toBe(200);
  }
  expect(deviceFailures(device.db)).toBe(10);
  expect((await signIn(otherPin, { by: 'person', person: kofi })).said).toEqual({
    ...{ problem: 'waiting', wait: 30_000 },
  });
  expect((await signIn(managerPin)).said.problem).toBe('waiting');
  expect([failuresOf(device), failuresOf(device, kofi)]).toEqual([0, 0]);
});

test('a slip is forgotten after a quiet half hour, however often others sign in meanwhile; a restart begins it anew', async () => {
  const { device, clock, signIn } = await managed();
  const slip = () => signIn(wrongPin, { by: 'name', name: 'Zorblax' });
  await slip();
  await slip();
  for (const left of [2, 2, 1, 1, 1, 0]) {
    clock.pass(10 * minute);
    expect((await signIn(managerPin)).status).toBe(200);
    expect(deviceFailures(device.db)).toBe(left);
  }
  await slip();
  clock.pass(29 * minute);
  const later = steadyClock();
  const again = restarted(device, later);
  const window = await windowAt(again);
  later.pass(29 * minute);
  await window.signIn(managerPin);
  expect(deviceFailures(again.db)).toBe(1);
  later.pass(minute);
  await window.signIn(managerPin);
  expect(deviceFailures(again.db)).toBe(0);
});

test('a PIN that was changed while it was looked at opens nothing', async () => {
  const { device } = await managed();
  const hash = await secretHash(otherPin);
  const underWay = signInAt(device, { by: 'person', person: amara }, managerPin);
  putPin(device.db, { person: amara, hash, disabledAt });
  expect(await underWay).toMatchObject({ ok: false, problem: { problem: 'not-opened' } });
});

test('a device that waits locks no introduction out, and no card that a badge opens', async () => {
  const { device, send, signIn } = await managed();
  for (let time = 0; time < 12; time += 1) await signIn(wrongPin, { by: 'name', name: `Zorblax ${time}` });
  expect((await signIn(managerPin)).said.problem).toBe('waiting');
  const { open, tap, session } = bedside(device);
  open();
  const round = tap({ type: 'open-round', kind: 'team' });
  const [participant = ''] = session().participants.map(({ id }) => id);
  tap({ type: 'record', round, participant, verdict: { status: 'introduced', method: 'self' } });
  const opened = await send('/api/own-card/openings', { way: 'badge', code: badgeOf('amara') });
  expect(opened.status).toBe(200);
});

test('a reader that is stuck on a badge that nobody has locks nobody out, and does not fill the log', async () => {
  const { device, send, signIn } = await managed();
  const size = readHead(device.db)?.size ?? 0;
  for (let time = 0; time < 300; time += 1)
    expect((await send('/api/own-card/openings', { way: 'badge', code: '9999000011' })).status).toBe(409);
  expect([deviceFailures(device.db), (readHead(device.db)?.size ?? 0) - size]).toEqual([1, 1]);
  expect((await signIn(managerPin)).status).toBe(200);
  expect(logged(device, 'unlocked').at(-1)?.data).toMatchObject({ turnedAway: 299 });
});

test('who keeps on knocking cannot fill the disk: of a wait one entry, and the number of the others in the next', async () => {
  const { device, clock, signIn } = await managed();
  const knock = async (times: number) => {
    for (let time = 0; time < times; time += 1) await signIn(wrongPin);
  };
  await knock(3 + 200);
  expect(whys(device).map(({ why }) => why)).toEqual([...Array(3).fill('wrong-pin'), 'waiting']);
  clock.pass(30_000);
  await knock(1 + 100);
  expect(whys(device).slice(4)).toEqual([
    { why: 'wrong-pin', failures: 4, turnedAway: 199 },
    { why: 'waiting', failures: 4 },
  ]);
  device.close();
  const last = whys(restarted(device)).at(-1);
  expect(last).toEqual({ why: 'waiting', failures: 0, turnedAway: 99 });
});

test('a name that is not here waits like one that is: who asks learns nothing', async () => {
  const { signIn } = await managed();
  const stranger = { by: 'name', name: 'Zorblax Nine' };
  for (let time = 0; time < 4; time += 1)
    expect((await signIn(wrongPin, stranger)).said).toEqual((await signIn(wrongPin)).said);
});

test('what cannot be counted is not looked at', async () => {
  const { device, signIn } = await managed();
  const broken =
    "create trigger broken before insert on device_lock begin select raise(abort, 'broken'); end";
  device.db.prepare(broken).run();
  expect((await signIn(managerPin)).status).toBe(503);
  expect(logged(device, 'unlocked')).toEqual([]);
  device.db.prepare('drop trigger broken').run();
  expect((await signIn(managerPin)).status).toBe(200);
  device.condemn();
  expect((await signIn(managerPin)).status).toBe(503);
});

const move = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('guess' as const), person: fc.nat({ max: 7 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('own' as const), person: fc.nat({ max: 1 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      ms: fc.oneof(fc.constantFrom(30_000, minute, 16 * minute, 30 * minute), fc.nat({ max: 2 * hour })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('clock' as const), year: fc.integer({ min: 1990, max: 2090 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
);

test('no order of guesses, waits, restarts, clocks that are set and sign-ins of others gives anybody more', () => {
  const people = team.map(({ id }) => id).slice(0, 8);
  fc.assert(
    fc.property(fc.array(move, { minLength: 40, maxLength: 120 }), (moves) => {
      let clock = steadyClock();
      const first = demoDevice({ clock });
      for (const person of personsOf(first, people)) putPin(first.db, { person, hash: 'x', disabledAt });
      const persons = personsOf(first, people);
      let device = first;
      let elapsed = 0;
      const looked: { at: number; person: string; success: boolean }[] = [];
      for (const one of moves)
        switch (one.kind) {
          case 'guess':
          case 'own': {
            // The first two of them know their own PIN; nobody knows those of the others.
            const person = persons[one.person] ?? amara;
            const attempt = countAttempt(device, { kind: 'person', person });
            if (attempt.is !== 'counted') break;
            looked.push({ at: elapsed, person, success: one.kind === 'own' });
            if (one.kind === 'own') attempt.takeBack(device.db);
            break;
          }
          case 'wait':
            clock.pass(one.ms);
            elapsed += one.ms;
            break;
          case 'clock':
            clock.set(new Date(one.year, 5, 1));
            break;
          case 'restart':
            device.close();
            clock = steadyClock();
            device = openDevice({ folder: first.folder, clock });
        }
      if (device !== first) device.close();
      const guesses = looked.filter(({ success }) => !success);
      for (const { at } of guesses)
        expect(guesses.filter((one) => one.at >= at && one.at < at + hour).length).toBeLessThanOrEqual(16);
      for (const own of Map.groupBy(looked, ({ person }) => person).values()) {
        const inARow = own.reduce(
          ({ most, now }, { success }) =>
            success ? { most, now: 0 } : { most: Math.max(most, now + 1), now: now + 1 },
          { most: 0, now: 0 },
        );
        expect(inARow.most).toBeLessThanOrEqual(disabledAt);
      }
    }),
    { numRuns: 20 },
  );
}, 120_000);

const personsOf = (device: Device, names: readonly string[]): string[] => {
  const rows = device.db.prepare("select id from person where origin = 'demo' order by id").all();
  return rows
    .flatMap((row) =>
      typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' ? [row.id] : [],
    )
    .slice(0, names.length);
};
