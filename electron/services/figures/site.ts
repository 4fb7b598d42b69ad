import { usualShifts } from '../../../core/rates/shift.ts';
import { wallTime } from '../../log/clock.ts';
import { storedSettings } from '../../store/settings.ts';
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
  shifts: shiftsOf(device),
});

/** What the site itself said, or else the usual: the kiosk's own default is no more than a guess for its screens. */
const shiftsOf = (device: Device): readonly string[] => {
  const { settings, unreadable } = readSettings(device);
  const isSaid = storedSettings.all(device.db, {}).some(({ name }) => name === 'shifts');
  return isSaid && !unreadable.includes('shifts') && settings.shifts.length > 0
    ? settings.shifts
    : usualShifts;
};
