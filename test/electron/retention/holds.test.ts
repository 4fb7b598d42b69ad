import { expect, test } from 'vitest';
import { decodeEntry } from '../../../core/log/entry.ts';
import { holds, placeHold, releaseHold } from '../../../electron/services/retention/holds.ts';
import { allEntries } from '../../../electron/store/log.ts';
import { bedside, demoDevice } from '../../support/device.ts';

const administrator = { kind: 'command-line' } as const;
const november = { from: '2026-11-01', to: '2026-11-30' };

test('a hold is on a session or on days, and stands until it is released', () => {
  const device = demoDevice();
  const { open, tap } = bedside(device);
  const session = open();
  tap({ type: 'close-session' });
  const one = placeHold(device, { held: { session }, note: 'Complaint 17/2026' }, administrator);
  const other = placeHold(device, { held: november, note: null }, administrator);
  if (!one.ok || !other.ok) throw new Error('A hold was refused');
  expect(holds(device)).toMatchObject([
    { id: one.value, held: { session }, note: 'Complaint 17/2026' },
    { id: other.value, held: november, note: null },
  ]);
  expect(releaseHold(device, one.value, administrator).ok).toBe(true);
  expect(holds(device).map(({ id }) => id)).toEqual([other.value]);
  expect(releaseHold(device, one.value, administrator)).toEqual({ ok: false, problem: 'no-such-hold' });
});

test('the log says which session or days are on hold and since when, never why', () => {
  const device = demoDevice();
  const session = bedside(device).open();
  const one = placeHold(device, { held: { session }, note: 'Complaint 17/2026' }, administrator);
  placeHold(device, { held: november, note: 'Dr. Ashgrove asked' }, administrator);
  if (one.ok) releaseHold(device, one.value, administrator);
  const stored = allEntries.all(device.db, {}).map(({ bytes }) => bytes);
  expect(stored.slice(-3).map(decodeEntry)).toMatchObject([
    { type: 'hold-placed', actor: administrator, ids: { session }, data: { from: null, to: null } },
    { type: 'hold-placed', actor: administrator, ids: {}, data: november },
    { type: 'hold-released', actor: administrator, data: {} },
  ]);
  for (const bytes of stored) expect(Buffer.from(bytes).toString()).not.toMatch(/Complaint|Ashgrove/u);
});

test('a hold that means nothing is refused, and nothing is written of it', () => {
  const device = demoDevice();
  const session = bedside(device).open();
  const size = () => allEntries.all(device.db, {}).length;
  const before = size();
  const reversed = { from: november.to, to: november.from };
  expect(placeHold(device, { held: { session: 'nobody-knows' }, note: null }, administrator)).toEqual({
    ok: false,
    problem: 'no-such-session',
  });
  expect(placeHold(device, { held: reversed, note: null }, administrator)).toEqual({
    ok: false,
    problem: 'days-reversed',
  });
  for (const note of ['', '  ', 'x'.repeat(121), 'one\u202etwo'])
    expect(placeHold(device, { held: { session }, note }, administrator)).toEqual({
      ok: false,
      problem: 'note-unusable',
    });
  expect(holds(device)).toEqual([]);
  expect(size()).toBe(before);
});
