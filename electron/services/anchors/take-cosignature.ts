import { toHex } from '../../../core/log/base64.ts';
import { verifyCosignature } from '../../../core/log/cosignature.ts';
import { parseNote } from '../../../core/log/note.ts';
import { algorithms, parseVerifierKey, type VerifierKey } from '../../../core/log/verifier-key.ts';
import { wallTime } from '../../log/clock.ts';
import { record } from '../../log/record.ts';
import { sha256, verify } from '../../log/signer.ts';
import { Problem } from '../../problem.ts';
import { addAnchor, cosignaturesOf } from '../../store/checkpoints.ts';
import { askedOfWitnesses } from '../../store/witness-requests.ts';
import type { Device } from '../device.ts';

export interface Witnessed {
  /** Of the checkpoint that the witness signed. */
  size: number;
  /** When the witness says it did, in seconds since 1970. */
  time: number;
}

/**
 * Takes in the signature line that a witness gave for a checkpoint of this log, once it holds under the witness's
 * verifier key: from then on the record is anchored that far. The line does not say of which checkpoint it is: it is
 * tried on those that witnesses were asked for, the newest first. Lines by others are ignored, as
 * c2sp.org/tlog-witness asks. Taken in again, a line changes nothing.
 * Throws a Problem where the key is not that of another device as a witness, or no line holds for any checkpoint.
 */
export const takeCosignature = (
  device: Device,
  text: string,
  { witness }: { witness: string },
): Witnessed => {
  const key = witnessKey(device, witness);
  for (const { size, note } of askedOfWitnesses.all(device.db, {}))
    for (const line of linesOf(text)) {
      const cosigned = parseNote(note + line);
      const time = cosigned === null ? null : verifyCosignature(verify, key, cosigned);
      if (time !== null) return keep(device, { size, time, line, key });
    }
  throw new Problem(
    'This is not the signature of that witness under a checkpoint that this device asked to have countersigned.',
  );
};

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('— '))
    .map((line) => `${line.trimEnd()}\n`);

const keep = (
  device: Device,
  { size, time, line, key }: Witnessed & { line: string; key: VerifierKey },
): Witnessed => {
  const known = cosignaturesOf.all(device.db, { size });
  if (known.some(({ cosignature }) => cosignature === line)) return { size, time };
  const event = { type: 'witnessed' as const, ids: {}, data: { size, key: toHex(key.id) } };
  record(device, { id: device.newId(), actor: { kind: 'command-line' }, events: [event] }, (db) => {
    const at = wallTime(device.clock.now());
    addAnchor(db, { size, way: 'witnessed', at, cosignature: line });
  });
  return { size, time };
};

const witnessKey = ({ signer }: Device, line: string): VerifierKey => {
  const key = parseVerifierKey(sha256, line);
  if (key?.algorithm !== algorithms.cosignature)
    throw new Problem(
      'The key of the witness is not one, or it was not copied whole: it is the witness line that “key” prints there.',
    );
  if (Buffer.from(key.publicKey).equals(signer.publicKey))
    throw new Problem('This is this device’s own key: a witness has to be another device.');
  return key;
};
