import { fingerprint } from '../../../core/log/verifier-key.ts';
import type { RecordSheet } from '../../../core/view.ts';
import { readEntry } from '../../log/read-entry.ts';
import { sha256 } from '../../log/signer.ts';
import { lastCheckpoint } from '../../store/checkpoints.ts';
import { lastOfDevice, readHead } from '../../store/log.ts';
import type { Device } from '../device.ts';

/** All about the record of this kiosk that a person may want to read off it. Throws NotRecorded where it cannot be read. */
export const recordSheet = (device: Device): RecordSheet => {
  const { db, signer, health, app } = device;
  const head = readHead(db);
  if (head === null) throw new Error('The database has no log');
  return {
    ...health.status,
    log: head.log_id,
    size: head.size,
    fingerprint: fingerprint(sha256, signer.publicKey),
    checkpoint: lastCheckpoint.get(db, {}) ?? null,
    checked: lastCheck(device),
    app,
  };
};

const lastCheck = ({ db }: Device): RecordSheet['checked'] => {
  const row = lastOfDevice.get(db, { type: 'checked' });
  const entry = row === undefined ? null : readEntry(row.bytes);
  if (row === undefined || entry?.type !== 'checked') return null;
  const { occasion, result } = entry.data;
  return { at: row.at, occasion, result };
};
