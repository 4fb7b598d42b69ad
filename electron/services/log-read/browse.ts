import { setImmediate } from 'node:timers/promises';
import { isSessionEventType } from '../../../core/log/entry.ts';
import type { LogPage, LogWanted } from '../../../core/log/reading.ts';
import { readHead } from '../../store/log.ts';
import {
  ends,
  entriesIn,
  type ReadRow,
  type Stretch,
  seldom,
  stretchesOfDays,
} from '../../store/log-read.ts';
import type { Reader } from '../../store/open.ts';
import type { SignedIn } from '../access/session.ts';
import type { Device } from '../device.ts';
import { readAs } from './named.ts';
import { purgedFrom } from './purged.ts';
import { tellRead } from './told.ts';

/** Entries on one page. */
const pageOfLog = 50;

/** How many numbers are looked through at once, so that no tap waits, and how many at most for one answer. */
const window = 1_000;
const mostWindows = 60;

/**
 * A page of the log, the newest first, from below a number; what is read is told in the log first. Where what is wanted
 * is rare the page may be short, though there is more: `next` says from where to go on. Throws as `record` does.
 */
export const browseLog = async (
  device: Device,
  reader: SignedIn,
  wanted: LogWanted,
  below: number | null,
): Promise<LogPage> => {
  const { first, size } = ends.get(device.db, {}) ?? { first: null, size: 0 };
  const top = Math.min(below === null ? size : below - 1, size);
  const { rows, next } = await entriesBelow(device, wanted, { from: first ?? 1, to: top });
  const [newest, oldest] = [rows[0], rows.at(-1)];
  if (newest !== undefined && oldest !== undefined)
    tellRead(device, reader, wanted, { from: oldest.seq, to: newest.seq });
  return {
    ...readAs(device, reader, rows),
    next,
    size: readHead(device.db)?.size ?? size,
    purged: purgedFrom(device),
  };
};

const entriesBelow = async (
  device: Device,
  wanted: LogWanted,
  within: Stretch,
): Promise<{ rows: ReadRow[]; next: number | null }> => {
  const rows: ReadRow[] = [];
  let windows = 0;
  for (const stretch of stretchesFor(device.db, wanted, within)) {
    for (let { to } = stretch; to >= stretch.from; ) {
      const { from, slow } = look(wanted, { from: stretch.from, to });
      const found = entriesFor(device.db, wanted, { from, to }, pageOfLog - rows.length);
      rows.push(...found);
      const last = rows.at(-1)?.seq;
      if (rows.length >= pageOfLog && last !== undefined)
        return { rows, next: last > within.from ? last : null };
      to = from - 1;
      windows += slow ? 1 : 0;
      if (windows >= mostWindows) return { rows, next: from > within.from ? from : null };
      if (slow) await setImmediate();
    }
  }
  return { rows, next: null };
};

/** The stretches that can have what is wanted, the newest first: those of its days, or all. */
const stretchesFor = (db: Reader, { from, to }: LogWanted, within: Stretch): Stretch[] => {
  if (from === undefined && to === undefined) return [within];
  return stretchesOfDays
    .all(db, { first: from ?? '', last: to ?? '9999-12-31' })
    .map((one) => ({ from: Math.max(one.from, within.from), to: Math.min(one.to, within.to) }))
    .filter((one) => one.from <= one.to);
};

/** Whether an index leads to what is wanted; without one only so many numbers are looked through at once. */
const look = (wanted: LogWanted, { from, to }: Stretch): { from: number; slow: boolean } =>
  wayTo(wanted) === 'stretch' ? { from: Math.max(from, to - window + 1), slow: true } : { from, slow: false };

const wayTo = ({ type, actor, session }: LogWanted): keyof typeof entriesIn => {
  if (session !== undefined) return 'ofSession';
  if (type !== undefined && !isSessionEventType(type)) return 'ofDeviceType';
  if (seldom.some((one) => one === type)) return 'seldom';
  // Nobody who signed in, or stood at a shell, ever acts in a session.
  return actor === 'signed-in' || actor === 'command-line' ? 'besideSessions' : 'stretch';
};

const entriesFor = (db: Reader, wanted: LogWanted, stretch: Stretch, most: number): ReadRow[] => {
  const { type = null, session = '' } = wanted;
  const values = { ...stretch, type, actor: beginning(wanted), most };
  const way = wayTo(wanted);
  return way === 'ofSession'
    ? entriesIn.ofSession.all(db, { ...values, session })
    : entriesIn[way].all(db, values);
};

/** How the canonical JSON of an entry begins that this actor caused. */
const beginning = ({ actor, person }: LogWanted): Uint8Array | null => {
  if (actor === undefined) return null;
  const who = person === undefined ? '' : `,"person":${JSON.stringify(person)}`;
  return new TextEncoder().encode(`{"actor":{"kind":"${actor}"${who}`);
};
