import type { AskedFigures, FiguresView, MissingPage } from '../../../core/figures/view.ts';
import { openReader, type Reader } from '../../store/open.ts';
import { type Device, databaseFile } from '../device.ts';
import { figuresOf } from './figures.ts';
import { type AskedMissing, missingPage } from './missing.ts';

/** What the dashboard shows. Nothing else waits for it. */
export const readFigures = async (device: Device, asked: AskedFigures): Promise<FiguresView> =>
  readingOnly(device, (db) => figuresOf(device, db, asked));

/** A page of the scheduled sessions that nobody opened. */
export const readMissing = async (device: Device, asked: AskedMissing): Promise<MissingPage> =>
  readingOnly(device, (db) => missingPage(device, db, asked));

const readingOnly = <Value>(device: Device, read: (db: Reader) => Value): Value => {
  const db = openReader(databaseFile(device.folder));
  try {
    return read(db);
  } finally {
    db.close();
  }
};
