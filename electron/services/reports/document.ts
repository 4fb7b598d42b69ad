import { type RatesReport, reportOf, type ToldFigures } from '../../../core/rates/report.ts';
import { usualShifts } from '../../../core/rates/shift.ts';
import { fewest } from '../../../core/rates/suppression.ts';
import { wallTime } from '../../log/clock.ts';
import type { Reader } from '../../store/open.ts';
import { isAllInvented, placeNames, unitNames } from '../../store/reports.ts';
import { storedSettings } from '../../store/settings.ts';
import type { Device } from '../device.ts';
import { readSettings } from '../settings.ts';
import { type Asked, type Counts, count } from './count.ts';

export interface AskedReport extends Asked {
  /** Whether it stays within the unit: then nothing is suppressed, and the sessions that never happened are listed. */
  withinUnit: boolean;
}

/** The words for a key: a unit and a place by their names as they are now, in a unit. */
interface Named {
  key: string;
  name: string;
  unit: string | null;
}
type NamedGroup = Named & ToldFigures;

/** A report, as its JSON has it. */
export interface RatesDocument {
  report: 'bedside-hello/rates';
  version: 1;
  /** Wall time, RFC 3339 with offset. */
  made: string;
  app: string;
  days: { from: string; to: string };
  by: Asked['by'];
  /** Whether it is of what a simulation and the demo team did. */
  invented: boolean;
  withinUnit: boolean;
  /** Figures with fewer behind them are suppressed; null where none are. */
  suppressedBelow: number | null;
  /** Null where they are fewer than that. */
  sessions: number | null;
  /** Sessions of these days that were not counted: invented ones, or in a report of those the real ones. */
  leftOut: number;
  /** When shifts end, HH:MM. */
  shifts: readonly string[];
  total: ToldFigures;
  groups: NamedGroup[];
  charts: RatesReport['charts'];
  /** Sessions that were scheduled and that nobody opened; null where they are not listed, being told of one by one. */
  missingSessions: (Counts['missing'][number] & { placeName: string; unitName: string })[] | null;
}

/**
 * Counts what is asked for in this connection, all of one moment, and makes a report of it: of what was invented also
 * where the record has nothing else.
 */
export const documentOf = (device: Device, db: Reader, asked: AskedReport): RatesDocument => {
  const { from, to, by, withinUnit } = asked;
  const invented = asked.invented || isAllInvented(db);
  const made = wallTime(device.clock.now());
  const shifts = shiftsOf(device);
  const counts = count(db, { ...asked, invented }, { shifts, today: made.slice(0, 10) });
  const { total, groups, charts } = reportOf(counts.breakdown, { withinUnit });
  const names = namesIn(db);
  return {
    report: 'bedside-hello/rates',
    version: 1,
    ...{ made, app: device.app, days: { from, to }, by, invented, withinUnit },
    suppressedBelow: withinUnit ? null : fewest,
    sessions: withinUnit || counts.sessions >= fewest ? counts.sessions : null,
    leftOut: counts.leftOut,
    ...{ shifts, total, charts },
    groups: groups.map((group) => ({ ...group, ...names.of(by, group.key) })).sort(byName),
    missingSessions: withinUnit
      ? counts.missing.map((one) => {
          const { name: placeName, unit: unitName } = names.of('place', one.place);
          return { ...one, placeName, unitName: unitName ?? one.unit };
        })
      : null,
  };
};

/** What the site itself said, or else the usual: the kiosk's own default is no more than a guess for its screens. */
export const shiftsOf = (device: Device): readonly string[] => {
  const { settings, unreadable } = readSettings(device);
  const isSaid = storedSettings.all(device.db, {}).some(({ name }) => name === 'shifts');
  return isSaid && !unreadable.includes('shifts') && settings.shifts.length > 0
    ? settings.shifts
    : usualShifts;
};

export const namesIn = (db: Reader) => {
  const units = new Map(unitNames.all(db, {}).map(({ id, name }) => [id, name]));
  const places = new Map(placeNames.all(db, {}).map(({ id, name, unit }) => [id, { name, unit }]));
  return {
    of: (by: Asked['by'], key: string): { name: string; unit: string | null } => {
      if (by === 'unit') return { name: units.get(key) ?? key, unit: null };
      return (by === 'place' ? places.get(key) : undefined) ?? { name: key, unit: null };
    },
  };
};

/** As people look for them: by unit, then by name. */
export const byName = (one: Named, other: Named): number => {
  const [left, right] = [one, other].map(({ unit, name, key }) => `${unit ?? ''}\u0000${name}\u0000${key}`);
  return (left ?? '') < (right ?? '') ? -1 : 1;
};
