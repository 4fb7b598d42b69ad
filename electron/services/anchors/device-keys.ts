import { originOf } from '../../../core/log/checkpoint.ts';
import { algorithms, fingerprint, verifierKey } from '../../../core/log/verifier-key.ts';
import { sha256 } from '../../log/signer.ts';
import { readHead } from '../../store/log.ts';
import type { Device } from '../device.ts';

/** What others have to know of this device, by another road than its record, to check what it signs. */
export interface DeviceKeys {
  /** SHA-256 of the public key, in hex: what people compare. */
  fingerprint: string;
  /** The origin of the log, as it is named in its checkpoints. */
  origin: string;
  /** The key that signs for the log, as a line. */
  log: string;
  /** The key that countersigns for other logs, as a line. */
  witness: string;
}

/**
 * As a witness the device signs with the one key that it has. That is safe: what a witness signs begins with
 * `cosignature/v1`, a checkpoint with `bedside-hello/`, a statement with `bedside-hello statement`, so that none can be
 * taken for another. The name follows from the key alone, for a cosignature does not say under which name it was
 * made (c2sp.org/tlog-cosignature): a log put back from a backup has a new origin, the witness stays the same.
 */
export const witnessName = ({ signer }: Pick<Device, 'signer'>): string =>
  `bedside-hello/witness/${fingerprint(sha256, signer.publicKey).slice(0, 16)}`;

export const deviceKeys = (device: Device): DeviceKeys => {
  const head = readHead(device.db);
  if (head === null) throw new Error('The database has no log');
  const { publicKey } = device.signer;
  const origin = originOf(head.log_id);
  return {
    origin,
    fingerprint: fingerprint(sha256, publicKey),
    log: verifierKey(sha256, origin, publicKey),
    witness: verifierKey(sha256, witnessName(device), publicKey, algorithms.cosignature),
  };
};
