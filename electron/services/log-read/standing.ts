import type { LastCheck, LogStanding } from '../../../core/log/reading.ts';
import { fingerprint } from '../../../core/log/verifier-key.ts';
import { readEntry } from '../../log/read-entry.ts';
import { sha256 } from '../../log/signer.ts';
import { lastCheckpoint } from '../../store/checkpoints.ts';
import { newestOfType, readHead } from '../../store/log.ts';
import { lastAnchor } from '../../store/log-read.ts';
import type { Device } from '../device.ts';
import { purgedFrom } from './purged.ts';
import { verificationOn } from './verification.ts';

const ways = ['printed', 'exported', 'shown', 'witnessed'] as const;

/** How it stands with the record: how far it goes, who signed what, and when it was last checked. */
export const logStanding = (device: Device): LogStanding => {
  const head = readHead(device.db);
  if (head === null) throw new Error('The database has no log');
  const signed = lastCheckpoint.get(device.db, {});
  const anchor = lastAnchor.get(device.db, {});
  const way = ways.find((one) => one === anchor?.way);
  return {
    log: head.log_id,
    size: head.size,
    fingerprint: fingerprint(sha256, device.signer.publicKey),
    signed: signed === undefined ? null : { size: signed.size, at: signed.at },
    anchored: anchor === undefined || way === undefined ? null : { size: anchor.size, at: anchor.at, way },
    ...lastChecks(device),
    purged: purgedFrom(device),
    verification: verificationOn(device),
  };
};

/** So many checks are looked back through: at each start there is one. */
const mostChecks = 400;

const lastChecks = ({ db }: Device): Pick<LogStanding, 'asked' | 'daily' | 'started'> => {
  const last: Record<'asked' | 'daily' | 'start' | 'backup', LastCheck | null> = {
    ...{ asked: null, daily: null, start: null, backup: null },
  };
  let looked = 0;
  for (const { at, bytes } of newestOfType.iterate(db, { type: 'checked' })) {
    const entry = readEntry(bytes);
    if (entry?.type === 'checked') {
      const { occasion, result, size, entry: first } = entry.data;
      last[occasion] ??= { at, result, size, entry: first };
    }
    looked += 1;
    if (looked >= mostChecks || (last.asked !== null && last.daily !== null && last.start !== null)) break;
  }
  return { asked: last.asked, daily: last.daily, started: last.start };
};
