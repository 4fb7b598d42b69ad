import { expect, test } from 'vitest';
import {
  askedOf,
  atFirst,
  purposes,
  type WantedExport,
} from '../../../../../renderer/screens/manage/exports/wanted.ts';

const today = '2026-11-22';
const wanted = (part: Partial<WantedExport> = {}): WantedExport => ({
  ...atFirst(today, { purpose: 'quality', session: undefined }),
  ...part,
});
const asked = (part: Partial<WantedExport>, session?: string) => askedOf(wanted(part), { today, session });
const october = { from: '2026-10-01', to: '2026-10-31' };
const all = { unit: null, place: null, kind: null };

test('what is offered first is last month, all of it, in the form of its purpose', () => {
  expect(purposes.map((purpose) => asked({ purpose }))).toEqual([
    { format: 'xlsx', ...october, ...all },
    { format: 'csv', table: 'summary', ...october, ...all },
    { format: 'bundle', of: { kind: 'days', ...october } },
    { format: 'fhir', form: 'ndjson', ...october, ...all },
  ]);
});

test('an auditor can take everything, or the session that they came from', () => {
  expect(asked({ purpose: 'auditor', period: 'everything' })).toEqual({
    format: 'bundle',
    of: { kind: 'all' },
  });
  const from = atFirst(today, { purpose: 'auditor', session: 's1' });
  expect(askedOf(from, { today, session: 's1' })).toEqual({
    format: 'bundle',
    of: { kind: 'session', id: 's1' },
  });
});

test('days that are none, or in the wrong order, are asked of nobody', () => {
  for (const own of [
    { from: '', to: '2026-11-01' },
    { from: '2026-11-02', to: '2026-11-01' },
    { from: '2026-11-02', to: '' },
  ])
    for (const purpose of purposes) expect(asked({ purpose, period: 'own', own })).toBeNull();
  const own = { from: '2026-11-01', to: '2026-11-01' };
  expect(asked({ period: 'own', own })).toMatchObject(own);
});

test('a unit, a place and a kind narrow every form but the record with its proof', () => {
  const narrowed = { unit: 'u', place: 'p', kind: 'surgery' as const };
  for (const purpose of ['spreadsheet', 'quality', 'system'] as const)
    expect(asked({ purpose, ...narrowed })).toMatchObject(narrowed);
  expect(asked({ purpose: 'auditor', ...narrowed })).toEqual({
    format: 'bundle',
    of: { kind: 'days', ...october },
  });
});
