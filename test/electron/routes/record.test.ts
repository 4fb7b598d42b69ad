import { expect, test } from 'vitest';
import type { RecordSheet } from '../../../core/view.ts';
import type { SharedCheckpoint } from '../../../electron/services/anchors/share.ts';
import { anchoredSizes } from '../../../electron/store/checkpoints.ts';
import { readHead } from '../../../electron/store/log.ts';
import { letIn } from '../../support/api.ts';
import { demoDevice } from '../../support/device.ts';
import { faultyDisk } from '../../support/disk.ts';

test('whoever reads about the record leaves nothing in it', async () => {
  const device = demoDevice();
  const { get } = await letIn(device);
  const before = readHead(device.db);
  const sheet: RecordSheet = await (await get('/api/record')).json();
  expect(sheet).toMatchObject({ state: 'ok', log: before?.log_id, size: before?.size });
  expect(readHead(device.db)).toEqual(before);
});

test('a checkpoint that is shown or printed is of the record as it stands, and is in it before it is given out', async () => {
  const device = demoDevice();
  const { get, send } = await letIn(device);
  for (const way of ['shown', 'printed']) {
    const size = readHead(device.db)?.size ?? 0;
    const shared: SharedCheckpoint = await (await send('/api/checkpoints', { way })).json();
    expect(shared.size).toBe(size);
    expect(readHead(device.db)?.size).toBe(size + 1);
    expect(anchoredSizes.all(device.db, {}).at(-1)).toEqual({ size });
    const sheet: RecordSheet = await (await get('/api/record')).json();
    expect(sheet.checkpoint?.note).toBe(shared.note);
  }
});

test('a page cannot say that a checkpoint went to a witness', async () => {
  const device = demoDevice();
  const { send } = await letIn(device);
  const before = readHead(device.db);
  expect((await send('/api/checkpoints', { way: 'for-witness' })).status).toBe(400);
  expect(readHead(device.db)).toEqual(before);
});

test('where it cannot be recorded that a checkpoint was shown, none is given out', async () => {
  const disk = faultyDisk();
  const device = demoDevice({ open: disk.open });
  const { send } = await letIn(device);
  disk.fault = { code: 'SQLITE_IOERR_WRITE', keeps: false };
  const answer = await send('/api/checkpoints', { way: 'shown' });
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ outcome: 'not-recorded', why: 'failing' });
});
