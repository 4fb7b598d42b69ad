import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { logIdOf, parseCheckpoint } from '../../../core/log/checkpoint.ts';
import { decodeEntry } from '../../../core/log/entry.ts';
import { ratesOf } from '../../../core/rates.ts';
import type { Session } from '../../../core/session/state.ts';
import { sessionFromLog } from '../../../electron/log/project.ts';
import type { Device } from '../../../electron/services/device.ts';
import { siteOf } from '../../../electron/services/figures/site.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { type AskedReport, documentIn } from '../../../electron/services/reports/document.ts';
import { makeReport } from '../../../electron/services/reports/make.ts';
import { setUp } from '../../../electron/services/set-up.ts';
import { changeSettings, safeSettings } from '../../../electron/services/settings.ts';
import { simulate } from '../../../electron/services/simulate/simulate.ts';
import { anchoredSizes } from '../../../electron/store/checkpoints.ts';
import { allEntries, readHead } from '../../../electron/store/log.ts';
import { query } from '../../../electron/store/sql.ts';
import { bedside, copyOf, demoDevice, temporaryFolder } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';

const always = { from: '2000-01-01', to: '2099-12-31', by: null, withinUnit: true, invented: false };
const administrator = { kind: 'command-line', user: 'jobs' } as const;

const made = new Map<number, string>();
afterAll(() => {
  for (const folder of made.values()) rmSync(folder, { recursive: true, force: true });
});

/** A device on which so many sessions were simulated, three a day; they are made once, and copied for each test. */
const simulated = (sessions: number): Device => {
  const known = made.get(sessions);
  const original = known ?? mkdtempSync(join(tmpdir(), 'bedside-hello-'));
  made.set(sessions, original);
  if (known === undefined)
    simulate(original, { sessions, seed: 9, days: Math.ceil(sessions / 3), until: '2026-06-30' });
  const device = openDevice({ folder: copyOf(original) });
  onTestFinished(() => device.close());
  return device;
};

const reported = (device: Device, asked: Partial<AskedReport> = {}) =>
  documentIn(device.db, { ...always, ...asked }, siteOf(device));

const ids = query<{ id: string }>('select id from session order by opened_at');
const scheduled = query<{ id: string }>('select id from scheduled_session');

/** From now on nothing of it is the demo team’s. */
const asIfReal = (device: Device): Device => {
  device.db.prepare("update person set origin = 'import'").run();
  return device;
};

test('the tables give the figures that the log gives', () => {
  const device = simulated(75);
  const sessions = ids
    .all(device.db, {})
    .map(({ id }) => sessionFromLog(device.db, id))
    .filter((one): one is Session => one !== null);
  const rates = ratesOf(
    sessions,
    scheduled.all(device.db, {}).map(({ id }) => id),
  );
  const { shares, timings, reasons } = reported(device).total;
  expect(shares).toMatchObject({
    ...{ teamCompleteness: rates.teamCompleteness, teamAlreadyKnown: rates.teamAlreadyKnown },
    ...{ patientIntroduction: rates.patientIntroduction, coverage: rates.coverage, recall: rates.recall },
    ...{ beforeSedation: rates.beforeSedation, attestedOnly: rates.attestedOnly },
  });
  expect(timings).toEqual({
    secondsPerIntroduction: rates.secondsPerIntroduction,
    secondsPerPatientRound: rates.secondsPerRound.patient,
    secondsPerTeamRound: rates.secondsPerRound.team,
    secondsPerJoinRound: rates.secondsPerRound.join,
  });
  expect(reasons).toEqual(rates.reasons);
});

test('what the demo team and simulations did is never counted with what happened', () => {
  const device = simulated(6);
  expect(reported(device)).toMatchObject({ invented: true, sessions: 6, leftOut: 0 });
  asIfReal(device);
  // Simulated is simulated, whoever took part.
  expect(reported(device)).toMatchObject({ invented: true, sessions: 6 });
  wholeSurgery(device);
  const real = reported(device);
  expect(real).toMatchObject({ invented: false, sessions: 1, leftOut: 6 });
  expect(real.total.shares.teamCompleteness).toMatchObject({ denominator: 1 });
  expect(reported(device, { invented: true })).toMatchObject({ invented: true, sessions: 6, leftOut: 1 });
});

test('nor is what was scheduled for the demo team, and a day that is not over is not missed', () => {
  const device = demoDevice();
  wholeSurgery(device);
  const { coverage } = reported(device).total.shares;
  expect(coverage).toMatchObject({ denominator: 0, excluded: { 'day-not-over': expect.any(Number) } });
  device.db.prepare("update scheduled_session set date = '2026-01-05'").run();
  expect(reported(device).total.shares.coverage).toMatchObject({ missing: expect.toSatisfy((n) => n > 2) });
  // With real people the demo is over; of its schedule nothing is missed.
  device.db
    .prepare("update person set origin = 'import' where id not in (select lead_id from scheduled_session)")
    .run();
  device.db.prepare("update participant set person_id = 'real'").run();
  expect(reported(device)).toMatchObject({
    invented: false,
    total: { shares: { coverage: { denominator: 0 } } },
  });
});

test('a scheduled session that nobody opened is listed within the unit, and only there', () => {
  const device = simulated(75);
  const { missingSessions, total } = reported(device);
  const { coverage } = total.shares;
  expect(coverage).toMatchObject({ missing: missingSessions?.length });
  expect(missingSessions?.[0]).toEqual({
    ...{
      id: expect.any(String),
      date: expect.stringMatching(/^2026-0[56]-\d\d$/u),
      time: expect.any(String),
    },
    ...{ place: expect.any(String), unit: expect.any(String) },
    ...{ placeName: expect.stringMatching(/^(OR|Bed) \d+$/u), unitName: expect.any(String) },
    ...{ kind: expect.any(String), urgency: expect.any(String) },
  });
  expect(reported(device, { withinUnit: false }).missingSessions).toBeNull();
});

test('groups stand by the names that units and places have now', () => {
  const device = simulated(75);
  const { groups } = reported(device, { by: 'place' });
  expect(groups.map(({ unit, name }) => `${unit}, ${name}`)).toEqual([
    ...['Operating rooms, OR 1', 'Operating rooms, OR 2', 'Operating rooms, OR 3', 'Operating rooms, OR 4'],
    ...['Ward 4 West, Bed 408', 'Ward 4 West, Bed 410', 'Ward 4 West, Bed 412'],
  ]);
  expect(reported(device, { by: 'unit' }).groups.map(({ name }) => name)).toEqual([
    ...['Operating rooms', 'Ward 4 West'],
  ]);
});

test('shifts are the site’s own, and those that its screens have where it set none', () => {
  const device = simulated(75);
  expect(reported(device).shifts).toEqual(safeSettings.shifts);
  changeSettings(device, administrator, { shifts: ['06:30', '18:30'] });
  const { shifts, groups } = reported(device, { by: 'shift' });
  expect(shifts).toEqual(['06:30', '18:30']);
  expect(groups.map(({ key }) => key)).toEqual(['06:30–18:30', '18:30–06:30']);
});

test('a report that leaves the unit has no figure of fewer than five, and does not say how few sessions', () => {
  const device = asIfReal(demoDevice());
  wholeSurgery(device);
  const report = reported(device, { by: 'role', withinUnit: false });
  expect(report).toMatchObject({ sessions: null, suppressedBelow: 5 });
  expect(report.total.shares.patientIntroduction).toEqual({ suppressed: true });
  const told = JSON.stringify(report).matchAll(/"denominator":(\d+)/gu);
  expect([...told].map(([, n]) => Number(n)).filter((n) => n < 5)).toEqual([]);
});

test('a round whose entries were changed, so that nobody knows who was left out, is not counted as if none were', () => {
  const device = asIfReal(demoDevice());
  wholeSurgery(device);
  device.db.prepare('update round set left_out = null').run();
  expect(() => reported(device)).toThrow('cannot be counted');
});

const written = async (device: Device, asked: Partial<AskedReport> & { format: 'json' | 'csv' }) => {
  const out = join(temporaryFolder(), 'report');
  const made = await makeReport(device, { ...always, ...asked }, out, administrator);
  return { made, bytes: readFileSync(out) };
};

test('the log says which report left, who asked for it, and the digest of the very bytes', async () => {
  const device = simulated(75);
  for (const format of ['json', 'csv'] as const) {
    const { made, bytes } = await written(device, { format, by: 'urgency', withinUnit: false });
    const digest = createHash('sha256').update(bytes).digest('hex');
    const last = decodeEntry(allEntries.all(device.db, {}).at(-1)?.bytes ?? new Uint8Array());
    expect(made).toMatchObject({ digest, rows: 4 });
    expect(last).toMatchObject({ type: 'report-made', actor: administrator, ids: {} });
    expect(last.data).toMatchObject({
      ...{ format, from: '2000-01-01', to: '2099-12-31', by: 'urgency' },
      ...{ withinUnit: false, invented: true, rows: 4, digest },
    });
  }
});

test('a report in JSON carries the checkpoint of the record, which is an anchor from then on', async () => {
  const device = simulated(6);
  const size = readHead(device.db)?.size ?? 0;
  const { bytes } = await written(device, { format: 'json' });
  const { record } = JSON.parse(bytes.toString());
  expect(record.size).toBe(size);
  const checkpoint = parseCheckpoint(record.checkpoint);
  expect(checkpoint?.size).toBe(size);
  expect(logIdOf(checkpoint?.origin ?? '')).toBe(readHead(device.db)?.log_id);
  expect(anchoredSizes.all(device.db, {})).toEqual([{ size }]);
});

test('the CSV has the figures of the JSON, one on each line', async () => {
  const device = simulated(75);
  const { made, bytes } = await written(device, { format: 'csv', by: 'unit' });
  const text = bytes
    .toString()
    .replace(/^\ufeff/u, '')
    .trimEnd();
  const { data } = Papa.parse<Record<string, string>>(text, { header: true });
  const { total, groups } = made.report;
  expect(data).toHaveLength(24 * (1 + groups.length));
  const line = (group: string, figure: string) =>
    data.find((one) => one.group === group && one.figure === figure);
  const met = total.shares.patientIntroduction;
  if (met === undefined || 'suppressed' in met) throw new Error('It is within the unit');
  expect(line('total', 'patientIntroduction')).toMatchObject({
    ...{ numerator: String(met.numerator), denominator: String(met.denominator), rate: String(met.rate) },
    ...{ missing: String(met.missing), suppressed: 'no', invented: 'yes', by: '' },
    excluded: String(Object.values(met.excluded).reduce((sum, one) => sum + one, 0)),
    excluded_why: expect.stringMatching(/^absent=\d+ declined=\d+ /u),
  });
  const ward = groups.find(({ name }) => name === 'Ward 4 West');
  expect(line(ward?.key ?? '', 'secondsPerIntroduction')).toMatchObject({ by: 'unit', name: 'Ward 4 West' });
  expect(line('total', 'skipped: no-time')?.numerator).toBe(
    String(
      total.reasons.skipped && 'counts' in total.reasons.skipped
        ? total.reasons.skipped.counts['no-time']
        : '',
    ),
  );
});

test('a unit with the name of a formula stays a text', async () => {
  const device = asIfReal(demoDevice());
  setUp(device, { kind: 'system' }, { place: '@SUM(A1)', unit: '=1+1' });
  const { open, tap } = bedside(device);
  open();
  tap({ type: 'close-session' });
  const { bytes } = await written(device, { format: 'csv', by: 'place' });
  expect(bytes.toString()).toContain(`"'@SUM(A1)","'=1+1"`);
  expect(bytes.toString()).not.toMatch(/(^|,)"?[=+\-@\t]/mu);
});
