import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isCheckpointBy, originOf, parseCheckpoint } from '../../../core/log/checkpoint.ts';
import type { LogEvent } from '../../../core/log/entry.ts';
import { rootAt } from '../../../core/log/proofs.ts';
import { parseVerifierKey, verifierKey } from '../../../core/log/verifier-key.ts';
import { signNow } from '../../../electron/log/checkpoint.ts';
import { record } from '../../../electron/log/record.ts';
import { sha256, verify } from '../../../electron/log/signer.ts';
import { checkpointFile, type Device } from '../../../electron/services/device.ts';
import { openDevice, startDevice } from '../../../electron/services/open-device.ts';
import { checkpoints } from '../../../electron/store/checkpoints.ts';
import { hashAt } from '../../../electron/store/hashes.ts';
import { readHead } from '../../../electron/store/log.ts';
import { demoDevice, temporaryFolder } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';

const changed: LogEvent = { type: 'settings-changed', ids: {}, data: { settings: ['language'] } };
const change = (device: Device, { sign = false } = {}) =>
  record(device, { id: randomUUID(), actor: { kind: 'system' }, events: [changed], sign });

/** Every checkpoint there is, each of them signed by this device and true of the tree. */
const checked = ({ db, signer }: Device): number[] =>
  checkpoints.all(db, {}).map(({ size, note }) => {
    const checkpoint = parseCheckpoint(note);
    const origin = originOf(readHead(db)?.log_id ?? '');
    const key = parseVerifierKey(sha256, verifierKey(sha256, origin, signer.publicKey));
    if (checkpoint === null || key === null) throw new Error('This is no checkpoint, or no key');
    expect(isCheckpointBy(verify, key, checkpoint)).toBe(true);
    const nodeAt = (level: number, place: number) => hashAt(db, level, place);
    expect(Buffer.from(checkpoint.root)).toEqual(Buffer.from(rootAt(sha256, nodeAt, size)));
    return size;
  });

test('the record is signed at its first entry and every hundred entries, true of the tree as it was then', () => {
  const device = demoDevice();
  const [first = 0] = checked(device);
  expect(first).toBe(1);
  while ((readHead(device.db)?.size ?? 0) < 201) change(device);
  expect(checked(device)).toEqual([1, 101, 201]);
});

test('a tap of several events is signed as a whole, not in its middle', () => {
  const device = demoDevice();
  for (let surgeries = 0; surgeries < 4; surgeries += 1) wholeSurgery(device);
  const sizes = checked(device);
  expect(sizes.length).toBeGreaterThanOrEqual(2);
  for (const [index, size] of sizes.slice(1).entries())
    expect(size - (sizes[index] ?? 0)).toBeGreaterThanOrEqual(100);
});

test('what is signed stands in a file beside the database too', () => {
  const device = demoDevice();
  change(device, { sign: true });
  const { note, size } = signNow(device);
  expect(size).toBe(readHead(device.db)?.size);
  expect(readFileSync(checkpointFile(device.folder), 'utf8')).toBe(note);
});

test('a kiosk that is stopped in order leaves nothing unsigned', () => {
  const folder = temporaryFolder();
  const device = startDevice({ folder, host: 'browser', demo: true });
  change(device);
  device.close();
  const again = openDevice({ folder });
  expect(checked(again).at(-1)).toBe(readHead(again.db)?.size);
  again.close();
});

test('only its user may read the key that signs', () => {
  const { folder } = demoDevice();
  expect(statSync(join(folder, 'signing.key')).mode & 0o777).toBe(0o600);
});

test.each([
  ['is missing', 'is missing from', (file: string) => rmSync(file)],
  ['is another one', 'is not the key that signs', (file: string) => writeFileSync(file, Buffer.alloc(32, 7))],
  ['is cut short', 'is not a key', (file: string) => writeFileSync(file, Buffer.alloc(31, 7))],
])(
  'where the key that signs %s, the record is not opened and no other key takes its place',
  (_, why, spoil) => {
    const folder = temporaryFolder();
    openDevice({ folder }).close();
    const file = join(folder, 'signing.key');
    spoil(file);
    const left = existsSync(file) ? readFileSync(file) : null;
    expect(() => openDevice({ folder })).toThrow(why);
    expect(existsSync(file) ? readFileSync(file) : null).toEqual(left);
  },
);
