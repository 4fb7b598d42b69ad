import { performance } from 'node:perf_hooks';

/** The device's clocks: the wall, which may be set, and milliseconds since the program began, which never jump. */
export interface Clock {
  now(): Date;
  mono(): number;
}

export const systemClock: Clock = {
  now: () => new Date(),
  mono: () => Math.round(performance.now()),
};

/** A wall clock that moves by more than this against the time that went by, in milliseconds, was set. */
const jump = 2 * 60_000;

/** Watches the wall clock against the one that never jumps. */
export class ClockWatch {
  #offset: number | null = null;

  /** By how many milliseconds the wall clock jumped since it was last seen; null if it did not. */
  jumped(now: Date, mono: number): number | null {
    const moved = this.#offset === null ? 0 : now.getTime() - mono - this.#offset;
    return Math.abs(moved) > jump ? Math.round(moved) : null;
  }

  /** What was read is the time from here on; slow drift is no jump. */
  saw(now: Date, mono: number): void {
    this.#offset = now.getTime() - mono;
  }
}

/**
 * By how many milliseconds, negative, the wall clock is behind the last time that was recorded (RFC 3339); null if it is
 * not by more than a clock may drift: it was set back while no program ran that watched it.
 */
export const setBack = (now: Date, last: string): number | null => {
  const moved = now.getTime() - Date.parse(last);
  return moved < -jump ? moved : null;
};

const two = (value: number): string => String(value).padStart(2, '0');

/** Wall time as RFC 3339 with milliseconds and the offset of the device's zone: 2026-11-22T07:50:00.123+01:00. */
export const wallTime = (date: Date): string => {
  const minutes = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
};
