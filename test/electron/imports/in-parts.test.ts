import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { NotRecorded } from '../../../electron/problem.ts';
import type { Device } from '../../../electron/services/device.ts';
import { carryOutImport } from '../../../electron/services/imports/carry-out.ts';
import { planImport } from '../../../electron/services/imports/people.ts';
import { undoImport } from '../../../electron/services/imports/undo.ts';
import { openDevice, startDevice } from '../../../electron/services/open-device.ts';
import { openWriter, type Writer } from '../../../electron/store/open.ts';
import { query } from '../../../electron/store/sql.ts';
import { bytesIn, temporaryFolder } from '../../support/device.ts';
import { logged } from '../own-card/desk.ts';
import { newcomers } from './steps.ts';

const actor = { kind: 'command-line' } as const;
const rows = 1_200;
/** A letter for each digit: names that are nobody else's. */
const word = (number: number): string =>
  [...String(number)].map((digit) => 'bdfgklmnpr'[Number(digit)]).join('a');
const list = (role: string): string =>
  [
    'employee id,badge id,first name,last name,role',
    ...Array.from({ length: rows }, (_, row) => `E${row},B${row},Zq${word(row)},Sol,${role}`),
  ].join('\n');

const counts = query<{ people: number; kept: number; imports: number; surgeons: number; badges: number }>(
  `select (select count(*) from person where origin = 'import') as people,
     (select count(*) from import_change) as kept, (select count(*) from import) as imports,
     (select count(*) from person where role = 'surgeon') as surgeons,
     (select count(*) from badge) as badges`,
);
const standing = (device: Device) => ({ ...counts.get(device.db, {}) });
const none = { people: 0, kept: 0, imports: 0, surgeons: 0, badges: 0 };
const gathered = query<{ count: number }>('select count(*) as count from temp.arriving_person');

it('while many people come in, whatever else is done has its turn, and sees nobody of them before all are there', async () => {
  const { device, planOf } = newcomers();
  const plan = await planOf(list('Nurse'));
  let over = false;
  const carrying = carryOutImport(device, plan, { actor, skipProblems: false }).finally(() => {
    over = true;
  });
  const seen: number[] = [];
  while (!over) {
    seen.push(standing(device).people ?? 0);
    await setImmediate();
  }
  expect((await carrying).ok).toBe(true);
  expect(seen.length).toBeGreaterThan(3);
  expect(new Set(seen.slice(0, -1)).size).toBe(1);
  expect(standing(device)).toEqual({ people: rows, kept: rows, imports: 1, surgeons: 0, badges: rows });
  expect(logged(device, 'people-imported')).toMatchObject([{ data: { added: rows } }]);
  expect(gathered.get(device.db, {})?.count).toBe(0);
});

it('while they are put back, too', async () => {
  const { device, planOf } = newcomers();
  await carryOutImport(device, await planOf(list('Nurse')), { actor, skipProblems: false });
  const of = randomUUID();
  await carryOutImport(device, await planOf(list('Surgeon')), { actor, skipProblems: false, id: of });
  expect(standing(device)).toMatchObject({ people: rows, surgeons: rows });
  let over = false;
  const undoing = undoImport(device, { id: randomUUID(), of, actor }).finally(() => {
    over = true;
  });
  const seen = new Set<number>();
  while (!over) {
    seen.add(standing(device).surgeons ?? 0);
    await setImmediate();
  }
  expect(await undoing).toEqual({ ok: true, value: { putBack: rows, kept: [] } });
  expect([...seen]).toEqual([rows, 0]);
  expect(standing(device)).toMatchObject({ kept: rows, surgeons: 0, badges: rows });
});

it('where somebody changes a person meanwhile, nothing comes in, and nothing of it is left', async () => {
  const { device, planOf, bring } = newcomers();
  await bring('employee id,first name,last name,role\nM1,Mana,Ger,Nurse\n');
  const before = standing(device);
  const carrying = carryOutImport(device, await planOf(list('Nurse')), { actor, skipProblems: false });
  for (let turn = 0; turn < 3; turn += 1) await setImmediate();
  device.db.prepare("update person set title = 'Chief' where given = 'Mana'").run();
  device.say({ type: 'clock-jumped', ids: {}, data: { ms: 1 } });
  expect(await carrying).toEqual({ ok: false, problem: 'changed-meanwhile' });
  expect(standing(device)).toEqual(before);
});

it('where only something else is recorded meanwhile, it is tried again and comes in', async () => {
  const { device, planOf } = newcomers();
  const carrying = carryOutImport(device, await planOf(list('Nurse')), { actor, skipProblems: false });
  for (let turn = 0; turn < 3; turn += 1) await setImmediate();
  device.say({ type: 'clock-jumped', ids: {}, data: { ms: 1 } });
  expect((await carrying).ok).toBe(true);
  expect(standing(device)).toMatchObject({ people: rows, kept: rows, imports: 1 });
});

it('two at once are done one after the other, and the second is told what the first changed', async () => {
  const { device, planOf } = newcomers();
  const [one, other] = [await planOf(list('Nurse')), await planOf(list('Surgeon'))];
  const done = await Promise.all(
    [one, other].map((plan) => carryOutImport(device, plan, { actor, skipProblems: false })),
  );
  expect(done.map(({ ok }) => ok)).toEqual([true, false]);
  expect(standing(device)).toMatchObject({ people: rows, kept: rows, imports: 1, surgeons: 0 });
});

it('a kiosk that ends in the middle of it has nobody of the list, and at its next start nothing that was prepared', async () => {
  const { device, planOf } = newcomers();
  const { folder } = device;
  const carrying = carryOutImport(device, await planOf(list('Nurse')), { actor, skipProblems: false });
  for (let turn = 0; turn < 4; turn += 1) await setImmediate();
  device.close();
  await expect(carrying).rejects.toThrow();
  const looked = openDevice({ folder });
  expect(standing(looked)).toMatchObject({ people: 0, imports: 1, badges: 0 });
  expect(standing(looked).kept).toBeGreaterThan(0);
  looked.close();
  const again = startDevice({ folder, host: 'browser', demo: false });
  expect(standing(again)).toEqual(none);
  expect(logged(again, 'people-imported')).toEqual([]);
  again.close();
  expect(bytesIn(folder).includes('Zq')).toBe(false);
});

it('a disk that fails as they are taken over leaves nobody of them, and a second try brings all', async () => {
  let fails = false;
  const open = (file: string): Writer => {
    const db = openWriter(file);
    const prepare = db.prepare.bind(db);
    return Object.assign(db, {
      prepare: (sql: string) => {
        const statement = prepare(sql);
        if (!sql.startsWith('insert into person_identifier')) return statement;
        const run = statement.run.bind(statement);
        return Object.assign(statement, {
          run: (...values: unknown[]) => {
            if (fails) throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' });
            return run(...values);
          },
        });
      },
    });
  };
  const device = openDevice({ folder: temporaryFolder(), open });
  onTestFinished(() => device.close());
  const plan = await planImport(device, { bytes: Buffer.from(list('Nurse')), folder: device.folder });
  fails = true;
  const trying = carryOutImport(device, plan, { actor, skipProblems: false });
  await expect(trying).rejects.toThrow(NotRecorded);
  expect(standing(device)).toEqual(none);
  fails = false;
  device.tryAgain();
  expect((await carryOutImport(device, plan, { actor, skipProblems: false })).ok).toBe(true);
  expect(standing(device)).toMatchObject({ people: rows, kept: rows, imports: 1 });
});

it('killed at any moment, the kiosk has all of the list or nobody of it, and nothing else', async () => {
  const script = fileURLToPath(new URL('./killed-while-importing.ts', import.meta.url));
  const text = Buffer.from(list('Nurse').split('\n').slice(0, 1001).join('\n')).toString('base64');
  const found: (number | undefined)[] = [];
  // Before it, among the parts, and when all is done.
  for (const turns of [0, 2, 4, 1_000_000]) {
    const folder = temporaryFolder();
    const child = spawn(process.execPath, [script, folder, text, String(turns)], { stdio: 'inherit' });
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
    const device = startDevice({ folder, host: 'browser', demo: false });
    const { people = 0, kept, imports, badges } = standing(device);
    expect([kept, imports, badges]).toEqual([people, people > 0 ? 1 : 0, people]);
    expect(logged(device, 'people-imported')).toHaveLength(people > 0 ? 1 : 0);
    expect(device.health.stopped).toBeNull();
    device.close();
    if (people === 0) expect(bytesIn(folder).includes('Zq')).toBe(false);
    found.push(people);
  }
  for (const people of found) expect([0, 1000]).toContain(people);
  expect([found.at(0), found.at(-1)]).toEqual([0, 1000]);
}, 120_000);
