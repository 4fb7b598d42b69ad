import { describe, expect, it } from 'vitest';
import { Breakdown, type Dimension, dimensions } from '../../../core/rates/breakdown.ts';
import type { Where } from '../../../core/rates/case.ts';
import { casesOf, casesOfScheduled } from '../../../core/rates/cases.ts';
import { counted } from '../../../core/rates/counted.ts';
import { reportOf } from '../../../core/rates/report.ts';
import { Total } from '../../../core/rates/total.ts';
import { sessionOf } from '../support/play.ts';
import * as or from '../support/surgery.ts';

const where: Where = {
  ...{ day: '2026-03-02', shift: '07:00–19:00', place: 'or-3', unit: 'theatres' },
  ...{ kind: 'surgery', urgency: 'elective' },
};

/** A surgery in which three people of four were introduced to the patient, as cases. */
const surgery = () => {
  const play = or.surgery();
  or.patientRound(play);
  for (const person of ['kofi', 'amara', 'linh']) or.say(play, person);
  or.say(play, 'tom', or.noTime);
  or.end(play, 'completed', true);
  return casesOf(counted(sessionOf(play)), { shifts: [], isScheduled: () => true });
};

const broken = (by: Dimension | null, times = 1) => {
  const breakdown = new Breakdown(by);
  for (let time = 0; time < times; time += 1) for (const one of surgery()) breakdown.add(one);
  return breakdown;
};

describe('A breakdown', () => {
  it('says where and when by the wall of the place', () => {
    expect(surgery()[0]).toMatchObject({ where });
  });

  it.each(dimensions)('by %s adds up to the total, of what is about people', (by) => {
    const { total, ...breakdown } = { total: broken(by).total, groups: broken(by).groups() };
    const sums = breakdown.groups.map((one) => one.total.share('patientIntroduction').denominator);
    expect(sums.reduce((sum, one) => sum + one, 0)).toBe(total.share('patientIntroduction').denominator);
  });

  it('by role has one group for each, and nothing in it that is about a whole round', () => {
    const { groups } = reportOf(broken('role'), { withinUnit: true });
    expect(groups.map(({ key }) => key)).toEqual([
      'anesthesiologist',
      'medical-student',
      'scrub-nurse',
      'surgeon',
    ]);
    expect(Object.keys(groups[0]?.shares ?? {})).toEqual(['patientIntroduction', 'attestedOnly']);
    expect(Object.keys(groups[0]?.timings ?? {})).toEqual(['secondsPerIntroduction']);
    expect(groups[1]?.reasons.skipped).toEqual({ denominator: 1, counts: { 'no-time': 1 } });
  });

  it('by month has the months in between too, across the end of a year', () => {
    const breakdown = new Breakdown('month');
    for (const day of ['2025-11-30', '2026-02-01'])
      for (const one of surgery()) breakdown.add({ ...one, where: { ...where, day } });
    expect(breakdown.groups().map(({ key }) => key)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    const { charts, groups } = reportOf(breakdown, { withinUnit: true });
    expect(groups[1]?.shares.beforeSedation).toMatchObject({ denominator: 0, rate: null });
    expect(charts?.beforeSedation?.points.map(({ month }) => month)).toEqual(['2025-11', '2026-02']);
  });

  it('shows within the unit what does not leave it', () => {
    const [within, outside] = [true, false].map((withinUnit) => reportOf(broken('unit'), { withinUnit }));
    expect(within?.total.shares.patientIntroduction).toMatchObject({
      numerator: 3,
      denominator: 4,
      rate: 0.75,
    });
    expect(outside?.total.shares.patientIntroduction).toEqual({ suppressed: true });
    expect(outside?.total.timings.secondsPerIntroduction).toEqual({ suppressed: true });
    expect(outside?.groups[0]?.reasons.skipped).toEqual({ suppressed: true });
    const more = reportOf(broken('unit', 5), { withinUnit: false });
    expect(more.groups[0]?.shares.beforeSedation).toMatchObject({ numerator: 5, denominator: 5 });
  });
});

describe('A scheduled session', () => {
  const at = { ...where, time: '23:30', opened: false, held: false };
  const counting = (one: typeof at, today: string) => {
    const [found] = casesOfScheduled(one, [], today);
    return found !== undefined && 'counting' in found ? [found.where.shift, found.counting] : [];
  };

  it('is missing once its day is over, and nothing before', () => {
    expect(counting(at, '2026-03-03')).toEqual(['19:00–07:00', { done: false, missing: true }]);
    for (const today of ['2026-03-02', '2026-03-01'])
      expect(counting(at, today)).toEqual(['19:00–07:00', { excluded: 'day-not-over' }]);
  });

  it('is held only where a round was ended in it', () => {
    expect(counting({ ...at, opened: true }, '2026-04-01')[1]).toEqual({ done: false, missing: false });
    expect(counting({ ...at, opened: true, held: true }, '2026-04-01')[1]).toEqual({
      done: true,
      missing: false,
    });
  });
});

describe('A median', () => {
  const of = (...seconds: (number | null)[]) => {
    const total = new Total();
    const about = { where, role: null, learner: null } as const;
    for (const one of seconds) total.add({ ...about, figure: 'secondsPerTeamRound', seconds: one });
    return total.timing('secondsPerTeamRound');
  };

  it('is the middle of what is known, a half of a tenth up, however the values are written in binary', () => {
    expect(of(0.6, 0.7)).toMatchObject({ median: 0.7, denominator: 2, missing: 0 });
    expect(of(10, 9, null, 100)).toMatchObject({ median: 10, denominator: 3, missing: 1 });
    expect(of(null)).toEqual({ median: null, lower: null, upper: null, denominator: 0, missing: 1 });
  });
});
