import { expect, test } from 'vitest';
import { typedTime } from '../../../../../renderer/screens/manage/schedule/typed-time.ts';

test.each([
  ['07:30', '07:30'],
  ['7:30', '07:30'],
  [' 0730 ', '07:30'],
  ['730', '07:30'],
  ['7.30', '07:30'],
  ['7h30', '07:30'],
  ['1:15 pm', '13:15'],
  ['115p.m.', '13:15'],
  ['12:05 AM', '00:05'],
  ['０７：３０', '07:30'],
  ['23:59', '23:59'],
])('%s is a time, however it is typed', (typed, time) => {
  expect(typedTime(typed)).toBe(time);
});

test.each(['', '7', '24:00', '7:60', '13:15 pm', '0:30 am', 'half past seven', '07:30:15:00', '1.5'])(
  '“%s” is no time, and none is guessed',
  (typed) => {
    expect(typedTime(typed)).toBeNull();
  },
);
