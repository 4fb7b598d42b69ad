import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { leafHash } from '../../../core/log/merkle.ts';
import { rootAt } from '../../../core/log/proofs.ts';
import { record } from '../../../electron/log/record.ts';
import { sha256 } from '../../../electron/log/signer.ts';
import { migrationsFolder } from '../../../electron/paths.ts';
import { databaseFile } from '../../../electron/services/device.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { simulate } from '../../../electron/services/simulate/simulate.ts';
import { hashAt } from '../../../electron/store/hashes.ts';
import { allEntries, logs, readHead } from '../../../electron/store/log.ts';
import { demoDevice, temporaryFolder } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';
import { rowsOf } from '../../support/tables.ts';

const before = ['001-log-and-sessions.sql', '002-people-and-places.sql'];

/** The log of a device, in a database as the version before this one wrote it: leaves beside entries, no key. */
const olderFolder = (device: ReturnType<typeof demoDevice>): string => {
  const folder = temporaryFolder();
  const db = new Database(databaseFile(folder));
  db.exec(
    'create table migration (number integer primary key, name text not null, checksum text not null) strict',
  );
  for (const [index, name] of before.entries()) {
    const sql = readFileSync(new URL(name, migrationsFolder), 'utf8');
    db.exec(sql);
    const checksum = createHash('sha256').update(sql).digest('hex');
    db.prepare('insert into migration values (?, ?, ?)').run(index + 1, name, checksum);
  }
  const rows = device.db.prepare('select * from entry order by seq').all({}) as Record<string, unknown>[];
  const into = db.prepare(
    'insert into entry values (:seq, :event_id, :part, :type, :session_id, :at, :bytes, :leaf)',
  );
  for (const row of rows) into.run({ ...row, leaf: leafHash(sha256, row.bytes as Uint8Array) });
  const head = readHead(device.db);
  db.prepare('insert into head values (1, :log_id, :size, :frontier, :root)').run(head);
  db.close();
  return folder;
};

test('a record from before it signed itself is as it was, gets its key and its hashes, and goes on', () => {
  const old = demoDevice();
  wholeSurgery(old);
  const folder = olderFolder(old);
  const device = openDevice({ folder });
  const [was, is] = [readHead(old.db), readHead(device.db)];
  expect(is).toEqual(was);
  expect(allEntries.all(device.db, {})).toEqual(allEntries.all(old.db, {}));
  expect(logs.all(device.db, {})).toEqual([
    { id: was?.log_id, began: 1, public_key: Buffer.from(device.signer.publicKey) },
  ]);
  const nodeAt = (level: number, place: number) => hashAt(device.db, level, place);
  const first = was?.size ?? 0;
  expect(Buffer.from(rootAt(sha256, nodeAt, first))).toEqual(was?.root);

  const event = { type: 'settings-changed' as const, ids: {}, data: { settings: ['language'] } };
  for (const size of [first + 1, first + 2, first + 3]) {
    record(device, { id: randomUUID(), actor: { kind: 'system' }, events: [event] });
    expect(Buffer.from(rootAt(sha256, nodeAt, size))).toEqual(readHead(device.db)?.root);
  }
  device.close();
});

test('of rounds that an older version ended, who was left out is completed from the log', () => {
  const folder = temporaryFolder();
  simulate(folder, { sessions: 40, seed: 8, days: 10, until: '2026-06-30' });
  const open = () => {
    const device = openDevice({ folder });
    onTestFinished(() => device.close());
    return device;
  };
  const first = open();
  const before = rowsOf(first.db, ['participant', 'round']);
  expect(before.round?.join()).toMatch(/"left_out":"\[\\"/u);
  first.db.prepare('update round set left_out = null').run();
  first.db.prepare('update participant set mistake = 0').run();
  first.close();
  expect(rowsOf(open().db, ['participant', 'round'])).toEqual(before);
});
