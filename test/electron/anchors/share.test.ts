import { expect, test } from 'vitest';
import { isCheckpointBy, parseCheckpoint } from '../../../core/log/checkpoint.ts';
import { decodeEntry } from '../../../core/log/entry.ts';
import { rootAt, verifyConsistency } from '../../../core/log/proofs.ts';
import { parseVerifierKey } from '../../../core/log/verifier-key.ts';
import { parseWitnessRequest } from '../../../core/log/witness-request.ts';
import { sha256, verify } from '../../../electron/log/signer.ts';
import { askWitness } from '../../../electron/services/anchors/ask-witness.ts';
import { deviceKeys } from '../../../electron/services/anchors/device-keys.ts';
import { shareCheckpoint } from '../../../electron/services/anchors/share.ts';
import type { Device } from '../../../electron/services/device.ts';
import { anchoredSizes } from '../../../electron/store/checkpoints.ts';
import { hashAt } from '../../../electron/store/hashes.ts';
import { lastOfDevice } from '../../../electron/store/log.ts';
import { grow, opened, sizeOf } from './two-kiosks.ts';

const rootOf = ({ db }: Device, size: number): Uint8Array =>
  rootAt(sha256, (level, place) => hashAt(db, level, place), size);

test('a checkpoint that is shared covers all that was there, and the log says that it left', () => {
  const device = opened();
  for (const way of ['printed', 'shown'] as const) {
    grow(device, 3);
    const there = sizeOf(device);
    const { note, origin, size, fingerprint } = shareCheckpoint(device, way, { kind: 'bedside' });
    const keys = deviceKeys(device);
    const [checkpoint, key] = [parseCheckpoint(note), parseVerifierKey(sha256, keys.log)];
    if (checkpoint === null || key === null) throw new Error('This is no checkpoint, or no key');
    expect(isCheckpointBy(verify, key, checkpoint)).toBe(true);
    expect({ origin, size, fingerprint }).toMatchObject({
      origin: keys.origin,
      size: there,
      fingerprint: keys.fingerprint,
    });
    expect(checkpoint).toMatchObject({ origin, size, root: new Uint8Array(rootOf(device, there)) });
    const entry = lastOfDevice.get(device.db, { type: 'checkpoint-shared' });
    expect(entry?.seq).toBe(there + 1);
    expect(decodeEntry(entry?.bytes ?? new Uint8Array())).toMatchObject({
      actor: { kind: 'bedside' },
      data: { size, way },
    });
  }
  expect(anchoredSizes.all(device.db, {})).toEqual([{ size: 4 }, { size: 8 }]);
});

test('a request to a witness proves from any size that the record only grew', () => {
  const device = opened();
  grow(device, 12);
  const most = sizeOf(device);
  for (let since = 0; since <= most; since += 1) {
    const { request, size } = askWitness(device, since, { kind: 'command-line' });
    const { old, proof, checkpoint } = parseWitnessRequest(request) ?? {
      old: -1,
      proof: [],
      checkpoint: null,
    };
    expect([old, checkpoint?.size]).toEqual([since, size]);
    const [firstRoot, secondRoot] = [rootOf(device, since), checkpoint?.root ?? new Uint8Array()];
    expect(verifyConsistency(sha256, { first: since, firstRoot, second: size, secondRoot, proof })).toBe(
      true,
    );
  }
  // That a witness was asked anchors nothing yet.
  expect(anchoredSizes.all(device.db, {})).toEqual([]);
});

test('no request is made from a size that the record never had', () => {
  const device = opened();
  const size = sizeOf(device);
  expect(() => askWitness(device, size + 1, { kind: 'command-line' })).toThrow(`has ${size} entries`);
  expect(sizeOf(device)).toBe(size);
});
