import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toBase64 } from '../../../core/log/base64.ts';
import { parseCheckpoint } from '../../../core/log/checkpoint.ts';
import { decodeEntry } from '../../../core/log/entry.ts';
import { rebuildFromLog } from '../../../electron/log/project.ts';
import { backupFolder } from '../../../electron/services/backups/names.ts';
import { demoPersonId } from '../../../electron/services/demo.ts';
import type { Device } from '../../../electron/services/device.ts';
import { ofAll } from '../../../electron/services/exports/export.ts';
import { tables } from '../../../electron/services/exports/tables.ts';
import { addVisitor } from '../../../electron/services/people.ts';
import { planPurge } from '../../../electron/services/retention/plan.ts';
import { purge, sizeAfter } from '../../../electron/services/retention/purge.ts';
import { verifyFolder } from '../../../electron/services/verify/folder.ts';
import { lastCheckpoint } from '../../../electron/store/checkpoints.ts';
import { leavesInPages } from '../../../electron/store/hashes.ts';
import { allEntries, readHead } from '../../../electron/store/log.ts';
import { personById } from '../../../electron/store/people.ts';
import { bedside, bytesIn } from '../../support/device.ts';
import { rowsOf } from '../../support/tables.ts';
import {
  administrator,
  kioskSince2019,
  purgeBefore,
  safeguard,
  surgeryWith,
  yearsOfRecord,
} from './old-record.ts';

const verified = (device: Device) =>
  verifyFolder(device.folder, { key: null, anchors: [], witnesses: [] }).answer;

const ofSessions = ['session', 'participant', 'round', 'introduction'];

test('a purge deletes entries and their sessions; every hash of the tree stays, and so does all that is younger', async () => {
  const { device, size, in2020 } = await yearsOfRecord();
  const [leaves, { hash: hashes = [] }] = [[...leavesInPages(device.db)], rowsOf(device.db, ['hash'])];
  const kept = allEntries.all(device.db, {}).slice(in2020);
  const done = await purgeBefore(device, '2020-11-22', { first: 1000 });
  expect(done).toEqual({ entries: in2020, through: in2020, erased: true });
  const left = allEntries.all(device.db, {});
  expect(left.slice(0, kept.length)).toEqual(kept);
  const added = left.slice(kept.length).map(({ bytes }) => decodeEntry(bytes).type);
  expect(added).toEqual(['checked', 'purged']);
  expect(size()).toBe(in2020 + left.length);
  expect([...leavesInPages(device.db)].slice(0, leaves.length)).toEqual(leaves);
  expect(rowsOf(device.db, ['hash']).hash).toEqual(expect.arrayContaining(hashes));
  expect(rowsOf(device.db, ['session']).session).toHaveLength(1);
});

test('the log says by whom, through which number, how many and before which day; a checkpoint is signed of it', async () => {
  const { device, size, in2019 } = await yearsOfRecord();
  await purgeBefore(device, '2020-01-01', { first: 1000 });
  const [last] = allEntries.all(device.db, {}).slice(-1);
  expect(decodeEntry(last?.bytes ?? new Uint8Array())).toMatchObject({
    type: 'purged',
    actor: administrator,
    data: { through: in2019, count: in2019, before: '2020-01-01' },
  });
  const checkpoint = parseCheckpoint(lastCheckpoint.get(device.db, {})?.note ?? '');
  expect(checkpoint?.size).toBe(size());
  expect(toBase64(checkpoint?.root ?? new Uint8Array())).toBe(
    toBase64(readHead(device.db)?.root ?? new Uint8Array()),
  );
});

test('after each of several purges the record verifies, and the tables are those that the log gives', async () => {
  const { device, size, in2019, in2020, in2021 } = await yearsOfRecord();
  let after = 0;
  for (const [day, through] of [
    ['2019-11-22', in2019],
    ['2020-11-21', in2020],
    ['2020-11-22', in2020],
  ] as const) {
    expect(await purgeBefore(device, day)).toEqual({ entries: through - after, through, erased: true });
    after = through;
    expect(verified(device)).toMatchObject({ result: 'ok', purged: through, size: size() });
    const before = rowsOf(device.db, ofSessions);
    rebuildFromLog(device.db);
    expect(rowsOf(device.db, ofSessions)).toEqual(before);
    await safeguard(device);
  }
  expect(allEntries.all(device.db, {})[0]?.seq).toBe(in2020 + 1);
  expect(in2021).toBeGreaterThan(in2020);
});

test.each([
  ['an entry', 'entry-changed', 'delete from entry where seq = (select min(seq) from entry)'],
  ['a hash of what was purged', 'hash-changed', 'delete from hash where level = 0 and place = 5'],
])('after a purge it is found that %s is missing too', async (_, why, sql) => {
  const { device } = await yearsOfRecord();
  await purgeBefore(device, '2020-11-22');
  device.db.prepare(sql).run();
  expect(verified(device)).toMatchObject({ result: 'bad', why });
});

test('what was purged is in no file of the record any more, but for the backups', async () => {
  const { device, to } = kioskSince2019();
  to('2020-03-05');
  const gone = surgeryWith(device, 'Zorblax of the Nine');
  to('2026-11-20');
  const kept = surgeryWith(device, 'Quxotl the Elder');
  to('2026-11-22');
  await safeguard(device);
  device.db.pragma('wal_checkpoint(truncate)');
  const traces = [gone.session, gone.visitor, 'Zorblax'];
  for (const trace of traces) expect(bytesIn(device.folder).includes(trace), trace).toBe(true);
  expect((await purgeBefore(device, '2020-11-22')).erased).toBe(true);
  rmSync(backupFolder(device.folder), { recursive: true });
  const bytes = bytesIn(device.folder);
  for (const trace of traces) expect(bytes.includes(trace), trace).toBe(false);
  for (const trace of [kept.session, kept.visitor, 'Quxotl']) expect(bytes.includes(trace), trace).toBe(true);
});

test('visitors go with the last of their sessions; staff stay, and so does who was only just typed in', async () => {
  const { device, to } = kioskSince2019();
  to('2020-03-05');
  const [once, twice] = [surgeryWith(device, 'Once'), surgeryWith(device, 'Twice')];
  to('2026-11-20');
  const { open, tap } = bedside(device);
  open([{ person: twice.visitor, role: 'interpreter' }]);
  tap({ type: 'close-session' });
  to('2026-11-22');
  await safeguard(device);
  const justNow = randomUUID();
  addVisitor(device, { id: justNow, name: 'Just now', role: 'interpreter' });
  await purgeBefore(device, '2020-11-22');
  const isThere = (id: string) => personById.get(device.db, { id }) !== undefined;
  expect(isThere(once.visitor)).toBe(false);
  for (const id of [twice.visitor, justNow, demoPersonId('kofi')]) expect(isThere(id), id).toBe(true);
});

test('what was scheduled in the days that went goes too; what was scheduled later stays, held or not', async () => {
  const { device, to } = kioskSince2019();
  const scheduled = () => device.db.prepare('select distinct date from scheduled_session').all();
  to('2020-03-05');
  surgeryWith(device, 'Ada');
  device.db
    .prepare(
      `insert into scheduled_session (id, place_id, date, time, kind, urgency, lead_id, team)
       select 'later', place_id, '2020-11-01', time, kind, urgency, lead_id, team
       from scheduled_session limit 1`,
    )
    .run();
  to('2020-06-01');
  bedside(device).open();
  to('2026-11-22');
  await safeguard(device);
  expect(scheduled()).toEqual([{ date: '2019-03-04' }, { date: '2020-11-01' }]);
  await purgeBefore(device, '2020-11-22');
  expect(scheduled()).toEqual([{ date: '2020-11-01' }]);
});

test('a purge of much goes piece by piece, each with its own event, and taps are carried out in between', async () => {
  const { device, in2020 } = await yearsOfRecord();
  const { open, tap } = bedside(device);
  const plan = planPurge(device, { before: '2020-11-22' });
  const kinds = ['patient', 'team'] as const;
  open();
  let taps = 0;
  const pause = async () => {
    const kind = kinds[taps % 2] ?? 'team';
    tap({ type: 'end-round', round: tap({ type: 'open-round', kind }), outcome: 'stopped' });
    taps += 1;
  };
  const done = await purge(device, plan, administrator, { first: 20, pause });
  tap({ type: 'close-session' });
  expect(done).toMatchObject({ entries: in2020, through: in2020 });
  const events = allEntries.all(device.db, {}).map(({ bytes }) => decodeEntry(bytes));
  const purges = events.flatMap((event) => (event.type === 'purged' ? [event.data] : []));
  expect(purges.length).toBe(taps + 1);
  expect(taps).toBeGreaterThan(1);
  expect(purges.reduce((sum, { count }) => sum + count, 0)).toBe(in2020);
  const before = rowsOf(device.db, ofSessions);
  rebuildFromLog(device.db);
  expect(rowsOf(device.db, ofSessions)).toEqual(before);
});

test.each([
  ['twice as many where it was quick', 100, 10, 200],
  ['as many where a person does not notice', 100, 100, 100],
  ['fewer where the disk is slow', 100, 1000, 10],
  ['at least one where it is very slow', 3, 9000, 1],
])('of entries, a purge takes next %s', (_, size, milliseconds, next) => {
  expect(sizeAfter(size, milliseconds)).toBe(next);
});

test('where a piece fails on the way, nothing of it is gone and what went before it is explained', async () => {
  const { device } = await yearsOfRecord();
  const plan = planPurge(device, { before: '2020-11-22' });
  device.db
    .prepare(
      `create temp trigger broken before delete on entry when (select count(*) from entry where type = 'purged') = 1
       begin select raise(abort, 'broken'); end`,
    )
    .run();
  await expect(purge(device, plan, administrator, { first: 20, pause: async () => {} })).rejects.toThrow(
    'broken',
  );
  device.db.prepare('drop trigger broken').run();
  const [first] = allEntries.all(device.db, {});
  const last = allEntries.all(device.db, {}).at(-1);
  expect(decodeEntry(last?.bytes ?? new Uint8Array())).toMatchObject({
    type: 'purged',
    data: { through: (first?.seq ?? 0) - 1 },
  });
  const again = await purgeBefore(device, '2020-11-22');
  expect(again.through).toBe(plan.range.through);
});

test('an export of what is left is as it was', async () => {
  const { device } = await yearsOfRecord();
  const days = { from: '2020-11-22', to: '2026-12-31' };
  const rows = (of = days) => [...tables.introductions.rows(device.db, { ...of, ...ofAll })];
  const before = rows();
  await purgeBefore(device, '2020-11-22');
  expect(rows()).toEqual(before);
  expect(before).toHaveLength(10);
  expect(rows({ ...days, from: '2019-01-01' })).toEqual(before);
});
