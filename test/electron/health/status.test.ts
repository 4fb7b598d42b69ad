import { createHash, randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { parseCheckpoint } from '../../../core/log/checkpoint.ts';
import type { RecordSheet } from '../../../core/view.ts';
import { startDevice } from '../../../electron/services/open-device.ts';
import { readHead } from '../../../electron/store/log.ts';
import { letIn } from '../../support/api.ts';
import { bedside, demoDevice, temporaryFolder } from '../../support/device.ts';
import { withoutLogger } from '../../support/disk.ts';

test('a kiosk tells about its record what a person compares with a report: log, length, key, checkpoint, checks', async () => {
  const device = startDevice({ folder: temporaryFolder(), host: 'browser', demo: false });
  onTestFinished(() => device.close());
  const { get } = await letIn(device);
  const sheet: RecordSheet = await (await get('/api/record')).json();
  const head = readHead(device.db);
  expect(sheet).toMatchObject({
    ...{ state: 'ok', recording: true, since: null, backup: null },
    ...{ log: head?.log_id, size: head?.size, app: device.app },
    fingerprint: createHash('sha256').update(device.signer.publicKey).digest('hex'),
    checked: { occasion: 'start', result: 'ok' },
  });
  expect(parseCheckpoint(sheet.checkpoint?.note ?? '')?.size).toBe(sheet.checkpoint?.size);
});

test('while nothing can be recorded every way to record says so and why, and what can be read can be read', async () => {
  withoutLogger();
  const device = demoDevice();
  const { get, send } = await letIn(device);
  const session = bedside(device).open();
  const size = readHead(device.db)?.size;
  device.health.stop('full');
  const notRecorded = [503, { outcome: 'not-recorded', why: 'full' }];
  const id = randomUUID();
  for (const [path, body] of [
    ['/api/commands', { type: 'open-round', kind: 'team', id, session, language: 'en' }],
    ['/api/choices', { session, change: { callMe: 'X' } }],
    ['/api/visitors', { id, name: 'Renée', role: 'chaplain' }],
  ] as const) {
    const answer = await send(path, body);
    expect([answer.status, await answer.json()], path).toEqual(notRecorded);
  }
  for (const path of ['/api/view', '/api/start', '/api/people', '/api/record'])
    expect((await get(path)).status, path).toBe(200);
  expect(readHead(device.db)?.size).toBe(size);
  expect(await (await get('/api/view')).json()).toMatchObject({
    record: { state: 'full', recording: false },
  });
  const close = await send('/api/commands', { type: 'close-session', id: randomUUID(), session });
  expect(close.status).toBe(200);
});

test('a window that follows hears of it at once when recording stops, and when it goes on', () => {
  const device = demoDevice();
  const heard: string[] = [];
  onTestFinished(device.live.follow(() => heard.push(device.health.status.state)));
  device.health.stop('failing');
  device.health.stop('failing');
  device.tryAgain();
  device.health.setLow(true);
  device.health.find('bad');
  device.health.find(null);
  device.health.setLow(false);
  expect(heard).toEqual(['failing', 'ok', 'low', 'bad', 'low', 'ok']);
});
