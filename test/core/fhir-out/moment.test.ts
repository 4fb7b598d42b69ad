import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moment, period, since } from '../../../core/fhir-out/moment.ts';

/** A wall time of any zone. */
const wallTime = fc
  .tuple(
    fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
    fc.integer({ min: -48, max: 56 }),
  )
  .map(([date, quarters]) => {
    const local = new Date(date.getTime() + quarters * 15 * 60_000).toISOString().slice(0, -1);
    const size = Math.abs(quarters * 15);
    const two = (value: number) => String(value).padStart(2, '0');
    return `${local}${quarters < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  });

test('no period ends before it starts, however the clock was set meanwhile', () => {
  fc.assert(
    fc.property(wallTime, wallTime, (start, end) => {
      for (const one of [{ effectivePeriod: period(start, end) }, moment(start, end), since(start, end)]) {
        const told = 'effectivePeriod' in one ? one.effectivePeriod : null;
        if (told?.end !== undefined)
          expect(Date.parse(told.end)).toBeGreaterThanOrEqual(Date.parse(told.start));
      }
    }),
  );
});

test('instants are compared, not texts: an hour is set back in autumn', () => {
  const [before, after] = ['2026-10-25T02:59:00.000+02:00', '2026-10-25T02:01:00.000+01:00'];
  expect(moment(before, after)).toEqual({ effectivePeriod: { start: before, end: after } });
  expect(moment(after, before)).toEqual({ effectiveDateTime: before });
});

test('what still goes on has no end, and what began at no known time only its end', () => {
  const at = '2026-06-15T09:00:00.000+02:00';
  expect(since(at, null)).toEqual({ effectivePeriod: { start: at } });
  expect(moment(null, at)).toEqual({ effectiveDateTime: at });
  expect(period(at, null)).toEqual({ start: at });
});
