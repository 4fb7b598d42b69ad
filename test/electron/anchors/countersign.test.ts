import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isCheckpointBy, parseCheckpoint, splitNotes } from '../../../core/log/checkpoint.ts';
import { verifyCosignature } from '../../../core/log/cosignature.ts';
import { decodeEntry } from '../../../core/log/entry.ts';
import { parseNote } from '../../../core/log/note.ts';
import { parseVerifierKey, type VerifierKey, verifierKey } from '../../../core/log/verifier-key.ts';
import { parseWitnessRequest, witnessRequest } from '../../../core/log/witness-request.ts';
import { sha256, verify } from '../../../electron/log/signer.ts';
import { countersign } from '../../../electron/services/anchors/countersign.ts';
import { deviceKeys } from '../../../electron/services/anchors/device-keys.ts';
import { takeCosignature } from '../../../electron/services/anchors/take-cosignature.ts';
import type { Device } from '../../../electron/services/device.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { anchoredSizes, cosignaturesOf } from '../../../electron/store/checkpoints.ts';
import { countersignedOf } from '../../../electron/store/countersigned.ts';
import { lastOfDevice } from '../../../electron/store/log.ts';
import { copyOf, temporaryFolder } from '../../support/device.ts';
import { rewrite } from './rewrite.ts';
import { grow, opened, requestOf, sizeOf, trusting } from './two-kiosks.ts';

const keyOf = (line: string): VerifierKey => {
  const key = parseVerifierKey(sha256, line);
  if (key === null) throw new Error(`No verifier key: ${line}`);
  return key;
};

const seenBy = (witness: Device, log: Device) => countersignedOf.get(witness.db, deviceKeys(log));

const logged = (device: Device, type: string): unknown => {
  const row = lastOfDevice.get(device.db, { type });
  return row === undefined ? null : decodeEntry(row.bytes).data;
};

/** What was asked of a witness, with the line that it signed below. */
const cosigned = (request: string, line: string) =>
  parseNote((parseWitnessRequest(request)?.note ?? '') + line);

test('two kiosks witness each other, step by step, and each is anchored as far as the other saw', () => {
  const [one, other] = [opened(), opened()];
  for (const [log, witness] of [
    [one, other],
    [other, one],
  ] as const) {
    let since = 0;
    for (const more of [1, 2, 7, 9]) {
      grow(log, more);
      const request = requestOf(log, since);
      const before = since;
      const signed = countersign(witness, request, since === 0 ? trusting(log) : {});
      const {
        log: line,
        witness: key,
        ...names
      } = { ...deviceKeys(log), witness: deviceKeys(witness).witness };
      since = sizeOf(log) - 1;
      expect(signed).toMatchObject({ size: since, before, ...names });
      expect(
        verifyCosignature(verify, keyOf(key), cosigned(request, signed.line) ?? { text: '', signatures: [] }),
      ).not.toBeNull();
      expect(seenBy(witness, log)).toMatchObject({ verifier_key: line, size: since });
      expect(logged(witness, 'countersigned')).toEqual({
        log: names.origin.split('/')[1],
        before,
        size: since,
      });
      expect(takeCosignature(log, signed.line, { witness: key }).size).toBe(since);
      expect(cosignaturesOf.all(log.db, { size: since })).toEqual([{ cosignature: signed.line }]);
      expect(anchoredSizes.all(log.db, {}).at(-1)).toEqual({ size: since });
    }
  }
});

test('a log that is new needs its verifier key, whole and of that log; afterwards the stored one counts', () => {
  const [log, witness, stranger] = [opened(), opened(), opened()];
  const request = requestOf(log, 0);
  const { log: line, witness: asWitness, fingerprint, origin } = deviceKeys(log);
  const impostor = verifierKey(sha256, origin, stranger.signer.publicKey);
  for (const [trust, sentence] of [
    [null, 'give its verifier key with --trust'],
    [fingerprint, 'is not a verifier key'],
    [line.slice(0, -1), 'not copied whole'],
    [asWitness, 'the one of a witness'],
    [deviceKeys(stranger).log, `but the request is of ${origin}`],
    [impostor, 'not signed by the key of'],
  ] as const)
    expect(() => countersign(witness, request, { trust })).toThrow(sentence);
  expect(seenBy(witness, log)).toBeUndefined();
  expect(countersign(witness, request, { trust: line }).size).toBe(1);
  expect(() => countersign(witness, request, { trust: impostor })).toThrow('by another key');
  expect(countersign(witness, request).size).toBe(1);
});

test('a log that was rewritten and signed again with its own key is refused, and the evidence is kept', () => {
  const [log, witness] = [opened(), opened()];
  grow(log, 9);
  countersign(witness, requestOf(log, 0), trusting(log));
  const seen = seenBy(witness, log);
  const entries = sizeOf(witness);
  // The rewriter takes away what was recorded since, so that it is as long as when it was signed.
  log.db.prepare('delete from entry where seq > 10').run();
  rewrite(log, 4);
  const request = requestOf(log, 0);
  expect(() => countersign(witness, request)).toThrow(
    /^The log was rewritten: .* two different records of 10 entries/,
  );
  expect(seenBy(witness, log)).toEqual(seen);
  expect(sizeOf(witness)).toBe(entries);

  const folder = join(witness.folder, 'evidence');
  const [name = '', ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  const [refused, before] = splitNotes(readFileSync(join(folder, name), 'utf8')) ?? [];
  const [now, then] = [parseCheckpoint(refused ?? ''), parseCheckpoint(before ?? '')];
  if (now === null || then === null) throw new Error('The evidence is not two checkpoints');
  expect(isCheckpointBy(verify, keyOf(deviceKeys(log).log), now)).toBe(true);
  expect(verifyCosignature(verify, keyOf(deviceKeys(witness).witness), then)).not.toBeNull();
  expect([now.origin, now.size]).toEqual([then.origin, then.size]);
  expect(Buffer.from(then.root)).toEqual(Buffer.from(seen?.root ?? []));
  expect(Buffer.from(now.root)).not.toEqual(Buffer.from(then.root));
});

test('a rewritten log is refused also when it has grown since, from whatever size it proves', () => {
  const [log, witness] = [opened(), opened()];
  grow(log, 9);
  countersign(witness, requestOf(log, 0), trusting(log));
  rewrite(log, 4);
  grow(log, 9);
  expect(() => countersign(witness, requestOf(log, 10))).toThrow('do not go on from the 10');
  expect(readdirSync(join(witness.folder, 'evidence'))).toHaveLength(1);
  for (const since of [0, 5, 11])
    expect(() => countersign(witness, requestOf(log, since))).toThrow('with --since 10');
  expect(seenBy(witness, log)?.size).toBe(10);
});

test('of a fork only the branch that was seen first goes on', () => {
  const [log, witness] = [opened(), opened()];
  grow(log, 5);
  countersign(witness, requestOf(log, 0), trusting(log));
  const fork = opened(copyOf(log.folder));
  grow(log, 3);
  grow(fork, 3);
  const [one, other] = [requestOf(log, 6), requestOf(fork, 6)];
  expect(countersign(witness, one)).toMatchObject({ before: 6, size: 10 });
  expect(() => countersign(witness, other)).toThrow('The log was rewritten');
  grow(fork, 6);
  expect(() => countersign(witness, requestOf(fork, 10))).toThrow('do not go on from the 10');
  expect(countersign(witness, requestOf(log, 10)).size).toBe(11);
});

test('an older checkpoint is refused: a request of before, or an old copy of the record put back', () => {
  const [log, witness] = [opened(), opened()];
  const first = requestOf(log, 0);
  const old = copyOf(log.folder);
  countersign(witness, first, trusting(log));
  grow(log, 20);
  countersign(witness, requestOf(log, 1));
  const restored = opened(old);
  for (const request of [first, requestOf(restored, 1)])
    expect(() => countersign(witness, request)).toThrow(
      /^This device has countersigned 22 entries .* old copy/,
    );
  expect(existsSync(join(witness.folder, 'evidence'))).toBe(false);
});

test('a proof or a checkpoint that was tampered with is refused, whatever was changed', () => {
  const [log, witness] = [opened(), opened()];
  grow(log, 4);
  countersign(witness, requestOf(log, 0), trusting(log));
  grow(log, 14);
  const request = requestOf(log, 5);
  const { old, proof, note } = parseWitnessRequest(request) ?? { old: 0, proof: [], note: '' };
  const [first = new Uint8Array(), ...rest] = proof;
  expect(rest.length).toBeGreaterThan(1);
  const flipped = Uint8Array.from(first, (byte, at) => (at === 31 ? byte ^ 1 : byte));
  for (const changed of [
    [],
    rest,
    [flipped, ...rest],
    [...proof, first],
    [...rest, first],
    proof.slice(0, -1),
  ])
    expect(() => countersign(witness, witnessRequest({ old, proof: changed, note }))).toThrow('do not go on');
  for (const [from, to] of [
    ['\n20\n', '\n19\n'],
    ['\n20\n', '\n21\n'],
    ['bedside-hello/', 'bedside-hello/0'],
    ['old 5', 'old 6'],
    ['old 5', 'old 05'],
    ['old 5', 'old 21'],
    [/\n$/, ''],
  ] as const) {
    expect(request).toMatch(from);
    expect(() => countersign(witness, request.replace(from, to)), `${from} → ${to}`).toThrow(
      /nothing is signed|--since 5|not copied whole/,
    );
  }
  for (const text of ['', 'old 0\n', note, '{}'])
    expect(() => countersign(witness, text)).toThrow('not a request');
  expect(seenBy(witness, log)?.size).toBe(5);
  expect(countersign(witness, request).size).toBe(20);
});

test('nobody is their own witness', () => {
  const device = opened();
  const own = requestOf(device, 0);
  expect(() => countersign(device, own, trusting(device))).toThrow('own log');
});

test('after a crash between storing and answering, the same is signed again and nothing else', () => {
  const folder = temporaryFolder();
  const [log, crashing] = [opened(), openDevice({ folder })];
  grow(log, 5);
  const request = requestOf(log, 0);
  const fork = opened(copyOf(log.folder));
  const { sign } = crashing.signer;
  crashing.signer.sign = () => {
    throw new Error('The power was cut');
  };
  expect(() => countersign(crashing, request, trusting(log))).toThrow('power');
  crashing.signer.sign = sign;
  crashing.close();

  const witness = opened(folder);
  expect(seenBy(witness, log)?.size).toBe(6);
  fork.db.prepare('delete from entry where seq > 6').run();
  rewrite(fork, 3);
  expect(() => countersign(witness, requestOf(fork, 0))).toThrow('The log was rewritten');
  const { line } = countersign(witness, request);
  expect(takeCosignature(log, line, { witness: deviceKeys(witness).witness }).size).toBe(6);
});

test('of two commands that countersign the same log at once, one has to try again', () => {
  const [log, witness] = [opened(), opened()];
  countersign(witness, requestOf(log, 0), trusting(log));
  grow(log, 3);
  const fork = opened(copyOf(log.folder));
  grow(fork, 2);
  const [shorter, longer] = [requestOf(log, 1), requestOf(fork, 1)];
  // An id is made for the entry once the first command has looked and decided.
  let meanwhile = (): void => {};
  const newId = (): string => {
    meanwhile();
    return randomUUID();
  };
  const first = openDevice({ folder: witness.folder, newId });
  meanwhile = () => {
    meanwhile = () => {};
    expect(countersign(witness, longer).size).toBe(7);
  };
  expect(() => countersign(first, shorter)).toThrow('try again');
  expect(seenBy(first, log)?.size).toBe(7);
  expect(logged(first, 'countersigned')).toMatchObject({ before: 1, size: 7 });
  first.close();
});
