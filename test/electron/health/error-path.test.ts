import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeEntry } from '../../../core/log/entry.ts';
import type { Command } from '../../../core/session/commands.ts';
import { NotRecorded } from '../../../electron/problem.ts';
import { readBadge } from '../../../electron/services/badges.ts';
import { changeChoices, readChoices } from '../../../electron/services/choices.ts';
import type { Device } from '../../../electron/services/device.ts';
import { exportIntroductions } from '../../../electron/services/exports/export.ts';
import { databaseFile } from '../../../electron/services/folder.ts';
import { carryOutImport } from '../../../electron/services/imports/carry-out.ts';
import { planImport } from '../../../electron/services/imports/people.ts';
import { addVisitor, searchPeople } from '../../../electron/services/people.ts';
import { carryOut } from '../../../electron/services/sessions.ts';
import { setUp } from '../../../electron/services/set-up.ts';
import { changeSettings, here, readSettings } from '../../../electron/services/settings.ts';
import { mostUntold } from '../../../electron/services/untold.ts';
import { deviceView } from '../../../electron/services/view.ts';
import { allEntries, readHead } from '../../../electron/store/log.ts';
import { openWriter } from '../../../electron/store/open.ts';
import { putSetting } from '../../../electron/store/settings.ts';
import demoTeam from '../../../resources/demo/team.json' with { type: 'json' };
import { bedside, demoDevice, temporaryFolder } from '../../support/device.ts';
import { faultyDisk, withoutLogger } from '../../support/disk.ts';
import { steadyClock } from '../../support/steady-clock.ts';

const atBedside = { kind: 'bedside' } as const;

/** A kiosk with a session in which nothing happened yet, on a disk that can fail. */
const kioskOnDisk = () => {
  const disk = faultyDisk();
  const clock = steadyClock();
  const device = demoDevice({ open: disk.open, clock });
  const session = bedside(device).open();
  return { disk, device, session, clock };
};

const leaving = (device: Device): Command => {
  const [participant] = bedside(device).session().participants;
  const { id } = bedside(device).session();
  return { type: 'leave', id: randomUUID(), session: id, participant: participant?.id ?? '' };
};

const entriesOf = (device: Device) => allEntries.all(device.db, {}).map(({ bytes }) => decodeEntry(bytes));

test('a tap that the disk kept, and called a failure, is recorded, once, as the log has it', () => {
  const { disk, device } = kioskOnDisk();
  const tap = leaving(device);
  disk.fault = { code: 'SQLITE_IOERR_FSYNC', keeps: true };
  expect(carryOut(device, tap, atBedside)).toEqual({ outcome: 'recorded', event: tap.id });
  expect(device.health.status.state).toBe('failing');
  disk.fault = null;
  expect(bedside(device).session().participants[0]?.left).toBe(tap.id);
  expect(carryOut(device, tap, atBedside).outcome).toBe('recorded');
  expect(entriesOf(device).filter(({ event }) => event === tap.id)).toHaveLength(1);
});

test.each([
  'SQLITE_IOERR_FSYNC',
  'SQLITE_IOERR',
  'SQLITE_FULL',
  'SQLITE_CORRUPT',
  'SQLITE_NOTADB',
  'SQLITE_READONLY',
])('after %s of which nothing was kept, the tap is not recorded, and can be made again', (code) => {
  const { disk, device } = kioskOnDisk();
  const tap = leaving(device);
  const size = readHead(device.db)?.size;
  disk.fault = { code, keeps: false };
  expect(() => carryOut(device, tap, atBedside)).toThrow(NotRecorded);
  expect(disk.opened).toBe(2);
  expect(device.db.pragma('synchronous', { simple: true })).toBe(2);
  expect(readHead(device.db)?.size).toBe(size);
  expect(bedside(device).session().participants[0]?.left).toBeNull();
  expect(deviceView(device).record.recording).toBe(false);
  disk.fault = null;
  if (code === 'SQLITE_FULL') device.tryAgain();
  expect(carryOut(device, tap, atBedside).outcome).toBe('recorded');
  expect(deviceView(device).record.recording).toBe(true);
});

test('of a tap that may have been kept before the database could not be opened any more, nothing is claimed', () => {
  const { disk, device } = kioskOnDisk();
  const [tap, other] = [leaving(device), leaving(device)];
  disk.fault = () => {
    disk.gone = true;
    return { code: 'SQLITE_IOERR_FSYNC', keeps: true };
  };
  const isKnownOf = (command: Command): boolean | null => {
    try {
      carryOut(device, command, atBedside);
      return null;
    } catch (problem) {
      return problem instanceof NotRecorded ? problem.isKnown : null;
    }
  };
  expect(isKnownOf(tap)).toBe(false);
  expect(isKnownOf(tap)).toBe(false);
  expect(isKnownOf(other)).toBe(true);
  Object.assign(disk, { gone: false, fault: null });
  expect(carryOut(device, tap, atBedside)).toEqual({ outcome: 'recorded', event: tap.id });
  expect(entriesOf(device).filter(({ event }) => event === tap.id)).toHaveLength(1);
});

test('when it is recorded again, the log says for how long it was not, and why', () => {
  const { disk, device, clock } = kioskOnDisk();
  disk.fault = { code: 'SQLITE_IOERR_WRITE', keeps: false };
  const tap = leaving(device);
  expect(() => carryOut(device, tap, atBedside)).toThrow(NotRecorded);
  clock.pass(90_000);
  expect(() => carryOut(device, tap, atBedside)).toThrow(NotRecorded);
  clock.pass(30_000);
  disk.fault = null;
  carryOut(device, tap, atBedside);
  const [left, resumed] = entriesOf(device).slice(-2);
  expect(left?.event).toBe(tap.id);
  expect(resumed).toMatchObject({ type: 'recording-resumed', data: { seconds: 120, because: 'failing' } });
});

test('of what happened meanwhile so much is told as is kept, from the first on, and how much more it was', () => {
  const { disk, device } = kioskOnDisk();
  disk.fault = { code: 'SQLITE_IOERR_WRITE', keeps: false };
  for (let ms = 1; ms <= mostUntold + 7; ms += 1)
    device.tell({ type: 'clock-jumped', ids: {}, data: { ms } });
  disk.fault = null;
  device.tryAgain();
  const told = entriesOf(device).slice(-mostUntold - 1);
  const resumed = told.pop();
  expect(told.map(({ data }) => data)).toEqual(
    Array.from({ length: mostUntold }, (_, at) => ({ ms: at + 1 })),
  );
  expect(resumed).toMatchObject({ type: 'recording-resumed', data: { because: 'failing', leftOut: 7 } });

  disk.fault = { code: 'SQLITE_IOERR_WRITE', keeps: false };
  device.tell({ type: 'clock-jumped', ids: {}, data: { ms: 1 } });
  disk.fault = null;
  device.tryAgain();
  const again = entriesOf(device).slice(-2);
  expect(again.map(({ type }) => type)).toEqual(['clock-jumped', 'recording-resumed']);
  expect(again[1]?.data).not.toHaveProperty('leftOut');
});

test('a transaction that could not even be rolled back is over: others can write', () => {
  const { disk, device } = kioskOnDisk();
  const tap = leaving(device);
  disk.fault = { code: 'SQLITE_IOERR_WRITE', keeps: false, staysOpen: true };
  expect(() => carryOut(device, tap, atBedside)).toThrow(NotRecorded);
  const other = openWriter(databaseFile(device.folder));
  putSetting(other, { name: 'language', value: '"es"' });
  other.close();
  expect(device.db.inTransaction).toBe(false);
});

test('visitors, badges, choices and the set-up, kept by a disk that called it a failure, are there', () => {
  const { disk, device, session } = kioskOnDisk();
  const badge = demoTeam.find(({ id }) => id === 'rosa')?.badge ?? '';
  disk.fault = { code: 'SQLITE_IOERR_FSYNC', keeps: true };
  const visitor = addVisitor(device, { id: randomUUID(), name: 'Renée', role: 'chaplain' });
  expect(visitor).toMatchObject({ ok: true, value: { first: 'Renée' } });
  expect(readBadge(device, { id: randomUUID(), code: badge, at: 'session' }).outcome).toBe('joined');
  expect(changeChoices(device, session, { callMe: 'Ms. Rivera' })).toBe(true);
  expect(setUp(device, { kind: 'system' }, { place: 'Bed 9', unit: 'Ward 9' }).ok).toBe(true);
  disk.fault = null;
  expect(readChoices(device).callMe).toBe('Ms. Rivera');
  expect(here(device).name).toBe('Bed 9');
});

test('settings that the disk kept and called a failure are made; an import, which is gathered first, and an export are not', async () => {
  const { disk, device } = kioskOnDisk();
  const out = join(temporaryFolder(), 'out.csv');
  const roster = Buffer.from('Given name,Family name,Role\nJoan,Oyelaran,Chaplain\n');
  const plan = await planImport(device, { bytes: roster, folder: device.folder });
  disk.fault = { code: 'SQLITE_IOERR_FSYNC', keeps: true };
  // What is read must not be believed before it is on the disk, and an export that reads stands in the way of that.
  const exported = exportIntroductions(device, { from: '2000-01-01', to: '2099-12-31' }, out);
  await expect(exported).rejects.toThrow('not known');
  changeSettings(device, { kind: 'command-line' }, { language: 'es' });
  const how = { actor: { kind: 'command-line' }, skipProblems: false } as const;
  await expect(carryOutImport(device, plan, how)).rejects.toThrow(NotRecorded);
  disk.fault = null;
  expect(existsSync(out)).toBe(false);
  expect(readSettings(device).settings.language).toBe('es');
  const imports = () => entriesOf(device).filter(({ type }) => type === 'people-imported').length;
  expect([searchPeople(device, 'Oyelaran').length, imports()]).toEqual([0, 0]);
  const again = await planImport(device, { bytes: roster, folder: device.folder });
  expect((await carryOutImport(device, again, how)).ok).toBe(true);
  expect([searchPeople(device, 'Oyelaran').length, imports()]).toEqual([1, 1]);
});

test('visitors, badges, choices and the set-up, lost by the disk, are not said to be there', () => {
  const { disk, device, session } = kioskOnDisk();
  const badge = demoTeam.find(({ id }) => id === 'rosa')?.badge ?? '';
  const before = here(device);
  const size = readHead(device.db)?.size;
  disk.fault = { code: 'SQLITE_IOERR_FSYNC', keeps: false };
  for (const act of [
    () => addVisitor(device, { id: randomUUID(), name: 'Renée', role: 'chaplain' }),
    () => readBadge(device, { id: randomUUID(), code: badge, at: 'session' }),
    () => changeChoices(device, session, { callMe: 'Ms. Rivera' }),
    () => setUp(device, { kind: 'system' }, { place: 'Bed 9', unit: 'Ward 9' }),
  ])
    expect(act).toThrow(NotRecorded);
  disk.fault = null;
  expect(readChoices(device).callMe).toBeNull();
  expect(here(device)).toEqual(before);
  expect(readHead(device.db)?.size).toBe(size);
});

test('while the database cannot be opened the team is still shown, and the tap after that is recorded', () => {
  const { disk, device } = kioskOnDisk();
  const shown = deviceView(device);
  const tap = leaving(device);
  disk.fault = { code: 'SQLITE_IOERR_READ', keeps: false };
  disk.gone = true;
  expect(() => carryOut(device, tap, atBedside)).toThrow(NotRecorded);
  expect(() => carryOut(device, tap, atBedside)).toThrow(NotRecorded);
  const meanwhile = deviceView(device);
  expect(meanwhile).toMatchObject({ session: shown.session, people: shown.people });
  expect(meanwhile.record).toMatchObject({ state: 'failing', recording: false });
  expect(meanwhile.version).toBeGreaterThan(shown.version);
  disk.fault = null;
  disk.gone = false;
  expect(carryOut(device, tap, atBedside).outcome).toBe('recorded');
  expect(deviceView(device).record.state).toBe('ok');
});

test('where the head of the log is not what its hashes say, nothing more is added to it', () => {
  const { disk, device } = kioskOnDisk();
  const tap = leaving(device);
  const { db } = device;
  disk.fault = { code: 'SQLITE_IOERR_FSYNC', keeps: false };
  db.prepare('update head set frontier = zeroblob(length(frontier))').run();
  expect(() => carryOut(device, tap, atBedside)).toThrow('damaged');
  disk.fault = null;
  expect(() => carryOut(device, tap, atBedside)).toThrow('damaged');
  expect(device.health.status).toMatchObject({ state: 'damaged', recording: false });
});

test('while the database file is gone nothing is recorded and none is made; when it is back, it goes on', () => {
  const { device } = kioskOnDisk();
  const tap = leaving(device);
  const file = databaseFile(device.folder);
  renameSync(file, `${file}-taken`);
  expect(() => carryOut(device, tap, atBedside)).toThrow(NotRecorded);
  expect(() => carryOut(device, tap, atBedside)).toThrow('no longer there');
  expect(device.health.status).toMatchObject({ state: 'missing', recording: false });
  expect(existsSync(file)).toBe(false);
  renameSync(`${file}-taken`, file);
  expect(carryOut(device, tap, atBedside).outcome).toBe('recorded');
});

test('a tap that went into a file which was taken away meanwhile is not recorded, nor answered so when it comes again', () => {
  let takeAway = () => {};
  // It is asked for while the transaction is open.
  const salt = () => {
    takeAway();
    takeAway = () => {};
    return randomBytes(16);
  };
  const device = demoDevice({ salt });
  withoutLogger();
  bedside(device).open();
  const tap = leaving(device);
  const file = databaseFile(device.folder);
  takeAway = () => {
    renameSync(file, `${file}-taken`);
    writeFileSync(file, '');
  };
  expect(() => carryOut(device, tap, atBedside)).toThrow(NotRecorded);
  expect(() => carryOut(device, tap, atBedside)).toThrow(NotRecorded);
  expect(device.health.status.state).toBe('missing');
});

test.each(['-wal', '-shm'])(
  'where %s is taken away from beside the database, the tap is not recorded',
  (end) => {
    const { device } = kioskOnDisk();
    const tap = leaving(device);
    renameSync(databaseFile(device.folder) + end, `${databaseFile(device.folder)}-taken`);
    expect(() => carryOut(device, tap, atBedside)).toThrow(NotRecorded);
  },
);
