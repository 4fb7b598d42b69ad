import { expect, test } from 'vitest';
import { exportRows } from '../../../electron/services/exports/export.ts';
import { browser, browserHost, origin } from '../../support/api.ts';
import { demoDevice, temporaryFolder } from '../../support/device.ts';
import { managerPin, otherPin, windowAt } from '../access/desk.ts';
import {
  always,
  exportedEntries,
  exporting,
  exportingManager,
  filesIn,
  introductions,
  ofAll,
  wholeRecord,
} from '../exports/desk.ts';
import { kofi } from '../own-card/desk.ts';

const id = '5c1b9d0e-3f0a-4e9b-9a53-6f6f0b2d7c11';
const ticket = 'A'.repeat(43);

/** Everything that can be asked here, with what a page would send. */
const posts: [string, object][] = [
  ['rows', { id, asked: introductions }],
  ['bundles', { id, asked: wholeRecord }],
  ['cancelled', { id }],
  ['tickets', { id }],
];
const gets = ['choices', 'past', 'jobs'];

test('nothing is told, made or given without a sign-in, nor with a token that is none', async () => {
  const { device, post, get, withToken, fetch } = await exportingManager();
  for (const token of ['', 'x', 'A'.repeat(43), '__proto__']) {
    withToken(token);
    for (const [path, body] of posts) expect((await post(path, body)).status, path).toBe(401);
    for (const path of gets) expect((await get(path)).status, path).toBe(401);
  }
  expect((await fetch(`/api/manage/exports/files/${ticket}`)).status).toBe(410);
  expect(filesIn(device)).toEqual([]);
});

test('a browser that was not let in, and a wall view, get no file, whatever ticket they have', async () => {
  const { device, made, ticket: ticketFor, ask } = await exportingManager();
  const { said } = await ticketFor((await made(introductions)).id);
  expect((await ask(said.address)).status).toBe(401);
  const at = browserHost(demoDevice());
  const wall = await browser(at, 'wall');
  expect((await wall.get(said.address)).status).toBe(401);
  expect(filesIn(device)).toHaveLength(1);
});

test('an auditor takes a bundle with them and no table; an admin neither', async () => {
  for (const [role, rows, bundles] of [
    ['auditor', 'not-allowed', undefined],
    ['admin', 'not-allowed', 'not-allowed'],
  ] as const) {
    const window = await exportingManager();
    await window.grant(kofi, role, otherPin);
    const theirs = await windowAt(window.device);
    await theirs.signIn(otherPin, { by: 'person', person: kofi });
    const { send, get } = exporting({ ...window, ...theirs });
    await theirs.confirm('bundle-export', otherPin);
    expect((await send(introductions)).said.problem, role).toBe(rows);
    expect((await send(wholeRecord)).said.problem, role).toBe(bundles);
    expect((await get('past')).status).toBe(200);
  }
});

test('the PIN is wanted once more, for each kind of export by itself', async () => {
  const window = await exportingManager();
  await window.signIn('bundle-export');
  expect((await window.send(introductions)).said).toMatchObject({ problem: 'confirm', what: 'exports' });
  await window.confirm('exports', managerPin);
  expect((await window.send(introductions)).status).toBe(200);
  expect((await window.send(wholeRecord)).said).toMatchObject({ problem: 'confirm', what: 'bundle-export' });
});

test('one window’s file is not another’s, though the same person signed in in both', async () => {
  const first = await exportingManager();
  const job = await first.made(introductions);
  const { address } = (await first.ticket(job.id)).said;
  // What tells windows of one kiosk apart is the token of their sign-in.
  await first.signIn();
  expect(await first.jobs()).toEqual([]);
  expect(await first.ticket(job.id)).toMatchObject({ status: 409, said: { problem: 'unknown-export' } });
  expect((await first.fetch(address)).status).toBe(410);
  expect(filesIn(first.device)).toEqual([]);
});

const rows = { ...always, ...ofAll, format: 'csv', table: 'introductions' };

test.each<[string, unknown]>([
  ['days that are none', { ...rows, from: '2026-02-30' }],
  ['days in the wrong order', { ...rows, from: '2026-02-02', to: '2026-02-01' }],
  ['a table that is none', { ...rows, table: 'person' }],
  ['a table of the prototype', { ...rows, table: 'constructor' }],
  ['a form of the prototype', { ...rows, format: '__proto__' }],
  ['SQL in a place', { ...rows, place: "' or 1=1 --" }],
  ['a path in a place', { ...rows, place: '../../etc/passwd' }],
  ['a place that is too long', { ...rows, place: 'a'.repeat(65) }],
  ['something more', { ...rows, actor: 'somebody' }],
  ['a folder to write to', { ...rows, file: '/etc/cron.d/job' }],
  ['a bundle among the tables', { ...wholeRecord }],
  ['no form at all', { ...always, ...ofAll }],
  ['a list', [rows]],
  ['depth without end', JSON.parse(`${'{"asked":'.repeat(200)}1${'}'.repeat(200)}`)],
])('what is asked is refused where it is %s', async (_what, asked) => {
  const { device, post } = await exportingManager();
  const answer = await post('rows', { id, asked });
  expect(answer.status).toBe(400);
  expect(filesIn(device)).toEqual([]);
});

test('an id that is a path, or none, makes no file', async () => {
  const { device, post } = await exportingManager();
  for (const wrong of ['../../bedside.db', 'x', '', 7, null, `${id}/..`, id.toUpperCase()])
    expect((await post('rows', { id: wrong, asked: introductions })).status).toBe(400);
  expect(filesIn(device)).toEqual([]);
});

test('a body that is too large, not JSON, or has keys of the prototype is refused', async () => {
  const { device, ask, cookie, token } = await exportingManager();
  const headers = { cookie, origin, 'content-type': 'application/json', 'x-signed-in': token() };
  const sent = async (body: string) =>
    (await ask('/api/manage/exports/rows', { method: 'POST', headers, body })).status;
  expect(await sent(`{"id":"${id}","asked":"${'x'.repeat(70_000)}"}`)).toBe(413);
  expect(await sent('{"id":')).toBe(400);
  const asked = JSON.stringify(introductions);
  expect(await sent(`{"id":"${id}","asked":${asked},"__proto__":{"unit":"none"}}`)).toBe(400);
  expect(await sent(`{"id":"${id}","asked":${asked.replace('{', '{"__proto__":{"a":1},')}}`)).toBe(400);
  expect(filesIn(device)).toEqual([]);
});

test('a place or unit that is not there is said, and nothing leaves', async () => {
  const { device, begin } = await exportingManager();
  for (const narrowed of [{ place: 'nowhere' }, { unit: 'none' }]) {
    const answer = await begin({ ...introductions, ...narrowed } as typeof introductions);
    expect(answer).toEqual({ status: 409, said: { problem: 'unknown-place' } });
  }
  expect(exportedEntries(device)).toEqual([]);
});

test.each(['x', 'A'.repeat(42), 'A'.repeat(44), '..%2f..%2fbedside.db', `${'A'.repeat(42)}%00`])(
  'the address %s leads to no file',
  async (wrong) => {
    const { fetch } = await exportingManager();
    expect((await fetch(`/api/manage/exports/files/${wrong}`)).status).toBe(404);
  },
);

test('what left before is told with who, what, of when, its rows and its digest, a page at a time', async () => {
  const { device, made, ticket: ticketFor, get } = await exportingManager();
  const narrowed = { ...introductions, kind: 'surgery' as const } as typeof introductions;
  const job = await made(narrowed);
  await ticketFor(job.id);
  const out = `${temporaryFolder()}/out`;
  for (let time = 0; time < 20; time += 1)
    await exportRows(device, { ...always, ...ofAll, format: 'ndjson', table: 'schedule' }, `${out}${time}`, {
      kind: 'command-line',
      user: 'jobs',
    });
  const first = (await get('past')).said;
  expect(first.exports).toHaveLength(20);
  expect(first.exports[0]).toMatchObject({
    by: { kind: 'command-line', user: 'jobs' },
    what: { kind: 'export', format: 'ndjson', table: 'schedule' },
    days: always,
    narrowed: false,
  });
  const second = (await get(`past?below=${first.next}`)).said;
  expect(second).toMatchObject({
    next: null,
    exports: [
      {
        by: { kind: 'signed-in', role: 'manager' },
        what: { kind: 'export', format: 'csv', table: 'introductions' },
        ...{ narrowed: true, rows: job.made?.rows, digest: job.made?.digest },
      },
    ],
  });
  for (const wrong of ['0', '-1', 'x', '1e999', '1;drop table entry'])
    expect((await get(`past?below=${encodeURIComponent(wrong)}`)).status, wrong).toBe(400);
});
