import { expect, test } from 'vitest';
import type { Filters } from '../../../../../core/figures/view.ts';
import { closerIn, closerTo, presetOf } from '../../../../../renderer/screens/manage/figures/behind.ts';
import { wantedFrom } from '../../../../../renderer/screens/manage/sessions/wanted.ts';

const nowhere: Filters = {
  ...{ unit: null, place: null, kind: null, urgency: null, shift: null, role: null },
};
const year = { from: '2026-01-01', to: '2026-12-31' };
const told = { days: year, filters: nowhere };

test('the sessions behind figures are of the same days, unit, place, kind and urgency', () => {
  const filters: Filters = { ...nowhere, unit: 'u', place: 'p', kind: 'surgery', urgency: 'urgent' };
  const preset = presetOf({ days: year, filters });
  expect(wantedFrom(preset)).toMatchObject({
    sought: { ...year, unit: 'u', place: 'p', kind: 'surgery', urgency: 'urgent', mark: null, reason: null },
    list: 'held',
  });
  expect(preset).toMatchObject({ back: 'figures' });
  expect(preset).not.toHaveProperty('except');
});

test('that sessions cannot be narrowed to a shift or a role is said, and neither is asked for', () => {
  const preset = presetOf({ days: year, filters: { ...nowhere, shift: '07:00–15:00', role: 'surgeon' } });
  expect(preset).toEqual({ ...year, back: 'figures', except: 'shift role' });
  expect(presetOf({ days: year, filters: { ...nowhere, role: 'surgeon' } }).except).toBe('role');
});

test('a point of a chart, a reason and what was never held lead to what is behind them and nothing more', () => {
  const week = { from: '2026-03-02', to: '2026-03-08' };
  expect(wantedFrom(presetOf(told, { days: week })).sought).toMatchObject(week);
  const reason = presetOf(told, { mark: 'skipped', reason: 'no-time' });
  expect(wantedFrom(reason).sought).toMatchObject({ mark: 'skipped', reason: 'no-time' });
  expect(wantedFrom(presetOf(told, closerIn.coverage)).list).toBe('not-held');
  expect(wantedFrom(presetOf(told, closerIn.beforeSedation)).sought.mark).toBe('after-sedation');
});

test('a reason that is none of the mark is left aside', () => {
  expect(wantedFrom({ mark: 'absent', reason: 'no-time' }).sought.reason).toBeNull();
  expect(wantedFrom({ reason: 'no-time' }).sought.reason).toBeNull();
});

test('a group leads to its sessions, a month only as far as it is among the days; a shift and a role to none', () => {
  expect(closerTo('place', 'p', told)).toEqual({ filters: { place: 'p' } });
  expect(closerTo('month', '2026-02', told)).toEqual({ days: { from: '2026-02-01', to: '2026-02-28' } });
  const days = { from: '2026-02-10', to: '2026-03-15' };
  expect(closerTo('month', '2026-02', { ...told, days })).toEqual({
    days: { from: '2026-02-10', to: '2026-02-28' },
  });
  expect(closerTo('month', '2026-03', { ...told, days })).toEqual({
    days: { from: '2026-03-01', to: '2026-03-15' },
  });
  expect(closerTo('shift', '07:00–15:00', told)).toBeNull();
  expect(closerTo('role', 'surgeon', told)).toBeNull();
});
