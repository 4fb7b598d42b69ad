import {
  type Checkpoint,
  checkpointText,
  isCheckpointBy,
  logIdOf,
  originOf,
  type SignedCheckpoint,
} from '../../../core/log/checkpoint.ts';
import { cosign } from '../../../core/log/cosignature.ts';
import { fingerprint, type VerifierKey } from '../../../core/log/verifier-key.ts';
import { parseWitnessRequest } from '../../../core/log/witness-request.ts';
import { wallTime } from '../../log/clock.ts';
import { record } from '../../log/record.ts';
import { sha256, verify } from '../../log/signer.ts';
import { Problem } from '../../problem.ts';
import { type CountersignedRow, countersignedOf, moveCountersigned } from '../../store/countersigned.ts';
import { logs } from '../../store/log.ts';
import type { Device } from '../device.ts';
import { witnessName } from './device-keys.ts';
import { keepEvidence } from './evidence.ts';
import { type Refusal, refusalOf } from './judge.ts';
import { logKey } from './log-key.ts';

export interface Countersigned {
  /** The signature line, with its LF, that goes below the checkpoint. */
  line: string;
  origin: string;
  size: number;
  /** How far this device had seen the log before; 0 for not at all. */
  before: number;
  /** Of the key that signs for the log, in hex. */
  fingerprint: string;
}

/**
 * Countersigns a checkpoint of another device's log: this device saw it go on from what it signed before. What it signs
 * is stored, and logged, before the signature is handed out, so that whatever happens in between it never signs two
 * histories.
 *
 * The first time that a log is seen, `trust` has to be its verifier key, the whole line: a checkpoint does not carry the
 * public key, and from a fingerprint nothing could be verified. Afterwards the stored key counts.
 *
 * Throws a Problem for what is no request, a log that is not known or is this device's own, another key, a signature
 * that is not the log's, and a checkpoint that does not follow from what was signed before; what may be evidence
 * against the log is kept.
 */
export const countersign = (
  device: Device,
  text: string,
  { trust = null }: { trust?: string | null } = {},
): Countersigned => {
  const request = parseWitnessRequest(text);
  const log = request === null ? null : logIdOf(request.checkpoint.origin);
  if (request === null || log === null) throw new Problem(notWhole);
  const { checkpoint } = request;
  const { origin, size, root } = checkpoint;
  const seen = countersignedOf.get(device.db, { origin }) ?? null;
  const { key, line: verifier_key } = logKey({ origin, known: seen?.verifier_key ?? null, trust });
  if (isOwn(device, key))
    throw new Problem('This is this device’s own log: a witness has to be another device.');
  if (!isCheckpointBy(verify, key, checkpoint))
    throw new Problem(`The checkpoint is not signed by the key of ${origin}: nothing is signed.`);
  const refusal = refusalOf(seen, request);
  const before = seen?.size ?? 0;
  if (refusal !== null)
    throw new Problem(
      inWords(refusal, { before, size, evidence: evidenceOf(device, refusal, log, request, seen) }),
    );

  const now = device.clock.now();
  const event = { type: 'countersigned' as const, ids: {}, data: { log, before, size } };
  record(device, { id: device.newId(), actor: { kind: 'command-line' }, events: [event] }, (db) => {
    const row = { origin, verifier_key, size, root, note: request.note, before, at: wallTime(now) };
    if (moveCountersigned(db, row) === 0)
      throw new Problem('Something else of this log was countersigned at the same time: try again.');
  });
  return {
    line: signed(device, checkpoint, now),
    origin,
    size,
    before,
    fingerprint: fingerprint(sha256, key.publicKey),
  };
};

const notWhole = 'This is not a request to a witness by this program, or it was not copied whole.';

const isOwn = ({ db, signer }: Device, key: VerifierKey): boolean =>
  Buffer.from(key.publicKey).equals(signer.publicKey) ||
  logs.all(db, {}).some(({ id }) => originOf(id) === key.name);

const signed = (device: Device, checkpoint: Checkpoint, now: Date): string => {
  const witness = { name: witnessName(device), ...device.signer, time: Math.floor(now.getTime() / 1000) };
  return cosign(sha256, witness, checkpointText(checkpoint));
};

/** Keeps what may be evidence of a rewritten log; gives the name of the file, null where there is nothing to keep. */
const evidenceOf = (
  device: Device,
  refusal: Refusal,
  log: string,
  { note, checkpoint }: { note: string; checkpoint: SignedCheckpoint },
  seen: CountersignedRow | null,
): string | null => {
  if (seen === null || (refusal !== 'rewritten' && refusal !== 'inconsistent')) return null;
  const cosignature = signed(device, { ...seen, origin: checkpoint.origin }, device.clock.now());
  return keepEvidence(device.folder, {
    log,
    refused: { ...checkpoint, note },
    before: seen.note,
    cosignature,
  });
};

const inWords = (
  refusal: Refusal,
  { before, size, evidence }: { before: number; size: number; evidence: string | null },
): string => {
  switch (refusal) {
    case 'rewritten':
      return `The log was rewritten: its key signed two different records of ${size} entries, and this device countersigned the other one; nothing is signed, and the evidence is kept in ${evidence}.`;
    case 'inconsistent':
      if (evidence === null) return notWhole;
      return `The ${size} entries do not go on from the ${before} that this device countersigned: either the request is damaged, or the log was rewritten; nothing is signed, and the checkpoint is kept in ${evidence}.`;
    case 'older':
      return `This device has countersigned ${before} entries of this log already, and this checkpoint has only ${size}: it is an old request, or an old copy of the record was put back; nothing is signed.`;
    case 'elsewhere':
      return before === 0
        ? 'This device has countersigned nothing of this log yet: the request has to be made with --since 0.'
        : `This device has countersigned ${before} entries of this log: the request has to be made with --since ${before}.`;
  }
};
