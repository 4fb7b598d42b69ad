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

const two = (value: number): string => String(value).padStart(2, '0');

/** Wall time as RFC 3339 with milliseconds and the offset of the device's zone: 2026-11-22T07:50:00.123+01:00. */
export const wallTime = (date: Date): string => {
  const minutes = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
};
