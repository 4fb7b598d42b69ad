import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { decodeEntry, type Entry } from '../../../core/log/entry.ts';
import { prepareDemo } from '../../../electron/services/demo.ts';
import { databaseFile } from '../../../electron/services/device.ts';
import { openDevice, startDevice } from '../../../electron/services/open-device.ts';
import { simulate } from '../../../electron/services/simulate/simulate.ts';
import { allEntries, readHead } from '../../../electron/store/log.ts';
import { openReader, openWriter, type Reader } from '../../../electron/store/open.ts';
import { query } from '../../../electron/store/sql.ts';
import { bedside, demoDevice, temporaryFolder } from '../../support/device.ts';

const small = { sessions: 12, seed: 5, days: 4, until: '2026-06-30' };

const readerOf = (folder: string): Reader => {
  const db = openReader(databaseFile(folder));
  onTestFinished(() => db.close());
  return db;
};

const logOf = (folder: string): Buffer[] =>
  allEntries.all(readerOf(folder), {}).map(({ bytes }) => Buffer.from(bytes));

test('the same seed makes the same log, byte for byte, and another seed another', () => {
  const [one, same, other] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
  const made = simulate(one, small);
  expect(simulate(same, small)).toEqual(made);
  simulate(other, { ...small, seed: 6 });
  expect(logOf(same)).toEqual(logOf(one));
  expect(logOf(other)).not.toEqual(logOf(one));
  expect(made.entries).toBe(logOf(one).length);
  expect(readHead(readerOf(same))?.root).toEqual(readHead(readerOf(one))?.root);
});

test('the log says first that it is simulated, and of every session that the simulator did it', () => {
  const folder = temporaryFolder();
  simulate(folder, small);
  const entries = logOf(folder).map((bytes) => decodeEntry(bytes));
  expect(entries[1]).toMatchObject({ type: 'simulation-started', data: { seed: 5, sessions: 12, days: 4 } });
  for (const { ids, actor } of entries) if ('session' in ids) expect(actor).toEqual({ kind: 'simulator' });
  expect(count(readerOf(folder), 'session where simulated = 1')).toBe(12);
});

test('a folder with a real session is refused, and left as it is', () => {
  const device = demoDevice();
  const { open, tap } = bedside(device);
  open();
  tap({ type: 'close-session' });
  const before = logOf(device.folder);
  expect(() => simulate(device.folder, small)).toThrow('real sessions');
  expect(logOf(device.folder)).toEqual(before);
});

test('a folder with real people is refused, and left as it is', () => {
  const device = demoDevice();
  device.db.prepare("update person set origin = 'import'").run();
  device.db.prepare("delete from setting where name = 'demo'").run();
  const before = logOf(device.folder);
  expect(() => simulate(device.folder, small)).toThrow('real people');
  expect(logOf(device.folder)).toEqual(before);
});

test('a folder on which a kiosk runs is refused', () => {
  const folder = temporaryFolder();
  const kiosk = startDevice({ folder, host: 'browser', demo: true });
  onTestFinished(() => kiosk.close());
  expect(() => simulate(folder, small)).toThrow('Another Bedside Hello runs');
});

test('the same simulation twice is refused; another one may follow', () => {
  const folder = temporaryFolder();
  const { entries } = simulate(folder, small);
  expect(() => simulate(folder, small)).toThrow('seed 5 already');
  expect(logOf(folder)).toHaveLength(entries);
  simulate(folder, { ...small, seed: 6 });
  expect(count(readerOf(folder), 'session')).toBe(24);
});

test('afterwards a kiosk starts on the folder as on any other', () => {
  const folder = temporaryFolder();
  simulate(folder, small);
  const device = openDevice({ folder });
  onTestFinished(() => device.close());
  prepareDemo(device);
  const { open, session } = bedside(device);
  expect(open()).toBe(session().id);
});

const count = (db: Reader, what: string): number =>
  query<{ n: number }>(`select count(*) as n from ${what}`).get(db, {})?.n ?? 0;

describe('two months of sessions', () => {
  const made = { folder: '', entries: [] as Entry[] };

  beforeAll(() => {
    made.folder = mkdtempSync(join(tmpdir(), 'bedside-hello-'));
    simulate(made.folder, { sessions: 250, seed: 2026, days: 60, until: '2026-06-30' });
    const db = openReader(databaseFile(made.folder));
    made.entries = allEntries.all(db, {}).map(({ bytes }) => decodeEntry(bytes));
    db.close();
    return () => rmSync(made.folder, { recursive: true, force: true });
  }, 30_000);

  const counted = (what: string): number => {
    const db = openWriter(databaseFile(made.folder));
    try {
      return count(db, what);
    } finally {
      db.close();
    }
  };

  test('lie within the days that were asked for, one after the other', () => {
    const days = made.entries.slice(1).map(({ at }) => at.slice(0, 10));
    expect(days.every((day) => day >= '2026-05-02' && day <= '2026-06-30')).toBe(true);
    for (const [index, { at, mono }] of made.entries.entries()) {
      const before = made.entries[index - 1];
      if (before === undefined) continue;
      expect(Date.parse(at)).toBeGreaterThanOrEqual(Date.parse(before.at));
      expect(mono).toBeGreaterThanOrEqual(before.mono);
    }
  });

  test('are fewer at weekends and at night', () => {
    const opened = made.entries.filter(({ type }) => type === 'session-opened').map(({ at }) => at);
    const weekend = opened.filter((at) => new Date(`${at.slice(0, 10)}T12:00`).getDay() % 6 === 0);
    expect(weekend.length).toBeGreaterThan(10);
    expect(weekend.length / opened.length).toBeLessThan(0.25);
    const night = opened.filter((at) => at.slice(11, 13) >= '21' || at.slice(11, 13) < '06');
    expect(night.length).toBeGreaterThan(3);
    expect(night.length / opened.length).toBeLessThan(0.2);
  });

  test('have all of what happens at a bedside', () => {
    const types = new Set(made.entries.map(({ type }) => type));
    for (const type of [
      ...['session-changed', 'participant-left', 'participant-returned', 'round-extended'],
      ...['introduction-withdrawn', 'round-reopened', 'participant-recognised', 'recall-answered'],
    ])
      expect(types).toContain(type);
    for (const outcome of ['completed', 'stopped', 'postponed', 'shown', 'declined', 'unable'])
      expect(counted(`round where outcome = '${outcome}'`), outcome).toBeGreaterThan(0);
    for (const status of ['introduced', 'already-known', 'absent', 'skipped', 'declined', 'unable'])
      expect(counted(`introduction where status = '${status}'`), status).toBeGreaterThan(0);
    for (const method of ['self', 'badge', 'attested'])
      expect(counted(`introduction where method = '${method}'`), method).toBeGreaterThan(0);
    for (const language of ['en', 'es', 'ar'])
      expect(counted(`round where kind = 'patient' and language = '${language}'`)).toBeGreaterThan(0);
    for (const interpreter of ['none', 'in-person', 'remote'])
      expect(counted(`session where interpreter = '${interpreter}'`)).toBeGreaterThan(0);
    for (const kind of ['surgery', 'shift-change'])
      expect(counted(`session where kind = '${kind}'`)).toBeGreaterThan(0);
    for (const part of ['arriving', 'leaving'])
      expect(counted(`participant where part = '${part}'`), part).toBeGreaterThan(0);
    const relieved =
      "entry where type = 'participant-left' and cast(bytes as text) ->> '$.data.to' is not null";
    expect(counted(relieved)).toBeGreaterThan(0);
    for (const what of [
      'participant where mistake = 1',
      'participant where met_before = 1',
      'round where recall = 0',
    ])
      expect(counted(what), what).toBeGreaterThan(0);
    expect(counted('round where before_sedation = 0')).toBeGreaterThan(0);
    expect(counted('introduction where status is null')).toBeGreaterThan(0);
    expect(counted('(select distinct place_id from session)')).toBeGreaterThan(4);
    expect(
      made.entries.filter(({ data }) => 'corrects' in data && data.corrects !== null).length,
    ).toBeGreaterThan(5);
  });

  test('are all closed, and some that were scheduled never happened', () => {
    expect(counted('session where closed_at is null')).toBe(0);
    const held = 'exists (select 1 from session where scheduled_id = scheduled_session.id)';
    const [missed, kept] = [`scheduled_session where not ${held}`, `scheduled_session where ${held}`].map(
      counted,
    );
    expect(missed).toBeGreaterThan(5);
    expect((missed ?? 0) / ((missed ?? 0) + (kept ?? 0))).toBeLessThan(0.2);
    expect(counted('session where scheduled_id is null')).toBeGreaterThan(10);
  });
});
