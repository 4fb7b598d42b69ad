import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { wallTime } from '../../../electron/log/clock.ts';

/** Puts the machine into a time zone for one test. */
const inZone = (zone: string): void => {
  const before = process.env.TZ;
  process.env.TZ = zone;
  onTestFinished(() => {
    process.env.TZ = before ?? '';
    if (before === undefined) delete process.env.TZ;
  });
};

test.each([
  ['America/New_York', '2026-11-01T05:59:59.999Z', '2026-11-01T01:59:59.999-04:00'],
  ['America/New_York', '2026-11-01T06:00:00.000Z', '2026-11-01T01:00:00.000-05:00'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00.000Z', '2026-04-05T01:30:00.000+10:30'],
  ['Asia/Kathmandu', '2026-12-31T18:14:59.000Z', '2026-12-31T23:59:59.000+05:45'],
  ['Asia/Kathmandu', '2026-12-31T18:15:00.000Z', '2027-01-01T00:00:00.000+05:45'],
  ['America/St_Johns', '2027-01-01T03:29:59.000Z', '2026-12-31T23:59:59.000-03:30'],
  ['UTC', '2028-02-29T12:00:00.000Z', '2028-02-29T12:00:00.000+00:00'],
])('in %s it is at %s %s by the wall', (zone, moment, wall) => {
  inZone(zone);
  expect(wallTime(new Date(moment))).toBe(wall);
});

test.each(['America/New_York', 'Europe/London', 'Pacific/Chatham', 'Asia/Tehran'])(
  'in %s a wall time says the very moment, in the form that the log takes',
  (zone) => {
    inZone(zone);
    const form = z.iso.datetime({ offset: true, precision: 3 });
    const moments = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2120-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (moment) => {
        const wall = wallTime(moment);
        expect(Date.parse(wall)).toBe(moment.getTime());
        expect(form.safeParse(wall).success).toBe(true);
      }),
    );
  },
);
