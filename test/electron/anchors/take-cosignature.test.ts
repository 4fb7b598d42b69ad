import { expect, test } from 'vitest';
import { decodeEntry } from '../../../core/log/entry.ts';
import { countersign } from '../../../electron/services/anchors/countersign.ts';
import { deviceKeys } from '../../../electron/services/anchors/device-keys.ts';
import { takeCosignature } from '../../../electron/services/anchors/take-cosignature.ts';
import type { Device } from '../../../electron/services/device.ts';
import { anchoredSizes, cosignaturesOf } from '../../../electron/store/checkpoints.ts';
import { lastOfDevice } from '../../../electron/store/log.ts';
import { grow, opened, requestOf, sizeOf, trusting } from './two-kiosks.ts';

/** A record of which a witness signed the first and the ninth entry, and of which nothing came back yet. */
const witnessedTwice = (): { log: Device; witness: Device; key: { witness: string }; lines: string[] } => {
  const [log, witness] = [opened(), opened()];
  const first = countersign(witness, requestOf(log, 0), trusting(log)).line;
  grow(log, 7);
  const second = countersign(witness, requestOf(log, 1)).line;
  grow(log, 2);
  return { log, witness, key: { witness: deviceKeys(witness).witness }, lines: [first, second] };
};

const anchored = ({ db }: Device): number[] => anchoredSizes.all(db, {}).map(({ size }) => size);

test('a signature finds its checkpoint, though it came late and others were made since', () => {
  const { log, key, lines } = witnessedTwice();
  const [first = '', second = ''] = lines;
  expect(anchored(log)).toEqual([]);
  expect(takeCosignature(log, second, key).size).toBe(9);
  expect(takeCosignature(log, first, key).size).toBe(1);
  expect(anchored(log)).toEqual([1, 9]);
  const entry = lastOfDevice.get(log.db, { type: 'witnessed' });
  expect(decodeEntry(entry?.bytes ?? new Uint8Array())).toMatchObject({
    actor: { kind: 'command-line' },
    data: { size: 1, key: key.witness.split('+')[1] },
  });
});

test('taken in twice it is kept once, however its lines ended', () => {
  const { log, key, lines } = witnessedTwice();
  const [line = ''] = lines;
  takeCosignature(log, line, key);
  const size = sizeOf(log);
  for (const again of [line, line.trim(), `\n${line}\n`]) takeCosignature(log, again, key);
  expect(sizeOf(log)).toBe(size);
  expect(cosignaturesOf.all(log.db, { size: 1 })).toEqual([{ cosignature: line }]);
});

test('lines by others are not taken in along with that of the witness', () => {
  const { log, key, lines } = witnessedTwice();
  const stranger = countersign(opened(), requestOf(log, 0), trusting(log)).line;
  takeCosignature(log, `${stranger}${lines[1]}`, key);
  expect(cosignaturesOf.all(log.db, { size: 9 })).toEqual([{ cosignature: lines[1] }]);
});

test('what does not hold is refused, and anchors nothing', () => {
  const { log, witness, key, lines } = witnessedTwice();
  const size = sizeOf(log);
  const [line = ''] = lines;
  const elsewhere = opened();
  const ofAnother = countersign(witness, requestOf(elsewhere, 0), trusting(elsewhere)).line;
  const changed = line.replace(/.(?=.{8}\n$)/, (digit) => (digit === 'A' ? 'B' : 'A'));
  for (const text of ['', 'anything', line.slice(2), changed, ofAnother])
    expect(() => takeCosignature(log, text, key), text).toThrow('not the signature of that witness');
  for (const [wrong, sentence] of [
    [deviceKeys(elsewhere).witness, 'not the signature of that witness'],
    [deviceKeys(witness).log, 'not one, or it was not copied whole'],
    [key.witness.slice(0, -4), 'not copied whole'],
    [deviceKeys(log).witness, 'own key'],
  ] as const)
    expect(() => takeCosignature(log, line, { witness: wrong })).toThrow(sentence);
  expect(sizeOf(log)).toBe(size);
  expect(anchored(log)).toEqual([]);
});
