import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AskedExport } from '../../../core/exports/view.ts';
import { exportRows } from '../../../electron/services/exports/export.ts';
import { jobFolder } from '../../../electron/services/exports/job-folder.ts';
import { ExportJobs } from '../../../electron/services/exports/jobs.ts';
import { lastOfDevice } from '../../../electron/store/log.ts';
import { demoDevice, temporaryFolder } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';
import { wrongPin } from '../access/desk.ts';
import {
  always,
  exportedEntries,
  exportingManager,
  filesIn,
  introductions,
  ofAll,
  sha256,
  wholeRecord,
} from './desk.ts';

const everyForm: AskedExport[] = [
  introductions,
  { ...always, ...ofAll, format: 'csv', table: 'summary' },
  { ...always, ...ofAll, format: 'ndjson', table: 'participants' },
  { ...always, ...ofAll, format: 'xlsx' },
  wholeRecord,
];

test.each(everyForm)(
  'a file of $format is made beside the kiosk, fetched once, and erased',
  async (asked) => {
    const { device, made, ticket, fetch, jobs } = await exportingManager();
    wholeSurgery(device);
    const job = await made(asked);
    expect(job).toMatchObject({ state: 'made', problem: null, low: false });
    const { said } = await ticket(job.id);
    const answer = await fetch(said.address);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${job.name}"`);
    expect(answer.headers.get('content-length')).toBe(String(bytes.length));
    expect(job.made).toMatchObject({ digest: sha256(bytes), bytes: bytes.length });
    expect(job.made?.rows).toBeGreaterThan(0);
    expect(await jobs()).toMatchObject([{ state: 'fetched' }]);
    expect(filesIn(device)).toEqual([]);
    expect((await fetch(said.address)).status).toBe(410);
  },
);

test('the table that a manager fetches is byte for byte that of the command line', async () => {
  const { device, made, ticket, fetch } = await exportingManager();
  wholeSurgery(device);
  const job = await made(introductions);
  const out = join(temporaryFolder(), 'out.csv');
  const there = await exportRows(
    device,
    { ...always, ...ofAll, format: 'csv', table: 'introductions' },
    out,
    {
      kind: 'command-line',
    },
  );
  expect(job.made).toMatchObject(there);
  const { said } = await ticket(job.id);
  expect(sha256(new Uint8Array(await (await fetch(said.address)).arrayBuffer()))).toBe(there.digest);
});

test('the log says that a file left, who let it and its digest, before there is an address to fetch it from', async () => {
  const { device, made, ticket } = await exportingManager();
  wholeSurgery(device);
  const place = { ...introductions, unit: null, kind: 'surgery' as const };
  const job = await made(place);
  expect(exportedEntries(device)).toEqual([]);
  await ticket(job.id);
  await ticket(job.id);
  const [entry, ...others] = exportedEntries(device);
  expect(others).toEqual([]);
  expect(entry).toMatchObject({
    event: job.id,
    actor: { kind: 'signed-in', role: 'manager' },
    data: { format: 'csv', ...always, rows: job.made?.rows, digest: job.made?.digest, kind: 'surgery' },
  });
});

test('a workbook and a bundle anchor the checkpoint that leaves with them', async () => {
  const { device, made, ticket } = await exportingManager();
  wholeSurgery(device);
  for (const asked of [wholeRecord, { ...always, ...ofAll, format: 'xlsx' as const }]) {
    await ticket((await made(asked)).id);
    const size = exportedEntries(device).at(-1)?.data.size;
    const anchors = device.db.prepare("select way from anchor where size = ? and way = 'exported'").all(size);
    expect(anchors).toHaveLength(1);
  }
});

test('asked twice under one id, one file is made; an id that the log has already makes none', async () => {
  const { device, begin, ended, ticket, fetch } = await exportingManager();
  wholeSurgery(device);
  const id = randomUUID();
  const [one, other] = await Promise.all([begin(introductions, id), begin(introductions, id)]);
  expect([one.said.job?.id ?? one.said.problem, other.said.job?.id ?? other.said.problem]).toContain(id);
  await ended(id);
  expect((await begin(introductions, id)).said.job).toMatchObject({ id, state: 'made' });
  expect(filesIn(device)).toEqual([id]);
  const { said } = await ticket(id);
  await (await fetch(said.address)).arrayBuffer();
  const recorded = lastOfDevice.get(device.db, { type: 'unlocked' });
  const [unlocked] = device.db
    .prepare('select event_id as id from entry where seq = ?')
    .all(recorded?.seq) as {
    id: string;
  }[];
  expect(await begin(introductions, unlocked?.id)).toMatchObject({
    status: 409,
    said: { problem: 'made-before' },
  });
});

test('a ticket is good for a minute, and only while its sign-in stands', async () => {
  const { device, clock, made, ticket, fetch, post, signIn } = await exportingManager();
  const late = await made(introductions);
  const first = await ticket(late.id);
  clock.pass(60_001);
  expect((await fetch(first.said.address)).status).toBe(410);
  const second = await ticket(late.id);
  await post('../../access/sign-out', {});
  expect((await fetch(second.said.address)).status).toBe(410);
  expect(filesIn(device)).toEqual([]);
  await signIn();
  expect(await ticket(late.id)).toMatchObject({ status: 409, said: { problem: 'unknown-export' } });
});

test('a file goes with its sign-in, however that ends', async () => {
  for (const end of ['idle', 'wrong-pin', 'another'] as const) {
    const { device, clock, made, look, confirm, signIn } = await exportingManager();
    await made(introductions);
    expect(filesIn(device)).toHaveLength(1);
    if (end === 'idle') {
      clock.pass(121_000);
      await look();
    } else if (end === 'another') await signIn();
    else for (let time = 0; time < 3; time += 1) await confirm('exports', wrongPin);
    expect(filesIn(device), end).toEqual([]);
  }
});

test('to look how far a file is does not keep somebody signed in who has gone', async () => {
  const { clock, made, jobs } = await exportingManager();
  await made(introductions);
  clock.pass(100_000);
  expect(await jobs()).toHaveLength(1);
  clock.pass(21_000);
  expect(await jobs()).toEqual([]);
});

test('what was fetched only in part can be fetched once more', async () => {
  const { device, made, ticket, fetch, jobs } = await exportingManager();
  wholeSurgery(device);
  const { id } = await made(introductions);
  const first = await ticket(id);
  const answer = await fetch(first.said.address);
  await answer.body?.cancel();
  expect(await jobs()).toMatchObject([{ state: 'made' }]);
  // With an address of its own: the first is used.
  expect((await fetch(first.said.address)).status).toBe(410);
  const second = await ticket(id);
  expect((await (await fetch(second.said.address)).arrayBuffer()).byteLength).toBeGreaterThan(100);
});

test('whoever only asks about an address has not fetched the file', async () => {
  const { made, ticket, head, fetch } = await exportingManager();
  const { id } = await made(introductions);
  const { said } = await ticket(id);
  expect((await head(said.address)).status).toBe(405);
  expect((await fetch(said.address)).status).toBe(200);
});

test('a file that nobody wants any more is gone, whether it was being made or waited', async () => {
  const { device, begin, made, post, ended, ticket } = await exportingManager();
  wholeSurgery(device);
  const waiting = await made(introductions);
  expect((await post('cancelled', { id: waiting.id })).said.jobs).toMatchObject([{ state: 'cancelled' }]);
  expect(filesIn(device)).toEqual([]);
  expect((await ticket(waiting.id)).said).toEqual({ problem: 'not-made' });
  const { said } = await begin(wholeRecord);
  await post('cancelled', { id: said.job.id });
  expect(await ended(said.job.id)).toMatchObject({ state: 'cancelled', made: null });
  await expect.poll(() => filesIn(device)).toEqual([]);
  expect(exportedEntries(device)).toEqual([]);
});

test('one file is made at a time, and three wait at most', async () => {
  const { begin, made, ended, post } = await exportingManager();
  const first = await begin(introductions);
  expect((await begin(wholeRecord)).said).toEqual({ problem: 'busy' });
  await ended(first.said.job.id);
  await made(introductions);
  const third = await made(introductions);
  expect(await begin(introductions)).toMatchObject({ status: 409, said: { problem: 'too-many' } });
  await post('cancelled', { id: third.id });
  expect((await begin(introductions)).status).toBe(200);
});

test('what was never fetched is erased at the next start, and only the kiosk’s user may read it', async () => {
  const device = demoDevice();
  const left = join(jobFolder(device.folder), 'left.csv');
  mkdirSync(jobFolder(device.folder), { recursive: true });
  writeFileSync(left, 'left');
  new ExportJobs(device);
  expect(existsSync(left)).toBe(false);
  expect(statSync(jobFolder(device.folder)).mode & 0o077).toBe(0);
});

test('a disk that has no room is not filled: it is said before, or while it is written, and nothing is left', async () => {
  const { device, begin } = await exportingManager({ space: { reserve: 2 ** 60, warn: 2 ** 61 } });
  expect(await begin(introductions)).toMatchObject({ status: 409, said: { problem: 'no-room' } });
  expect(filesIn(device)).toEqual([]);
});
