import { describe, expect, it } from 'vitest';
import { shiftEnd } from '../../../core/session/shift-end.ts';

const opened = (time: string) => ({
  opened: { seq: 1, at: `2026-11-22T${time}:00.000-05:00`, boot: 'b', mono: 0 },
});

describe('Until when somebody is here', () => {
  it.each([
    ['18:40', ['07:00', '19:00'], '07:00'],
    ['19:05', ['07:00', '19:00'], '07:00'],
    ['06:45', ['07:00', '19:00'], '19:00'],
    ['11:30', ['07:00', '19:00'], '19:00'],
    ['23:50', ['07:00', '19:00'], '07:00'],
    ['14:50', ['23:00', '07:00', '15:00'], '23:00'],
    ['22:45', ['23:00', '07:00', '15:00'], '07:00'],
    ['18:40', ['19:00'], '19:00'],
    ['18:40', [], null],
  ])('who comes at %s where shifts end at %j is here until %s', (time, shifts, end) => {
    expect(shiftEnd(opened(time), shifts)).toBe(end);
  });
});
