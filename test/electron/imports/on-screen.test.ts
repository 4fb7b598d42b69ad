import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { readHead } from '../../../electron/store/log.ts';
import { query } from '../../../electron/store/sql.ts';
import { logged } from '../own-card/desk.ts';
import { importDesk } from './import-desk.ts';
import { ofRows } from './workbook/made.ts';

const people = query<{ given: string; family: string; title: string | null; retired_at: string | null }>(
  "select given, family, title, retired_at from person where origin = 'import' and given <> 'Mana' order by given",
);
const header = 'employee id,first name,last name,role\n';
const march = `${header}E1,Ana,Sol,Surgeon\nE2,Bo,Li,Nurse\nE3,Cy,Do,Pharmacist\n`;

test('a list is previewed, carried out once however often it is asked for, and comes again without a change', async () => {
  const { device, begin, preview, rows, finish } = await importDesk();
  const draft = await begin(['staff.csv', march]);
  const seen = await preview(draft);
  expect(seen).toMatchObject({ refused: null, undecided: 0, counts: { added: 3, changed: 0, errors: 0 } });
  expect(await rows(draft, seen.plan, 'added')).toMatchObject([
    { row: 2, line: 2, name: '“Ana Sol”' },
    { row: 3 },
    { row: 4 },
  ]);
  expect(people.all(device.db, {})).toEqual([]);
  const id = randomUUID();
  const done = await finish(draft, seen.plan, { id });
  expect(done).toEqual({
    status: 200,
    said: { done: { import: id, counts: { added: 3, changed: 0, retired: 0, skipped: 0, leftOut: 0 } } },
  });
  expect(await finish(draft, seen.plan, { id })).toEqual(done);
  expect(logged(device, 'people-imported').slice(1)).toMatchObject([
    {
      actor: { kind: 'signed-in', role: 'manager' },
      data: { added: 3, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    },
  ]);
  const again = await begin(['staff.csv', march]);
  expect((await preview(again)).counts).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
});

test('what changes is shown field by field, and who is missing stays unless somebody says that they left', async () => {
  const { device, begin, preview, rows, finish } = await importDesk();
  const first = await begin(['a.csv', march]);
  await finish(first, (await preview(first)).plan);
  const april = `${header}E1,Ana,Sol,Pharmacist\nE2,Bo,Li,Nurse\n`;
  const draft = await begin(['b.csv', april]);
  const seen = await preview(draft);
  expect(seen.counts).toMatchObject({ changed: 1, unchanged: 1, missing: 2, retired: 0 });
  expect((await rows(draft, seen.plan, 'changed'))[0]?.changes).toEqual([
    { field: 'title', from: 'Surgeon', to: 'Pharmacist' },
    { field: 'role', from: 'surgeon', to: 'pharmacist' },
  ]);
  const missing = (await rows(draft, seen.plan, 'missing')).find(({ name }) => name === '“Cy Do”');
  const decided = await preview(draft, { leave: [String(missing?.row)] });
  expect(decided.counts).toMatchObject({ missing: 1, retired: 1 });
  await finish(draft, decided.plan);
  expect(people.all(device.db, {}).map(({ given, retired_at }) => [given, retired_at === null])).toEqual([
    ['Ana', true],
    ['Bo', true],
    ['Cy', false],
  ]);
});

test('who is in a row that is still to be decided is in the list, and is not among those who may have left', async () => {
  const { begin, preview, rows, finish } = await importDesk();
  const first = await begin(['a.csv', march]);
  await finish(first, (await preview(first)).plan);
  const draft = await begin(['b.csv', `${header}E1,Ana,Mar,Surgeon\nE9,Bo,Li,Surgeon\n`]);
  const seen = await preview(draft);
  expect(seen.undecided).toBe(1);
  const missing = (await rows(draft, seen.plan, 'missing')).map(({ name }) => name);
  expect(missing).toContain('“Cy Do”');
  expect(missing).not.toContain('“Ana Sol”');
  // Somebody else has that name: the one who is here is in no row.
  expect(missing).toContain('“Bo Li”');
});

test('a long name is said whole in a preview', async () => {
  const { begin, preview, rows } = await importDesk();
  const draft = await begin([
    'a.csv',
    `${header}E1,Gabriel José de la Concordia,García Márquez y Iguarán,Surgeon\n`,
  ]);
  const { plan } = await preview(draft);
  expect((await rows(draft, plan, 'added'))[0]?.name).toBe(
    '“Gabriel José de la Concordia García Márquez y Iguarán”',
  );
});

test('a conflict stands in the way until it is decided; an error, until rows with errors are left out', async () => {
  const { device, begin, preview, rows, finish } = await importDesk();
  const first = await begin(['a.csv', march]);
  await finish(first, (await preview(first)).plan);
  const draft = await begin([
    'b.csv',
    `${header}E1,Ana,Mar,Surgeon\nE2,Eve,Fo,Nurse\nE9,,,Nurse\nE3,Cy,Do,Pharmacist\n`,
  ]);
  const seen = await preview(draft);
  expect([seen.undecided, seen.counts.errors]).toEqual([2, 1]);
  expect((await finish(draft, seen.plan)).said).toEqual({ problem: 'undecided' });
  const decided = await preview(draft, { renamed: [2], leftOut: [3] });
  expect(decided.undecided).toBe(0);
  expect((await rows(draft, decided.plan, 'conflicts')).map((row) => [row.row, row.decided])).toEqual([
    [2, 'renamed'],
    [3, 'left-out'],
  ]);
  expect((await finish(draft, decided.plan)).said).toEqual({ problem: 'has-errors' });
  expect((await finish(draft, decided.plan, { skipProblems: true })).status).toBe(200);
  expect(people.all(device.db, {}).map(({ given, family }) => `${given} ${family}`)).toEqual([
    'Ana Mar',
    'Bo Li',
    'Cy Do',
  ]);
});

test('a plan is of the moment it was made: another plan, and one since which somebody changed, is not carried out', async () => {
  const { device, begin, preview, finish } = await importDesk();
  const draft = await begin(['a.csv', march]);
  const old = await preview(draft);
  const seen = await preview(draft);
  expect((await finish(draft, old.plan)).said).toEqual({ problem: 'not-this-plan' });
  device.db.prepare("update person set title = 'Other' where given = 'Mana'").run();
  expect(await finish(draft, seen.plan)).toEqual({ status: 409, said: { problem: 'changed-meanwhile' } });
  expect((await finish(draft, (await preview(draft)).plan)).status).toBe(200);
});

test('columns that are guessed wrongly are corrected, and nothing private of them is shown', async () => {
  const { begin, preview, rows } = await importDesk();
  const draft = await begin(['a.csv', 'Kolom A;Kolom B;Salary\nAna;Surgeon;5000\nBo;Nurse;6000\n']);
  const seen = await preview(draft);
  expect(seen.refused).toMatchObject({ ask: 'columns' });
  expect(seen.outline?.columns.map(({ samples }) => samples)).toEqual([
    ['Kolom A', 'Ana', 'Bo'],
    ['Kolom B', 'Surgeon', 'Nurse'],
    ['Salary'],
  ]);
  const corrected = await preview(draft, { columns: { headerLine: 1, fields: ['given', 'role', null] } });
  expect(corrected).toMatchObject({ refused: null, counts: { added: 2 } });
  expect(corrected.outline?.columns[2]).toEqual({
    called: 'Salary',
    field: null,
    isPrivate: true,
    samples: [],
  });
  expect((await rows(draft, corrected.plan, 'added'))[0]).toMatchObject({ line: 2, name: '“Ana”' });
});

test('a workbook comes in the same way', async () => {
  const { begin, preview } = await importDesk();
  const draft = await begin([
    'a.xlsx',
    ofRows([
      ['Given name', 'Role'],
      ['Ana', 'Surgeon'],
    ]),
  ]);
  expect(await preview(draft)).toMatchObject({
    counts: { added: 1 },
    sheets: { names: ['Staff'], read: 'Staff' },
  });
});

test('nothing is answered without a sign-in, to an auditor, with another’s draft, or once the import was left', async () => {
  const desk = await importDesk();
  const { device, begin, preview, post, ask, file, get, send, withToken, token, clock } = desk;
  const draft = await begin(['a.csv', march]);
  const { plan } = await preview(draft);
  const own = token();
  const size = readHead(device.db)?.size;
  for (const other of ['', 'x'.repeat(43)]) {
    withToken(other);
    expect((await post('begun', { id: randomUUID() })).status).toBe(401);
    expect(await file(draft, 'a.csv', march)).toBe(401);
    expect((await post('done', { id: randomUUID(), draft, plan, skipProblems: true })).status).toBe(401);
    expect((await post('undone', { id: randomUUID(), import: randomUUID() })).status).toBe(401);
    expect((await ask('past')).status).toBe(401);
  }
  expect((await get('/api/manage/imports/past')).status).toBe(401);
  expect((await send('/api/manage/imports/previewed', {})).status).toBe(401);
  expect(readHead(device.db)?.size).toBe(size);
  withToken(own);
  expect(
    (await post('done', { id: randomUUID(), draft: randomUUID(), plan, skipProblems: true })).status,
  ).toBe(404);
  await post('left', { draft });
  expect((await post('done', { id: randomUUID(), draft, plan, skipProblems: true })).status).toBe(404);
  clock.pass(6 * 60_000);
  expect((await ask('past')).status).toBe(401);
});

test('prototype keys, names that lead elsewhere, and numbers without end are refused before anything is done', async () => {
  const { begin, post, file, ask } = await importDesk();
  const draft = await begin(['a.csv', `__proto__,first name,last name,role\nx,Ana,Sol,Surgeon\n`]);
  const none = { columns: null, names: null, sheet: null, renamed: [], leftOut: [], leave: [] };
  const { said } = await post('previewed', { draft, decisions: none });
  expect(said.preview.counts.added).toBe(1);
  for (const decisions of [
    `{"draft":"${draft}","decisions":{"__proto__":{"x":1},"columns":null,"names":null,"sheet":null,"renamed":[],"leftOut":[],"leave":[]}}`,
    { draft, decisions: { ...none, columns: { headerLine: 1, fields: ['__proto__'] } } },
    { draft, decisions: { ...none, renamed: [1e9] } },
    { draft, decisions: { ...none, leave: ['../x y'] } },
    { draft, decisions: { ...none, leave: Array.from({ length: 20_001 }, () => 'a') } },
    '['.repeat(100_000),
  ])
    expect((await post('previewed', decisions).catch(() => ({ status: 400 }))).status).toBe(400);
  expect(await file(draft, 'a\u202e.csv', march)).toBe(400);
  expect(await file(draft, 'a.csv', Buffer.alloc(6 * 1024 * 1024))).toBe(413);
  expect((await ask(`rows?draft=${draft}&plan=${draft}&part=__proto__&from=0&count=1`)).status).toBe(400);
});

test('the same tap twice, before the first was answered, brings a list in once; what was left meanwhile is not', async () => {
  const { device, begin, preview, finish, post } = await importDesk();
  const people = Array.from(
    { length: 600 },
    (_, row) =>
      `E${row},Ana,Sol${'abcdefghij'[row % 10]}${'klmnopqrst'[Math.floor(row / 10) % 10]}${'uvwxyzabcd'[Math.floor(row / 100)]},Nurse`,
  );
  const list = `employee id,first name,last name,role\n${people.join('\n')}\n`;
  const left = await begin(['staff.csv', list]);
  const leaving = await preview(left);
  const [answer] = await Promise.all([finish(left, leaving.plan), post('left', { draft: left })]);
  expect(answer.status).toBe(409);
  expect(logged(device, 'people-imported')).toHaveLength(1);
  const draft = await begin(['staff.csv', list]);
  const { plan } = await preview(draft);
  const id = randomUUID();
  const [one, other] = await Promise.all([finish(draft, plan, { id }), finish(draft, plan, { id })]);
  expect([one.status, other.status]).toEqual([200, 200]);
  expect(other.said).toEqual(one.said);
  expect(one.said.done.counts.added).toBe(600);
  expect(logged(device, 'people-imported')).toHaveLength(2);
});
