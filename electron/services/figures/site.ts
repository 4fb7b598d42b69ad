import { wallTime } from '../../log/clock.ts';
import type { Device } from '../device.ts';
import { readSettings } from '../settings.ts';

/** What figures are counted by beside what was recorded. */
export interface Site {
  /** Now: wall time, RFC 3339 with offset. The day of it is not over. */
  made: string;
  /** When shifts end, HH:MM. */
  shifts: readonly string[];
}

export const siteOf = (device: Device): Site => ({
  made: wallTime(device.clock.now()),
  shifts: readSettings(device).settings.shifts,
});
