import { toBase64 } from '../../../core/log/base64.ts';
import { parseCheckpoint } from '../../../core/log/checkpoint.ts';
import { signNote } from '../../../core/log/note.ts';
import { sha256 } from '../../../electron/log/signer.ts';
import { testOnlySigner } from '../../vectors/make/ids.ts';
import { checkpointAt, type MadeRecord } from '../../vectors/make/record.ts';
import { witnessed } from '../../vectors/make/witness.ts';
import type { Dice } from './chance.ts';
import { changedCharacter } from './odd.ts';
import { originAt } from './records.ts';

/** What somebody with the device's key can sign for a checkpoint. */
export const forgeCheckpoints = (dice: Dice, record: MadeRecord): void => {
  const { checkpoints } = record;
  const at = dice.whole(0, checkpoints.length - 1);
  const chosen = checkpoints[at];
  if (chosen === undefined) return;
  const forge = dice.any([
    () => checkpoints.splice(at, 1, { ...chosen, note: forgedNote(dice, record, chosen.note) }),
    () => checkpoints.splice(at, 1, { ...chosen, note: forgedNote(dice, record, chosen.note) }),
    () => checkpoints.length > 1 && checkpoints.splice(at, 1),
    () => checkpoints.splice(at, 0, chosen),
    () => checkpoints.reverse(),
    () => addOne(dice, record),
  ]);
  forge();
};

const addOne = (dice: Dice, record: MadeRecord): void => {
  const size = dice.whole(1, record.entries.length);
  if (record.checkpoints.some((one) => one.size === size)) return;
  record.checkpoints.push({ size, note: checkpointAt(record, size) });
  record.checkpoints.sort((one, other) => one.size - other.size);
};

/** A note that says something else, or says it otherwise, with a signature that is right. */
export const forgedNote = (dice: Dice, record: MadeRecord, note: string): string => {
  const { origin, size, root } = parseCheckpoint(note) ?? {
    origin: 'none',
    size: 1,
    root: new Uint8Array(32),
  };
  const log = dice.any(record.logs);
  const sign = (text: string, by = log.signer): string => signNote(sha256, originAt(record, size), by, text);
  const right = record.logs.findLast(({ began }) => began <= size)?.signer;
  return dice.any([
    () => sign(`${origin}\n${size}\n${toBase64(sha256(root))}\n`, right),
    () => sign(`${origin}\n${size + dice.whole(-2, 2)}\n${toBase64(root)}\n`, right),
    () =>
      sign(
        `${origin}\n${dice.any(['0', '-1', '1.0', '0x1', '9007199254740993', '', ' 1'])}\n${toBase64(root)}\n`,
        right,
      ),
    () => sign(`${origin}\n0${size}\n${toBase64(root)}\n`, right),
    () => sign(`${origin}\n${size}\n${toBase64(root).replace('=', '')}\n`, right),
    () => sign(`${origin}\n${size}\n${toBase64(root.subarray(0, dice.any([0, 31])))}\n`, right),
    () => sign(`${origin}\n${size}\n${toBase64(root)}\nan extension\n`, right),
    () =>
      sign(
        `${dice.any([origin.toUpperCase(), 'bedside-hello/', `${origin} `])}\n${size}\n${toBase64(root)}\n`,
        right,
      ),
    () => sign(`${origin}\n${size}\n${toBase64(root)}\n`, testOnlySigner('somebody')),
    () => sign(`${origin}\n${size}\n${toBase64(root)}\n`),
    () => signNote(sha256, log.id, log.signer, `${origin}\n${size}\n${toBase64(root)}\n`),
    () =>
      witnessed(note, dice.any(['witness', 'another-witness']), dice.any([0, 1_772_500_000, 2 ** 53 - 1])),
    () => `${note}— somebody ${toBase64(Uint8Array.of(1, 2, 3, 4, 5))}\n`,
    () => `${note}— somebody ${dice.any(['', 'AAAA', 'AAAAAA', 'AAAAAA==', 'x y', 'AAAAAAAA'])}\n`,
    () => changedCharacter(dice, note),
    () => signaturesReversed(note),
  ])();
};

const signaturesReversed = (note: string): string => {
  const end = note.lastIndexOf('\n\n') + 2;
  const lines = note.slice(end, -1).split('\n').reverse();
  return `${note.slice(0, end)}${lines.join('\n')}\n`;
};
