import { appendFileSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeEntry } from '../../../core/log/entry.ts';
import { backupFolder } from '../../../electron/services/backups/names.ts';
import type { Device } from '../../../electron/services/device.ts';
import { type Held, placeHold, releaseHold } from '../../../electron/services/retention/holds.ts';
import { obstacleInWords } from '../../../electron/services/retention/obstacle-words.ts';
import { planPurge } from '../../../electron/services/retention/plan.ts';
import { purge } from '../../../electron/services/retention/purge.ts';
import { changeSettings } from '../../../electron/services/settings.ts';
import { lastOfDevice } from '../../../electron/store/log.ts';
import { putSetting } from '../../../electron/store/settings.ts';
import { rowsOf } from '../../support/tables.ts';
import { administrator, anchor, backUp, kioskSince2019, surgeryWith, yearsOfRecord } from './old-record.ts';

const before = '2020-11-22';

/** What is said, after it was seen that nothing was done. */
const refusal = async (device: Device, day = before): Promise<string[]> => {
  const plan = planPurge(device, { before: day });
  const rows = rowsOf(device.db);
  if (plan.obstacles.length > 0)
    await expect(purge(device, plan, administrator)).rejects.toThrow(
      plan.obstacles[0] && obstacleInWords(plan.obstacles[0]),
    );
  expect(rowsOf(device.db)).toEqual(rows);
  return plan.obstacles.map(obstacleInWords);
};

test('what is younger than the record is kept for is refused: six years, unless the site says otherwise', async () => {
  const { device } = await yearsOfRecord();
  expect(await refusal(device)).toEqual([]);
  expect(await refusal(device, '2020-11-23')).toEqual([
    'The record is kept for 6 years: only what is from before 2020-11-22 can be purged today.',
  ]);
  changeSettings(device, administrator, { retentionYears: 10 });
  expect(await refusal(device)).toEqual([
    'The record is kept for 10 years: only what is from before 2016-11-22 can be purged today.',
  ]);
  changeSettings(device, administrator, { retentionYears: 1 });
  expect(await refusal(device, '2021-11-22')).toEqual([]);
});

test('where nobody can read for how many years the record is kept, nothing goes', async () => {
  const { device } = await yearsOfRecord();
  putSetting(device.db, { name: 'retentionYears', value: '"ten"' });
  expect(await refusal(device)).toEqual([
    'The setting for how many years the record is kept cannot be read: set it again.',
  ]);
});

test('what no backup has is refused, and what is only in one that is gone or was changed', async () => {
  const { device, to, size } = kioskSince2019();
  to('2020-03-05');
  surgeryWith(device, 'Ada');
  const backedUp = size();
  to('2026-11-22');
  anchor(device);
  expect(await refusal(device)).toEqual(['The record was never backed up. Make a backup first.']);
  const file = await backUp(device);
  expect(await refusal(device)).toEqual([]);
  const gone = [
    `The newest backup, with entries 1 to ${backedUp}, is not among the backups of this kiosk as it was verified. Make a backup first.`,
  ];
  appendFileSync(file, 'x');
  expect(await refusal(device)).toEqual(gone);
  rmSync(file);
  expect(await refusal(device)).toEqual(gone);
});

test('a backup from before the last entries that would go is not enough', async () => {
  const { device, to, size } = kioskSince2019();
  to('2020-03-04');
  surgeryWith(device, 'Ada');
  const old = size();
  await backUp(device);
  to('2020-03-05');
  surgeryWith(device, 'Ben');
  const through = size();
  to('2026-11-22');
  anchor(device);
  expect(await refusal(device)).toEqual([
    `The newest backup has entries 1 to ${old}, and this purge goes to ${through}. Make a backup first.`,
  ]);
});

test('what no checkpoint covers that left the device is refused; one on its way to a witness has not left it yet', async () => {
  const { device, to, size } = kioskSince2019();
  to('2020-03-05');
  anchor(device);
  const anchored = size();
  surgeryWith(device, 'Ada');
  const through = size();
  to('2026-11-22');
  await backUp(device);
  const said = [
    `No checkpoint of the first ${through} entries or more left this device (the last was of ${anchored}). Export or print one first.`,
  ];
  expect(await refusal(device)).toEqual(said);
  anchor(device);
  device.db.prepare("update anchor set way = 'for-witness' where size > :anchored").run({ anchored });
  expect(await refusal(device)).toEqual(said);
  device.db.prepare("update anchor set way = 'shown' where way = 'for-witness'").run();
  expect(await refusal(device)).toEqual([]);
});

const holdOn = (device: Device, held: Held): string => {
  const placed = placeHold(device, { held, note: null }, administrator);
  if (!placed.ok) throw new Error(placed.problem);
  return placed.value;
};

test('what is on hold is refused until every hold on it is released', async () => {
  const { device, to } = kioskSince2019();
  to('2020-03-05');
  const { session } = surgeryWith(device, 'Ada');
  to('2026-11-22');
  anchor(device);
  await backUp(device);
  const [one, other] = [
    holdOn(device, { session }),
    holdOn(device, { from: '2020-02-01', to: '2020-03-05' }),
  ];
  expect(await refusal(device)).toEqual([
    `Hold ${one} is on the session ${session}. Purge before an earlier day, or release it.`,
    `Hold ${other} is on all from 2020-02-01 to 2020-03-05. Purge before an earlier day, or release it.`,
  ]);
  expect(await refusal(device, '2019-12-31')).toEqual([]);
  releaseHold(device, one, administrator);
  expect(await refusal(device)).toHaveLength(1);
  releaseHold(device, other, administrator);
  expect(await refusal(device)).toEqual([]);
});

test('a hold on other days, or on a younger session, is in nobody’s way', async () => {
  const { device, to } = kioskSince2019();
  to('2020-03-05');
  surgeryWith(device, 'Ada');
  to('2026-11-20');
  const { session } = surgeryWith(device, 'Ben');
  to('2026-11-22');
  anchor(device);
  await backUp(device);
  holdOn(device, { session });
  holdOn(device, { from: '2018-01-01', to: '2019-03-03' });
  holdOn(device, { from: '2020-03-06', to: '2026-01-01' });
  expect(await refusal(device)).toEqual([]);
});

test('a record that does not hold is left as it is', async () => {
  const { device } = await yearsOfRecord();
  device.db.prepare('update introduction set seconds = 1 where seconds is not null').run();
  expect(await refusal(device)).toEqual([
    'The record does not hold, and nothing is deleted from it: bad: tables: tables-disagree',
  ]);
  device.db.prepare("update entry set bytes = cast(replace(bytes, 'e', 'f') as blob) where seq = 7").run();
  expect(await refusal(device)).toEqual([
    'The record does not hold, and nothing is deleted from it: bad: entry 7: entry-changed; last good 6',
  ]);
});

test('that the record was checked for a purge, and what came of it, is in the log', async () => {
  const { device, size } = await yearsOfRecord();
  const checked = () => {
    const { bytes } = lastOfDevice.get(device.db, { type: 'checked' }) ?? {};
    return bytes && decodeEntry(bytes);
  };
  planPurge(device, { before: '2020-11-23' });
  expect(checked()).toBeUndefined();
  const entries = size();
  planPurge(device, { before, actor: administrator });
  expect(checked()).toMatchObject({ actor: administrator, data: { result: 'ok', size: entries } });
  device.db.prepare('update introduction set seconds = 1 where seconds is not null').run();
  planPurge(device, { before, actor: administrator });
  expect(checked()).toMatchObject({ data: { result: 'bad', why: 'tables-disagree' } });
});

test('a backup that goes away after the plan was made is missed', async () => {
  const { device } = await yearsOfRecord();
  const plan = planPurge(device, { before, actor: administrator });
  rmSync(backupFolder(device.folder), { recursive: true });
  await expect(purge(device, plan, administrator)).rejects.toThrow('is not among the backups');
  expect(planPurge(device, { before }).range).toEqual(plan.range);
});

test('a hold that is placed after the plan was made is kept too', async () => {
  const { device } = await yearsOfRecord();
  const plan = planPurge(device, { before, actor: administrator });
  const hold = holdOn(device, { from: '2020-03-05', to: '2020-03-05' });
  await expect(purge(device, plan, administrator)).rejects.toThrow(`Hold ${hold} is on`);
  expect(planPurge(device, { before }).range).toEqual(plan.range);
});

test('so is one that is placed while a purge is under way, where there is still something to keep', async () => {
  const { device, in2019 } = await yearsOfRecord();
  const placeOne = async () => holdOn(device, { from: '2020-03-05', to: '2020-03-05' });
  const pace = { first: in2019, pause: placeOne };
  const purging = purge(device, planPurge(device, { before }), administrator, pace);
  await expect(purging).rejects.toThrow('is on all from 2020-03-05');
  expect(planPurge(device, { before: '2020-01-01' })).toMatchObject({ entries: 0 });
  expect(planPurge(device, { before }).range.after).toBe(in2019);
});
