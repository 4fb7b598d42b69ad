import { setTimeout } from 'node:timers/promises';
import { commit } from '../../log/commit.ts';
import { catchUp } from '../../log/figures.ts';
import type { Due } from '../../store/figures.ts';
import type { Device } from '../device.ts';

/** So many sessions at once take a few milliseconds: no tap waits longer. */
const atOnce = 40;
/** Between them, in ms. */
const pause = 20;

/**
 * Counts what may wait, as after an update that brought figures or changed how they are counted, a little at a time, until
 * nothing is left or the signal is given. Until then it is counted by whoever asks for figures. Throws as `commit` does.
 */
export const catchUpFigures = async (device: Device, signal: AbortSignal): Promise<void> => {
  let last = commit(device, (db) => catchUp(db, null, atOnce));
  while (last !== null) {
    await setTimeout(pause, undefined, { signal, ref: false });
    const after: Due = last;
    last = commit(device, (db) => catchUp(db, after, atOnce));
  }
};
