import { expect, test } from 'vitest';
import { shiftAt } from '../../../core/rates/shift.ts';

test.each([
  ['06:59', '19:00–07:00'],
  ['07:00', '07:00–19:00'],
  ['18:59', '07:00–19:00'],
  ['19:00', '19:00–07:00'],
  ['00:00', '19:00–07:00'],
])('at %s it is the shift %s where the site said nothing', (time, shift) => {
  expect(shiftAt(time, [])).toBe(shift);
});

test('a site has its own shifts, in whatever order, and one that is all day', () => {
  expect(shiftAt('18:59', ['19:00', '07:00'])).toBe('07:00–19:00');
  expect(shiftAt('19:00', ['19:00', '07:00'])).toBe('19:00–07:00');
  expect(shiftAt('03:00', ['06:30'])).toBe('06:30–06:30');
  expect(shiftAt('00:00', ['00:00', '12:00'])).toBe('00:00–12:00');
});
