import { readEntry } from '../../log/read-entry.ts';
import { newestOfType, readHead } from '../../store/log.ts';
import type { Device } from '../device.ts';
import { beganAnew } from './began-anew.ts';
import { isSoundBeside, verifyBeside } from './beside.ts';
import type { DailyJob } from './upkeep.ts';

/** The database and the whole log, checked while nobody is about to tap. What was found is logged and shown. */
export const wholeCheck: DailyJob = {
  name: 'check',
  lastDone: ({ db }) => {
    for (const { at, bytes } of newestOfType.iterate(db, { type: 'checked' })) {
      const entry = readEntry(bytes);
      if (entry?.type === 'checked' && entry.data.occasion === 'daily') return at;
    }
    return null;
  },
  run: async (device: Device, signal) => {
    const found = await verifyBeside(device.folder, signal);
    const isDamaged = found.result === 'bad' && found.what === 'database';
    const result = isDamaged ? ('damaged' as const) : found.result;
    const { entry, why } = found.result === 'ok' ? { entry: null, why: null } : found;
    const size = found.result === 'ok' ? found.size : (readHead(device.db)?.size ?? 0);
    const data = { occasion: 'daily' as const, result, size, entry, why };
    device.say({ type: 'checked', ids: {}, data });
    device.health.find(result === 'ok' ? beganAnew(device.db) : result);
    if (isDamaged && !(await isSoundBeside(device.folder, signal))) device.condemn();
  },
};
