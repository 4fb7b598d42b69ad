import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AskedExport } from '../../../core/exports/view.ts';
import type { Device } from '../../../electron/services/device.ts';
import { type Said, work } from '../../../electron/services/exports/work.ts';
import { demoDevice } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';
import { always, introductions, ofAll, wholeRecord } from './desk.ts';

const maker = { app: '0.1.0', made: '2026-11-22T09:00:00.000+00:00' };

const worked = async (
  { folder }: Device,
  asked: AskedExport,
  { spare = 0, stop = new Int32Array(new SharedArrayBuffer(4)), onSaid = (_said: Said) => {} } = {},
) => {
  mkdirSync(join(folder, 'exports'), { recursive: true });
  const said: Said[] = [];
  await work({ asked, folder, file: join(folder, 'exports/file'), maker, spare, stop }, (one) => {
    said.push(one);
    onSaid(one);
  });
  return { said, last: said.at(-1), files: readdirSync(join(folder, 'exports')) };
};

const forms: AskedExport[] = [
  introductions,
  { ...always, ...ofAll, format: 'ndjson', table: 'summary' },
  { ...always, ...ofAll, format: 'xlsx' },
  { ...always, ...ofAll, format: 'fhir', form: 'ndjson' },
  wholeRecord,
];

test.each(forms)('$format says how many rows it will be, and how many there are', async (asked) => {
  const device = demoDevice();
  wholeSurgery(device);
  const { said, last } = await worked(device, asked);
  if (last?.say !== 'made') throw new Error(JSON.stringify(last));
  const told = said.flatMap((one) => (one.say === 'progress' ? [one.progress] : []));
  expect(told.at(-1)?.of).toBe(last.made.rows);
  expect(said.some(({ say }) => say === 'all-read')).toBe(asked.format === 'xlsx');
});

test.each(forms)('nothing is left of $format where nobody wants it any more', async (asked) => {
  const device = demoDevice();
  wholeSurgery(device);
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const onSaid = () => Atomics.store(stop, 0, 1);
  const { last, files } = await worked(device, asked, { stop, onSaid });
  expect(last).toMatchObject({ say: 'failed', why: 'stopped' });
  expect(files).toEqual([]);
});

test.each(forms)('nothing is left of $format where the disk has no room for it', async (asked) => {
  const device = demoDevice();
  wholeSurgery(device);
  const { last, files } = await worked(device, asked, { spare: 2 ** 60 });
  expect(last).toMatchObject({ say: 'failed', why: 'no-room' });
  expect(files).toEqual([]);
});
