import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, onTestFinished, test } from 'vitest';
import { decodeEntry } from '../../../core/log/entry.ts';
import type { Device } from '../../../electron/services/device.ts';
import { exportIntroductions } from '../../../electron/services/exports/export.ts';
import { setUp } from '../../../electron/services/set-up.ts';
import { allEntries } from '../../../electron/store/log.ts';
import { bedside, demoDevice, temporaryFolder } from '../../support/device.ts';
import { faultyDisk } from '../../support/disk.ts';
import { wholeSurgery } from '../../support/surgery.ts';

const columns = [
  ...[
    'session',
    'opened',
    'place',
    'unit',
    'kind',
    'round',
    'round_kind',
    'urgency',
    'interpreter',
    'language',
  ],
  ...['participant', 'role', 'learner', 'required', 'status', 'method', 'reason', 'before_sedation'],
  ...['round_outcome', 'started', 'recorded', 'seconds', 'log_seq', 'simulated'],
  ...['part', 'met_before', 'left_out', 'recall', 'round_seconds'],
];

const always = { from: '2000-01-01', to: '2099-12-31' };

/** A clock on the wall that a test sets, and that goes on by a second whenever it is looked at. */
const wall = (at: string) => {
  let now = Date.parse(at);
  let mono = 0;
  return {
    set: (to: string) => {
      now = Date.parse(to);
    },
    now: () => {
      now += 1000;
      return new Date(now);
    },
    mono: () => {
      mono += 1000;
      return mono;
    },
  };
};

const exported = async (device: Device, days = always) => {
  const out = join(temporaryFolder(), 'out.csv');
  const said = await exportIntroductions(device, days, out);
  const bytes = readFileSync(out);
  const text = bytes.toString();
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, '').trimEnd(), {
    header: true,
  });
  return { said, bytes, text, rows: data, columns: meta.fields };
};

test('the file has one line per introduction, in the order of the rounds, and says what was tapped', async () => {
  const device = demoDevice();
  wholeSurgery(device);
  const { rows, columns: found } = await exported(device);
  expect(found).toEqual(columns);
  const told = rows.map((row) =>
    [
      row.round_kind,
      row.role,
      row.status,
      row.method,
      row.reason,
      row.before_sedation,
      row.round_outcome,
    ].join(' '),
  );
  expect(told).toEqual([
    'patient surgeon introduced self  yes completed',
    'patient anesthesiologist introduced badge  yes completed',
    'patient circulating-nurse absent  called-away yes completed',
    'patient medical-student skipped  no-time yes completed',
    'join nurse-anesthetist introduced self   completed',
    'team surgeon already-known attested   stopped',
    'team circulating-nurse introduced self   stopped',
    'team medical-student introduced self   stopped',
    'team nurse-anesthetist introduced self   stopped',
    'team anesthesiologist     stopped',
  ]);
  for (const row of rows) {
    expect(row).toMatchObject({ place: 'OR 3', unit: 'Operating rooms', kind: 'surgery', simulated: 'no' });
    expect(row).toMatchObject({ urgency: 'urgent', interpreter: 'remote' });
    expect(row.learner).toBe(row.role === 'medical-student' ? 'yes' : 'no');
    expect(row.required).toBe(row.role === 'medical-student' ? 'no' : 'yes');
    expect(row.language).toBe(row.round_kind === 'team' ? 'en' : 'es');
    // Of those who were here at the end nobody had a status but one.
    expect(row.left_out).toBe(row.status === '' ? 'yes' : 'no');
    expect(row).toMatchObject({ part: '', met_before: 'no', recall: '' });
    expect(row.round_seconds).toMatch(/^\d+(\.\d)?$/u);
  }
});

test('each line names the log entry that gave its status, its time and its seconds', async () => {
  const clock = wall('2026-06-15T09:00:00Z');
  const device = demoDevice({ clock });
  wholeSurgery(device);
  const entries = new Map(
    allEntries.all(device.db, {}).map(({ seq, bytes }) => [String(seq), decodeEntry(bytes)]),
  );
  const { rows } = await exported(device);
  for (const row of rows.filter(({ status }) => status !== '')) {
    const entry = entries.get(row.log_seq ?? '');
    expect(entry?.type).toBe('introduction-recorded');
    expect(entry?.ids).toMatchObject({
      session: row.session,
      round: row.round,
      participant: row.participant,
    });
    expect(entry?.data).toMatchObject({ status: row.status });
    if (row.status !== 'already-known') expect(entry?.at).toBe(row.recorded);
    expect(Number(row.seconds)).toBeGreaterThan(0);
  }
  const left = rows.filter(({ status }) => status === '');
  expect(left.map(({ recorded, seconds, log_seq }) => [recorded, seconds, log_seq])).toEqual([['', '', '']]);
});

test('days are those on the wall when the session opened, both included', async () => {
  const clock = wall('2026-06-15T12:00:00');
  const device = demoDevice({ clock });
  const { open, tap } = bedside(device);
  const opened: Record<string, string> = {};
  for (const at of [
    '2026-06-15T23:59:50',
    '2026-06-16T00:00:10',
    '2026-06-16T23:59:50',
    '2026-06-17T00:00:10',
  ]) {
    clock.set(at);
    opened[open()] = at;
    tap({ type: 'open-round', kind: 'team' });
    tap({ type: 'end-round', round: bedside(device).session().rounds[0]?.id ?? '', outcome: 'stopped' });
    tap({ type: 'close-session' });
  }
  const within = async (from: string, to: string) => {
    const { rows } = await exported(device, { from, to });
    return [...new Set(rows.map(({ session }) => opened[session ?? '']))];
  };
  expect(await within('2026-06-16', '2026-06-16')).toEqual(['2026-06-16T00:00:10', '2026-06-16T23:59:50']);
  expect(await within('2026-06-15', '2026-06-16')).toHaveLength(3);
  expect(await within('2026-06-17', '2026-06-30')).toEqual(['2026-06-17T00:00:10']);
  expect(await within('2026-06-18', '2026-06-30')).toEqual([]);
});

test('the log and the answer say what left: the rows, and the digest of the very bytes', async () => {
  const device = demoDevice();
  wholeSurgery(device);
  const { said, bytes, rows } = await exported(device);
  expect(said.rows).toBe(rows.length);
  expect(said.digest).toBe(createHash('sha256').update(bytes).digest('hex'));
  const last = allEntries.all(device.db, {}).at(-1);
  expect(last && decodeEntry(last.bytes)).toMatchObject({
    type: 'exported',
    actor: { kind: 'command-line' },
    data: { format: 'csv', ...always, ...said },
  });
});

test('the same record gives the same bytes again', async () => {
  const device = demoDevice();
  wholeSurgery(device);
  wholeSurgery(device);
  const [first, second] = [await exported(device), await exported(device)];
  expect(second.bytes.equals(first.bytes)).toBe(true);
  expect(first.rows).toHaveLength(20);
});

test('it begins with a byte order mark, and every line ends with CR LF', async () => {
  const device = demoDevice();
  wholeSurgery(device);
  const { bytes, text } = await exported(device);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = text.split('\r\n');
  expect(lines.at(-1)).toBe('');
  expect(lines.slice(0, -1).every((line) => /^\ufeff?"[^\r\n]*"$/.test(line))).toBe(true);
});

test('a place with the name of a formula stays a text, and one in any script stays as it is', async () => {
  const device = demoDevice();
  const place = '=HYPERLINK("http://evil.example";"OR 3")';
  setUp(device, { kind: 'system' }, { place, unit: 'غرف العمليات، الطابق ٢' });
  wholeSurgery(device);
  const { rows, text } = await exported(device);
  expect(rows[0]).toMatchObject({ place: `'${place}`, unit: 'غرف العمليات، الطابق ٢' });
  expect(text).not.toMatch(/(^|,)"?[=+\-@\t]/m);
});

test('no name of a person leaves', async () => {
  const device = demoDevice();
  wholeSurgery(device);
  const { text } = await exported(device);
  for (const name of ['Kofi', 'Mensah', 'Amara', 'Okafor', 'kofi', 'amara']) expect(text).not.toContain(name);
});

test('a file that is there is replaced whole, and nothing else stays beside it', async () => {
  const device = demoDevice();
  const folder = temporaryFolder();
  const out = join(folder, 'out.csv');
  writeFileSync(out, 'what was here before, which is longer than the line of columns'.repeat(50));
  await exportIntroductions(device, always, out);
  expect(readFileSync(out, 'utf8').split('\r\n')).toHaveLength(2);
  expect(readdirSync(folder)).toEqual(['out.csv']);
});

test('what cannot be written is refused before anything is logged, and nothing half-written stays', async () => {
  const device = demoDevice();
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'a-folder'));
  // What is there and is no file, and stands for a device: renaming over a real one would take it from everybody.
  const socket = createServer().listen(join(folder, 'a-socket'));
  onTestFinished(() => {
    socket.close();
  });
  await once(socket, 'listening');
  symlinkSync('a-socket', join(folder, 'a-link'));
  const there = readdirSync(folder).sort();
  const entries = allEntries.all(device.db, {}).length;
  for (const out of ['a-folder', 'a-socket', 'a-link', 'no/such/folder.csv'])
    await expect(exportIntroductions(device, always, join(folder, out)), out).rejects.toThrow();
  expect(readdirSync(folder).sort()).toEqual(there);
  expect(statSync(join(folder, 'a-socket')).isSocket()).toBe(true);
  expect(readdirSync(join(folder, 'a-folder'))).toEqual([]);
  expect(allEntries.all(device.db, {})).toHaveLength(entries);
});

test('an export that fails on the way leaves the file that was there as it was', async () => {
  const disk = faultyDisk();
  const device = demoDevice({ open: disk.open });
  wholeSurgery(device);
  const folder = temporaryFolder();
  const out = join(folder, 'out.csv');
  writeFileSync(out, 'the export of last month');
  disk.fault = { code: 'SQLITE_READONLY', keeps: false };
  await expect(exportIntroductions(device, always, out)).rejects.toThrow('Nothing was recorded');
  disk.fault = null;
  expect(readFileSync(out, 'utf8')).toBe('the export of last month');
  expect(readdirSync(folder)).toEqual(['out.csv']);
});
