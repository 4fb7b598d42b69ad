import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { decodeEntry } from '../../../core/log/entry.ts';
import { rebuildFromLog, sessionFromLog } from '../../../electron/log/project.ts';
import { changeChoices, readChoices } from '../../../electron/services/choices.ts';
import { databaseFile } from '../../../electron/services/device.ts';
import { addVisitor } from '../../../electron/services/people.ts';
import { simulate } from '../../../electron/services/simulate/simulate.ts';
import { allEntries } from '../../../electron/store/log.ts';
import { openWriter } from '../../../electron/store/open.ts';
import { bedside, bytesIn, demoDevice, temporaryFolder } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';
import { rowsOf } from '../../support/tables.ts';

const ofSessions = ['session', 'participant', 'round', 'introduction'];

test('a month of sessions can be made again from the log, every row as it was', () => {
  const folder = temporaryFolder();
  simulate(folder, { sessions: 240, seed: 11, days: 30, until: '2026-06-30' });
  const db = openWriter(databaseFile(folder));
  const before = rowsOf(db, ofSessions);
  expect(before.session).toHaveLength(240);
  expect(before.introduction?.length).toBeGreaterThan(1500);
  rebuildFromLog(db);
  expect(rowsOf(db, ofSessions)).toEqual(before);
  db.close();
});

test('rows that were changed behind the log’s back are put right', () => {
  const device = demoDevice();
  wholeSurgery(device);
  const before = rowsOf(device.db, ofSessions);
  device.db
    .prepare(
      "update introduction set status = 'introduced', method = 'self', reason = null where seq is not null",
    )
    .run();
  device.db.prepare('update participant set required = 0').run();
  expect(rowsOf(device.db, ofSessions)).not.toEqual(before);
  rebuildFromLog(device.db);
  expect(rowsOf(device.db, ofSessions)).toEqual(before);
});

test('a session that is open is made again too, and what its patient chose stays', () => {
  const device = demoDevice();
  const { open, tap, session } = bedside(device);
  const id = open();
  tap({ type: 'open-round', kind: 'patient' });
  changeChoices(device, id, { callMe: 'Ms. Rivera' });
  const before = rowsOf(device.db);
  rebuildFromLog(device.db);
  expect(rowsOf(device.db)).toEqual(before);
  expect(readChoices(device).callMe).toBe('Ms. Rivera');
  expect(sessionFromLog(device.db, id)).toEqual(session());
});

test('somebody who left is kept with the time of the entry that says so', () => {
  const device = demoDevice();
  const { open, tap, session } = bedside(device);
  open();
  tap({ type: 'leave', participant: session().participants[1]?.id ?? '' });
  const said = allEntries.all(device.db, {}).map(({ bytes }) => decodeEntry(bytes));
  const left = device.db.prepare('select left_at from participant order by place').pluck().all();
  expect(left).toEqual([null, said.at(-1)?.at, null, null]);
});

test('what changes of an open session is at once in its row', () => {
  const device = demoDevice();
  const { open, tap } = bedside(device);
  open();
  const row = device.db.prepare('select urgency, interpreter, closed_at is null as open from session');
  tap({ type: 'change-session', urgency: 'urgent', interpreter: 'none' });
  expect(row.get()).toEqual({ urgency: 'urgent', interpreter: 'none', open: 1 });
  tap({ type: 'change-session', urgency: 'urgent', interpreter: 'remote' });
  expect(row.get()).toEqual({ urgency: 'urgent', interpreter: 'remote', open: 1 });
  tap({ type: 'close-session' });
  expect(row.get()).toEqual({ urgency: 'urgent', interpreter: 'remote', open: 0 });
});

test('the log holds nobody’s name, not even one that was just typed in', () => {
  const device = demoDevice();
  const visitor = addVisitor(device, { id: randomUUID(), name: 'Zorblax Quux', role: 'chaplain' });
  bedside(device).open([{ person: visitor.ok ? visitor.value.id : '', role: 'chaplain' }]);
  bedside(device).tap({ type: 'open-round', kind: 'team' });
  expect(bytesIn(device.folder).includes('Zorblax')).toBe(true);
  for (const { bytes } of allEntries.all(device.db, {}))
    expect(Buffer.from(bytes).includes('Zorblax')).toBe(false);
});
