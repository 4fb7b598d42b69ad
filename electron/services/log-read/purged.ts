import type { Purged } from '../../../core/timeline/found.ts';
import { readEntry } from '../../log/read-entry.ts';
import { lastOfDevice } from '../../store/log.ts';
import type { Device } from '../device.ts';

/** What was deleted at the end of retention, as the log tells it; null where nothing was. */
export const purgedFrom = ({ db }: Pick<Device, 'db'>): Purged | null => {
  const row = lastOfDevice.get(db, { type: 'purged' });
  const entry = row === undefined ? null : readEntry(row.bytes);
  if (row === undefined || entry?.type !== 'purged') return null;
  const { through, before } = entry.data;
  return { through, before, at: row.at };
};
