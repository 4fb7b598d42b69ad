import { setTimeout } from 'node:timers/promises';
import type { Actor } from '../../../core/log/entry.ts';
import { record } from '../../log/record.ts';
import { Problem } from '../../problem.ts';
import { dropRange, purgedThrough, type Range, wholeThrough } from '../../store/purge.ts';
import type { Device } from '../device.ts';
import { obstacleInWords } from './obstacle-words.ts';
import { type Obstacle, obstaclesInBackup, obstaclesInRecord } from './obstacles.ts';
import type { PurgePlan } from './plan.ts';

/** How many entries go at first, and what is waited for between pieces: taps come then. */
interface Pace {
  first: number;
  pause: () => Promise<unknown>;
}
const usual: Pace = { first: 20, pause: () => setTimeout(50) };

/** For so many milliseconds may a tap have to wait for a piece, more or less: a person does not notice. */
const aim = 100;

export interface Purged {
  /** Entries, through which number, in this purge. */
  entries: number;
  through: number;
  /** Whether nothing of them is left in the write-ahead log; it is emptied again when a session or the kiosk closes. */
  erased: boolean;
}

/**
 * Carries out a plan without obstacles: deletes the bytes of its entries and the rows that only they explain, never
 * their hashes. Piece by piece, so that no tap waits for long: each is a purge of its own, with its event in the log
 * and a checkpoint in the same transaction, and is asked anew whether anything stands in its way. Throws a Problem
 * where something does; what went before that is purged.
 */
export const purge = async (
  device: Device,
  { before, range, obstacles }: PurgePlan,
  actor: Actor,
  { first, pause }: Pace = usual,
): Promise<Purged> => {
  refuse([...obstacles, ...obstaclesInRecord(device, range, before), ...obstaclesInBackup(device)]);
  let [{ after }, atOnce] = [range, first];
  while (after < range.through) {
    const began = device.clock.mono();
    const piece = { after, through: endOfPiece(device, { after, through: range.through }, atOnce) };
    purgePiece(device, piece, before, actor);
    after = piece.through;
    atOnce = sizeAfter(atOnce, device.clock.mono() - began);
    if (after < range.through) await pause();
  }
  return { entries: after - range.after, through: after, erased: device.eraseWriteAheadLog() };
};

/** How many entries to take next, after so many took so many milliseconds: at most twice as many. */
export const sizeAfter = (size: number, milliseconds: number): number =>
  Math.max(1, Math.min(size * 2, Math.floor((size * aim) / Math.max(milliseconds, 1))));

const refuse = ([obstacle]: Obstacle[]): void => {
  if (obstacle !== undefined) throw new Problem(obstacleInWords(obstacle));
};

/** Where a piece of about so many entries ends: no session is cut. */
const endOfPiece = ({ db }: Device, { after, through }: Range, atOnce: number): number => {
  for (let size = atOnce; after + size < through; size *= 2) {
    const end = wholeThrough(db, { after, through: after + size });
    if (end > after) return end;
  }
  return through;
};

const purgePiece = (device: Device, piece: Range, before: string, actor: Actor): void => {
  const { after, through } = piece;
  const count = through - after;
  const event = { type: 'purged' as const, ids: {}, data: { through, count, before } };
  record(device, { id: device.newId(), actor, events: [event], sign: true }, (db) => {
    if (purgedThrough(db) !== after) throw new Problem('Somebody else is purging this record: ask again.');
    refuse(obstaclesInRecord(device, piece, before));
    const dropped = dropRange(db, piece, before);
    if (dropped !== count) throw new Error(`${dropped} of ${count} entries were there to purge`);
  });
};
