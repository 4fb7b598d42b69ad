import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LogEvent } from '../../../core/log/entry.ts';
import { signNow } from '../../../electron/log/checkpoint.ts';
import { record } from '../../../electron/log/record.ts';
import { databaseFile } from '../../../electron/services/device.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { simulate } from '../../../electron/services/simulate/simulate.ts';
import { verifyFolder } from '../../../electron/services/verify/folder.ts';
import { openWriter } from '../../../electron/store/open.ts';
import { copyOf, temporaryFolder } from '../../support/device.ts';

/** Made once; every test has a copy. */
const original = mkdtempSync(join(tmpdir(), 'bedside-hello-'));
afterAll(() => rmSync(original, { recursive: true, force: true }));
let originalSize = 0;
beforeAll(() => {
  simulate(original, { sessions: 2, seed: 5, days: 2, until: '2026-06-30' });
  originalSize = signed(original).size;
});

/** A data folder with two sessions, signed as it stands; and how many entries it has. */
const recorded = (): { folder: string; size: number } => ({ folder: copyOf(original), size: originalSize });

/** Records so many more events, and signs. */
const signed = (folder: string, times = 0, setting = 'language'): { size: number; note: string } => {
  const device = openDevice({ folder });
  try {
    const event: LogEvent = { type: 'settings-changed', ids: {}, data: { settings: [setting] } };
    for (let time = 0; time < times; time += 1)
      record(device, { id: randomUUID(), actor: { kind: 'system' }, events: [event] });
    return signNow(device);
  } finally {
    device.close();
  }
};

const answerTo = (folder: string, anchors: string[] = []) =>
  verifyFolder(folder, { key: null, anchors, witnesses: [] }).answer;

/** Does to the database what somebody can who has the file. */
const tamper = (folder: string, ...statements: string[]): void => {
  const db = openWriter(databaseFile(folder));
  db.pragma('foreign_keys = 0');
  for (const sql of statements) expect(db.prepare(sql).run().changes, sql).toBeGreaterThan(0);
  db.close();
};

const bad = (entry: number, why: string) => ({ what: 'entry', entry, why, lastGood: entry - 1 });
const badIn = (what: string, why: string) => ({ what, entry: null, why, lastGood: null });

test('a record that nobody tampered with holds, with its hashes, its head and its tables', () => {
  const { folder, size } = recorded();
  expect(answerTo(folder)).toMatchObject({ result: 'ok', size, entries: size, purged: 0, anchored: 0 });
  const { note } = signed(folder, 3);
  expect(answerTo(folder, [note])).toMatchObject({ result: 'ok', size: size + 3, anchored: size + 3 });
});

const k = 17;
const changes: [string, string, object][] = [
  [
    'the bytes of an entry',
    `update entry set bytes = cast(replace(cast(bytes as text), '"v":1', '"v":2') as blob) where seq = ${k}`,
    bad(k, 'entry-changed'),
  ],
  ['an entry that is gone', `delete from entry where seq = ${k}`, bad(k, 'entry-changed')],
  [
    'an entry in the place of another',
    `update entry set bytes = (select bytes from entry where seq = 5) where seq = ${k}`,
    bad(k, 'entry-changed'),
  ],
  ['all from an entry on', `delete from entry where seq >= ${k}`, bad(k, 'entry-missing')],
  ['all up to an entry', `delete from entry where seq < ${k}`, bad(1, 'entry-changed')],
  [
    'an entry more at the end',
    `insert into entry select seq + 1, 'x', part, type, session_id, at, bytes from entry order by seq desc limit 1`,
    { what: 'entry', why: 'entry-extra' },
  ],
  [
    'the time beside an entry',
    `update entry set at = '2026-01-01' where seq = ${k}`,
    bad(k, 'row-disagrees'),
  ],
  ['the type beside an entry', `update entry set type = 'x' where seq = ${k}`, bad(k, 'row-disagrees')],
  [
    'the session beside an entry',
    `update entry set session_id = 'x' where seq = ${k}`,
    bad(k, 'row-disagrees'),
  ],
  ['the tap beside an entry', `update entry set event_id = 'x' where seq = ${k}`, bad(k, 'row-disagrees')],
  ['the part beside an entry', `update entry set part = 7 where seq = ${k}`, bad(k, 'row-disagrees')],
  [
    'the hash of an entry',
    `update hash set hash = zeroblob(32) where level = 0 and place = ${k - 1}`,
    bad(k, 'entry-changed'),
  ],
  [
    'a hash in the tree',
    'update hash set hash = zeroblob(32) where level = 2 and place = 3',
    { ...badIn('hash', 'hash-changed'), node: { level: 2, place: 3 } },
  ],
  [
    'a hash in the tree that is gone',
    'delete from hash where level = 1 and place = 4',
    { ...badIn('hash', 'hash-changed'), node: { level: 1, place: 4 } },
  ],
  ['a hash too many', 'insert into hash values (9, 9, zeroblob(32))', badIn('hash', 'hash-changed')],
  ['the root in the head', 'update head set root = zeroblob(32)', badIn('head', 'head-disagrees')],
  ['what the root follows from', 'update head set frontier = zeroblob(32)', badIn('head', 'head-disagrees')],
  [
    'how far the head says the record goes',
    'update head set size = size - 1',
    badIn('head', 'head-disagrees'),
  ],
  ['the log in the head', `update head set log_id = 'x'`, badIn('keys', 'key-malformed')],
  ['the name of the log', `update log set id = 'a name'`, badIn('keys', 'key-malformed')],
  ['the key', 'update log set public_key = zeroblob(32)', badIn('checkpoint', 'checkpoint-unsigned')],
  [
    'what a checkpoint says',
    `update checkpoint set note = replace(note, char(10) || size || char(10), char(10) || (size - 1) || char(10))`,
    badIn('checkpoint', 'checkpoint-unsigned'),
  ],
  ['what a session was', `update session set urgency = 'emergency'`, badIn('tables', 'tables-disagree')],
  ['a round that is gone', 'delete from round where rowid = 1', badIn('tables', 'tables-disagree')],
  [
    'what became of an introduction',
    `update introduction set reason = 'x'`,
    badIn('tables', 'tables-disagree'),
  ],
  ['who took part', `update participant set person_id = 'x'`, badIn('tables', 'tables-disagree')],
];

test.each(changes)('in the database, %s is found', (_, sql, expected) => {
  const { folder } = recorded();
  tamper(folder, sql);
  expect(answerTo(folder)).toMatchObject({ result: 'bad', ...expected });
});

test('an old copy of the database put back is found by the checkpoint beside it, or by an anchor from elsewhere', () => {
  const { folder, size } = recorded();
  const old = copyOf(folder);
  const { note } = signed(folder, 4);
  copyFileSync(databaseFile(old), databaseFile(folder));
  expect(answerTo(folder)).toMatchObject(bad(size + 1, 'shorter-than-anchor'));
  // Who puts the checkpoint back too is found by whoever kept a newer one.
  copyFileSync(join(old, 'checkpoint.txt'), join(folder, 'checkpoint.txt'));
  expect(answerTo(folder)).toMatchObject({ result: 'ok', size, anchored: 0 });
  expect(answerTo(folder, [note])).toMatchObject(bad(size + 1, 'shorter-than-anchor'));
});

test('a record that was written anew with the device’s own key is found in the same way', () => {
  const { folder, size } = recorded();
  const forged = copyOf(folder);
  const { note: before } = signed(folder);
  const { note } = signed(folder, 4);
  signed(forged, 9, 'theme');
  copyFileSync(databaseFile(forged), databaseFile(folder));
  expect(answerTo(folder)).toMatchObject(bad(1, 'rewritten-since-anchor'));
  expect(answerTo(folder, [before])).toMatchObject(bad(size + 1, 'rewritten-since-anchor'));
  copyFileSync(join(forged, 'checkpoint.txt'), join(folder, 'checkpoint.txt'));
  expect(answerTo(folder, [before])).toMatchObject({ result: 'ok', size: size + 9, anchored: size });
  expect(answerTo(folder, [before, note])).toMatchObject(bad(size + 1, 'rewritten-since-anchor'));
});

test('another record with the same key is not the one that was there', () => {
  const { folder } = recorded();
  const other = temporaryFolder();
  copyFileSync(join(folder, 'signing.key'), join(other, 'signing.key'));
  const device = openDevice({ folder: other });
  signNow(device);
  device.close();
  copyFileSync(databaseFile(other), databaseFile(folder));
  expect(answerTo(folder)).toMatchObject(badIn('anchor', 'another-log'));
});

test('a checkpoint beside the database that is missing or half-written is no proof of anything, and no reason to fail', () => {
  const { folder, size } = recorded();
  const file = join(folder, 'checkpoint.txt');
  writeFileSync(file, readFileSync(file).subarray(0, 50));
  expect(answerTo(folder)).toMatchObject({ result: 'ok', size });
  rmSync(file);
  const { answer, kept } = verifyFolder(folder, { key: null, anchors: [], witnesses: [] });
  expect({ ...answer, kept }).toMatchObject({ result: 'ok', size, kept: false });
});

test('a page of the file that was overwritten is damage, and said to be', () => {
  const { folder } = recorded();
  const file = databaseFile(folder);
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 20 * 4096, 21 * 4096);
  writeFileSync(file, bytes);
  expect(statSync(file).size).toBeGreaterThan(21 * 4096);
  expect(answerTo(folder)).toMatchObject(badIn('database', 'database-damaged'));
});
