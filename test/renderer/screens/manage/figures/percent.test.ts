import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, tenthsOf } from '../../../../../renderer/screens/manage/figures/percent.ts';

const of = (numerator: number, denominator: number) => ({ numerator, denominator });

describe('A percentage', () => {
  it('is told to a tenth', () => {
    expect(tenthsOf(of(1712, 1878))).toBe(912);
    expect(tenthsOf(of(1, 3))).toBe(333);
  });

  it('is 100 only where it is all of them, and 0 only where it is none', () => {
    expect(tenthsOf(of(1999, 2000))).toBe(999);
    expect(tenthsOf(of(99_999, 100_000))).toBe(999);
    expect(tenthsOf(of(1, 100_000))).toBe(1);
    expect(tenthsOf(of(7, 7))).toBe(1000);
    expect(tenthsOf(of(0, 7))).toBe(0);
  });

  it('of nothing there is none', () => expect(tenthsOf(of(0, 0))).toBeNull());
});

describe('The change since the time before', () => {
  it('is said in points, as they are shown', () => {
    expect(changeOf(of(912, 1000), of(906, 1000))).toEqual({ is: 'more', points: 0.6 });
    expect(changeOf(of(500, 1000), of(625, 1000))).toEqual({ is: 'less', points: 12.5 });
    expect(changeOf(of(1, 3), of(333, 1000))).toEqual({ is: 'same' });
  });

  it('is not said where there is nothing to compare', () => {
    expect(changeOf(of(1, 3), of(0, 0))).toBeNull();
    expect(changeOf(of(0, 0), of(1, 3))).toBeNull();
  });

  it('always agrees with the two percentages beside it', () => {
    const ratio = fc
      .tuple(fc.nat(5000), fc.nat(5000))
      .map(([one, other]) => of(Math.min(one, other), Math.max(one, other, 1)));
    fc.assert(
      fc.property(ratio, ratio, (now, before) => {
        const change = changeOf(now, before);
        const points = change === null || change.is === 'same' ? 0 : change.points;
        const signed = change?.is === 'less' ? -points : points;
        expect(Math.round(signed * 10)).toBe((tenthsOf(now) ?? 0) - (tenthsOf(before) ?? 0));
      }),
    );
  });
});
