import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { carryOutImport } from '../../../electron/services/imports/carry-out.ts';
import { undoImport } from '../../../electron/services/imports/undo.ts';
import { holderOf } from '../../../electron/services/people.ts';
import { query } from '../../../electron/store/sql.ts';
import { logged } from '../own-card/desk.ts';
import { newcomers } from './steps.ts';

const actor = { kind: 'command-line' } as const;
const rows = query<{
  given: string;
  family: string;
  title: string;
  role: string;
  on_leave: number;
  left: number;
}>(
  `select given, family, title, role, on_leave, retired_at is not null as left from person
   where origin = 'import' order by given, family`,
);
const count = query<{ badges: number; numbers: number; kept: number }>(
  `select (select count(*) from badge) as badges, (select count(*) from person_identifier) as numbers,
     (select count(*) from import_change) as kept`,
);
const header = 'employee id,badge id,first name,last name,role,status\n';
const march = `${header}E1,B-1,Ana,Sol,Surgeon,active\nE2,B-2,Bo,Li,Nurse,active\nE3,B-3,Cy,Do,Nurse,active\n`;

const kiosk = async () => {
  const { device, planOf, schedule } = newcomers();
  const bring = async (list: string) => {
    const id = randomUUID();
    const done = await carryOutImport(device, await planOf(list), { id, actor, skipProblems: false });
    expect(done.ok).toBe(true);
    return id;
  };
  await bring(march);
  const undo = (of: string, id = randomUUID()) => undoImport(device, { id, of, actor });
  return { device, bring, undo, schedule, people: () => rows.all(device.db, {}) };
};

it('what an import added, changed and retired is as before it, and the log names it', async () => {
  const { device, bring, undo, people } = await kiosk();
  const before = [people(), count.get(device.db, {})];
  const of = await bring(
    `${header}E1,B-1,Ana,Sol,Pharmacist,on leave\nE2,B-2,Bo,Li,Nurse,left\nE3,B-3;B-33,Cy,Do,Nurse,active\nE4,B-4,Di,Fo,Nurse,active\n`,
  );
  expect(people().map(({ given, left }) => [given, left])).toEqual([
    ['Ana', 0],
    ['Bo', 1],
    ['Cy', 0],
    ['Di', 0],
  ]);
  expect(await undo(of)).toEqual({ ok: true, value: { putBack: 4, kept: [] } });
  expect([people(), { ...count.get(device.db, {}) }]).toEqual([
    before[0],
    { badges: 3, numbers: 3, kept: 3 },
  ]);
  expect(holderOf(device, 'B-4')).toBeNull();
  expect(holderOf(device, 'B-33')).toBeNull();
  expect(logged(device, 'import-undone')).toMatchObject([{ data: { of, putBack: 4, kept: 0 } }]);
  expect(await undo(of)).toEqual({ ok: false, problem: 'was-put-back' });
  expect(await undo(randomUUID())).toEqual({ ok: false, problem: 'not-known' });
});

it('what was changed since stays, field by field, and is listed', async () => {
  const { device, bring, undo, people } = await kiosk();
  const of = await bring(march.replace('Sol,Surgeon', 'Sol,Pharmacist'));
  device.db.prepare("update person set title = 'Chief' where given = 'Ana'").run();
  expect(await undo(of)).toEqual({
    ok: true,
    value: { putBack: 0, kept: [{ name: '“Ana Sol”', why: 'changed-since', fields: ['title'] }] },
  });
  expect(people()[0]).toMatchObject({ title: 'Chief', role: 'surgeon' });
});

it('who was added and is on a schedule by now stays, and is listed', async () => {
  const { bring, undo, schedule, people } = await kiosk();
  const of = await bring(`${march}E4,B-4,Di,Fo,Nurse,active\nE5,B-5,Em,Ho,Nurse,active\n`);
  schedule('B-4', 'B-4');
  expect(await undo(of)).toMatchObject({
    ok: true,
    value: { putBack: 1, kept: [{ name: '“Di Fo”', why: 'has-history' }] },
  });
  expect(people().map(({ given }) => given)).toEqual(['Ana', 'Bo', 'Cy', 'Di']);
});

it('after a month it is forgotten what was before', async () => {
  const { device, bring, undo } = await kiosk();
  const of = await bring(march.replace('Sol,Surgeon', 'Sol,Pharmacist'));
  device.db.prepare("update import set at = '2020-01-01T00:00:00.000+00:00'").run();
  expect(await undo(of)).toEqual({ ok: false, problem: 'too-old' });
  await bring(march.replace('Sol,Surgeon', 'Sol,Pharmacist').replace('Do,Nurse', 'Do,Surgeon'));
  expect(count.get(device.db, {})?.kept).toBe(1);
});

it('what was corrected by hand stands while the list says what it said before, and no longer', async () => {
  const { device, bring, people } = await kiosk();
  device.db
    .prepare("update person set title = 'Chief', by_hand = '{\"title\":\"Surgeon\"}' where given = 'Ana'")
    .run();
  await bring(march);
  expect(people()[0]?.title).toBe('Chief');
  await bring(march.replace('Sol,Surgeon', 'Sol,Pharmacist'));
  expect(people()[0]?.title).toBe('Pharmacist');
});
