import { describe, expect, it } from 'vitest';
import { themeAt, wallTime } from '../../../renderer/device/theme.ts';

const ward = { mode: 'auto', nightFrom: '20:00', dayFrom: '06:30' } as const;

describe('the theme', () => {
  it('is dark from evening to morning, over midnight', () => {
    const at = (time: string) => themeAt(ward, time, false);
    expect([at('19:59'), at('20:00'), at('03:00'), at('06:29'), at('06:30')]).toEqual([
      'day',
      'night',
      'night',
      'night',
      'day',
    ]);
  });

  it('is dark where the system asks for it, and what the place has set wins', () => {
    expect(themeAt(ward, '12:00', true)).toBe('night');
    expect(themeAt({ ...ward, mode: 'day' }, '03:00', true)).toBe('day');
  });

  it('may have its night within one day', () => {
    expect(themeAt({ ...ward, nightFrom: '01:00', dayFrom: '05:00' }, '03:00', false)).toBe('night');
    expect(themeAt({ ...ward, nightFrom: '01:00', dayFrom: '05:00' }, '23:00', false)).toBe('day');
  });

  it('reads a clock in two digits', () => {
    expect(wallTime(new Date(2026, 0, 5, 7, 4))).toBe('07:04');
  });
});
