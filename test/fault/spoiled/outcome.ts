import { plainly } from '../../../electron/problem.ts';
import type { Device } from '../../../electron/services/device.ts';
import { databaseFile } from '../../../electron/services/folder.ts';
import { startDevice } from '../../../electron/services/open-device.ts';
import { verifyFolder } from '../../../electron/services/verify/folder.ts';
import { openReader } from '../../../electron/store/open.ts';
import { type Contents, contentsOf } from './contents.ts';

/** What became of a record whose files were spoiled. */
export const outcomes = [
  // Found at the start: the kiosk set it aside and began anew, or did not start and says why, or goes on and says so.
  'set-aside',
  'refused',
  'reported',
  // Found by “verify --data” after the start.
  'named',
  // All reads as it was written.
  'harmless',
  // Nobody found it, and what is not in the log (names, badges, settings, schedules) reads differently.
  'changed-outside-the-log',
  // Nobody found it, and the record is as it was at an earlier moment: taps are missing at its end.
  'shortened',
  // Nobody found it, and what was recorded reads differently.
  'silent',
  // The start ended with a stack.
  'crashed',
] as const;
export type Outcome = (typeof outcomes)[number];

/** To these the start itself adds. */
const onlyAddedTo: ReadonlySet<string> = new Set(['entry', 'hash', 'log', 'checkpoint', 'anchor']);

const trust = { key: null, anchors: [], witnesses: [] };

/** Starts the kiosk on a folder that was spoiled, then has it verified, and compares with what was there before. */
export const outcomeOf = (folder: string, before: Contents): { outcome: Outcome; why: string } => {
  const started = start(folder);
  if (started.outcome !== null) return { outcome: started.outcome, why: started.why };
  const found = verified(folder);
  if (found !== null) return { outcome: 'named', why: found };
  const db = openReader(databaseFile(folder));
  try {
    const { outcome, why } = compared(before, contentsOf(db));
    return { outcome, why };
  } finally {
    db.close();
  }
};

const start = (folder: string): { outcome: Outcome | null; why: string } => {
  try {
    const device = startDevice({ folder, host: 'browser', demo: false, space: { reserve: 0, warn: 0 } });
    const seen = { state: device.health.status.state, notice: device.notices[0] ?? '' };
    close(device);
    const anew = seen.state === 'damaged' || seen.state === 'missing';
    if (anew) return { outcome: 'set-aside', why: seen.notice };
    return { outcome: seen.state === 'ok' ? null : 'reported', why: seen.state };
  } catch (problem) {
    const why = plainly(problem);
    if (why !== null) return { outcome: 'refused', why };
    return { outcome: 'crashed', why: problem instanceof Error ? (problem.stack ?? '') : String(problem) };
  }
};

/** A record that is found to be damaged only when it is closed was not found before. */
const close = (device: Device): void => {
  try {
    device.close();
  } catch (problem) {
    if (plainly(problem) === null) throw problem;
  }
};

const verified = (folder: string): string | null => {
  try {
    const { answer } = verifyFolder(folder, trust);
    return answer.result === 'ok' ? null : answer.why;
  } catch (problem) {
    const why = plainly(problem);
    if (why === null) throw problem;
    return why;
  }
};

/** What the kiosk itself adds at its start is no difference. */
const compared = (before: Contents, now: Contents): { outcome: Outcome; why: string } => {
  const missing = (kind: 'log' | 'followsFromLog' | 'outside'): string[] =>
    Object.entries(before[kind]).flatMap(([table, rows]) => {
      const there = new Set(now[kind][table]);
      const gone = rows.filter((row) => !there.has(row)).length;
      const more = onlyAddedTo.has(table) ? 0 : (now[kind][table]?.length ?? 0) - rows.length;
      return gone === 0 && more === 0 ? [] : [`${table}: ${gone} rows gone, ${more} more`];
    });
  const [log, tables, outside] = [missing('log'), missing('followsFromLog'), missing('outside')];
  if (log.length + tables.length > 0) {
    const shorter = log.every((one) => /^(?:entry|hash|checkpoint):/u.test(one)) && isEarlier(before, now);
    return { outcome: shorter ? 'shortened' : 'silent', why: [...log, ...tables].join('; ') };
  }
  if (outside.length > 0) return { outcome: 'changed-outside-the-log', why: outside.join('; ') };
  return { outcome: 'harmless', why: '' };
};

/** Whether the entries that were there are the same up to some number, and none of those after it is there. */
const isEarlier = (before: Contents, now: Contents): boolean => {
  const there = new Set(now.entries);
  const kept = before.entries.map((entry) => there.has(entry));
  const end = kept.indexOf(false);
  return end >= 0 && !kept.slice(end).includes(true);
};
