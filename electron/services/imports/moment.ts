import { setImmediate } from 'node:timers/promises';

/** Lets whatever waits be done first: a tap, a window, a timer. */
export const aMoment = (): Promise<void> => setImmediate();
