import { createHash, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { decodeEntry, type LogEvent } from '../../../core/log/entry.ts';
import type { Command } from '../../../core/session/commands.ts';
import type { Session } from '../../../core/session/state.ts';
import { sessionFromLog } from '../../../electron/log/project.ts';
import { record } from '../../../electron/log/record.ts';
import { carryOut, openSession } from '../../../electron/services/sessions.ts';
import { hashAt } from '../../../electron/store/hashes.ts';
import { allEntries, readHead } from '../../../electron/store/log.ts';
import { putSetting } from '../../../electron/store/settings.ts';
import { bedside, demoDevice, whileTheDiskLies } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';
import { rowsOf } from '../../support/tables.ts';

const sha256 = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

/** The Merkle tree head as RFC 9162 section 2.1.1 defines it, by its recursion and nothing cleverer. */
const naiveRoot = (entries: Uint8Array[]): Buffer => {
  const [only] = entries;
  if (only === undefined) return sha256();
  if (entries.length === 1) return sha256(Uint8Array.of(0), only);
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  return sha256(Uint8Array.of(1), naiveRoot(entries.slice(0, split)), naiveRoot(entries.slice(split)));
};

const changed: LogEvent = { type: 'settings-changed', ids: {}, data: { settings: ['language'] } };
const bySystem = { kind: 'system' } as const;

test('entries are numbered from one without a gap, and the head is the Merkle root of their bytes', () => {
  const device = demoDevice();
  wholeSurgery(device);
  const entries = allEntries.all(device.db, {});
  expect(entries.length).toBeGreaterThan(30);
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  for (const { seq, bytes } of entries) {
    expect(decodeEntry(bytes).seq).toBe(seq);
    expect(Buffer.from(hashAt(device.db, 0, seq - 1))).toEqual(sha256(Uint8Array.of(0), bytes));
  }
  const head = readHead(device.db);
  expect(head?.size).toBe(entries.length);
  expect(Buffer.from(head?.root ?? [])).toEqual(naiveRoot(entries.map(({ bytes }) => bytes)));
});

test('the head is right after every single entry', () => {
  const device = demoDevice();
  for (let more = 0; more < 40; more += 1) {
    record(device, { id: randomUUID(), actor: bySystem, events: [changed] });
    const bytes = allEntries.all(device.db, {}).map((entry) => entry.bytes);
    expect(Buffer.from(readHead(device.db)?.root ?? [])).toEqual(naiveRoot(bytes));
  }
});

test('where what goes alongside fails, nothing of it is recorded', () => {
  const device = demoDevice();
  const before = rowsOf(device.db);
  const half = () =>
    record(device, { id: randomUUID(), actor: bySystem, events: [changed] }, (db) => {
      putSetting(db, { name: 'language', value: '"ar"' });
      throw new Error('the disk said no');
    });
  expect(half).toThrow('the disk said no');
  expect(rowsOf(device.db)).toEqual(before);
});

test('where one of the tables cannot follow, the log does not have it either, and the tap can be made again', () => {
  const device = demoDevice();
  const { open, session, tap } = bedside(device);
  open();
  const before = rowsOf(device.db);
  const [participant] = session().participants;
  const leave = {
    type: 'leave',
    id: randomUUID(),
    session: session().id,
    participant: participant?.id ?? '',
  } as const;
  device.db
    .prepare(
      "create temp trigger broken before update on participant begin select raise(abort, 'broken'); end",
    )
    .run();
  expect(() => carryOut(device, leave, { kind: 'bedside' })).toThrow('broken');
  expect(rowsOf(device.db)).toEqual(before);
  device.db.prepare('drop trigger broken').run();
  expect(session().participants[0]?.left).toBeNull();
  expect(carryOut(device, leave, { kind: 'bedside' }).outcome).toBe('recorded');
  expect(session().participants[0]?.left).toBe(leave.id);
  tap({ type: 'return', participant: leave.participant });
});

test('where the disk kept a tap but said that it failed, the device believes the log', () => {
  const device = demoDevice();
  const { open, session, tap } = bedside(device);
  open();
  const leave = {
    type: 'leave',
    id: randomUUID(),
    session: session().id,
    participant: first(session()),
  } as const;
  whileTheDiskLies(device, () =>
    expect(() => carryOut(device, leave, { kind: 'bedside' })).toThrow('disk I/O error'),
  );
  expect(session()).toEqual(sessionFromLog(device.db, leave.session));
  expect(session().participants[0]?.left).toBe(leave.id);
  expect(carryOut(device, leave, { kind: 'bedside' }).outcome).toBe('recorded');
  tap({ type: 'return', participant: leave.participant });
});

const first = ({ participants }: Session): string => participants[0]?.id ?? '';

test('an event that the catalogue does not know is never written', () => {
  const device = demoDevice();
  const before = rowsOf(device.db);
  const named = { ...changed, data: { settings: ['language'], name: 'Kofi Mensah' } } as LogEvent;
  expect(() => record(device, { id: randomUUID(), actor: bySystem, events: [named] })).toThrow();
  expect(rowsOf(device.db)).toEqual(before);
});

test('the same tap again is the same event', () => {
  const device = demoDevice();
  const { open, session } = bedside(device);
  open();
  const tap: Command = {
    type: 'open-round',
    kind: 'team',
    id: randomUUID(),
    session: session().id,
    without: [],
    language: 'en',
  };
  const first = carryOut(device, tap, { kind: 'bedside' });
  const entries = readHead(device.db)?.size;
  const again = carryOut(device, tap, { kind: 'bedside' });
  expect(again).toEqual(first);
  expect(readHead(device.db)?.size).toBe(entries);
  expect(() => record(device, { id: tap.id, actor: bySystem, events: [changed] })).toThrow('UNIQUE');
});

test('the session kept in memory is, after every tap, the one that the log gives', () => {
  const device = demoDevice();
  let compared = 0;
  wholeSurgery(device, () => {
    const kept = openSession(device);
    if (kept === null) return;
    expect(kept).toEqual(sessionFromLog(device.db, kept.id));
    compared += 1;
  });
  expect(compared).toBeGreaterThan(20);
});
