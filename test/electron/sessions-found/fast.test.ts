import { expect, test } from 'vitest';
import { bitOf } from '../../../core/timeline/marks.ts';
import {
  countMissed,
  countSessions,
  findMissed,
  findSessions,
} from '../../../electron/store/sessions-found.ts';
import { demoDevice } from '../../support/device.ts';

/** How SQLite goes about the question that this asks, in its own words. */
const planOf = (ask: (db: never) => unknown): string[] => {
  const { db } = demoDevice();
  const asked: string[] = [];
  const spying = {
    prepare: (sql: string) => {
      asked.push(sql);
      return db.prepare(sql);
    },
  };
  ask(spying as never);
  return asked.flatMap((sql) => {
    const explained = db.prepare(`explain query plan ${sql}`);
    const names = [...sql.matchAll(/(?<!:):([a-z_]+)/gu)].map(([, name = '']) => name);
    return explained
      .all(Object.fromEntries(names.map((name) => [name, null])))
      .map((row) => String((row as { detail: string }).detail));
  });
};

const all = { from: '', to: '9', place: null, unit: null, kind: null, urgency: null };
const sought = { ...all, person: null, marks: bitOf('absent'), status: 'absent', reason: 'not-coming' };

test('sessions are found and counted from an index alone, however many there are', () => {
  const found = planOf((db) => findSessions.all(db, { ...sought, before_at: '~', before_id: '~', most: 26 }));
  expect(found).toContainEqual(
    expect.stringMatching(/^SEARCH session USING COVERING INDEX session_to_find/u),
  );
  const counted = planOf((db) => countSessions.get(db, sought));
  expect(counted).toContainEqual(
    expect.stringMatching(/^SEARCH session USING COVERING INDEX session_to_find/u),
  );
  for (const plan of [...found, ...counted])
    expect(plan).not.toMatch(/^SCAN (session|round|introduction)\b/u);
});

test('what was scheduled and not held is found from indices alone', () => {
  const missed = { ...all, today: '2026-11-22', now: '09:00', not_held: bitOf('not-held') };
  const before = { before_date: '~', before_time: '~', before_id: '~', most: 26 };
  const plans = [
    ...planOf((db) => findMissed.all(db, { ...missed, ...before })),
    ...planOf((db) => countMissed.get(db, missed)),
  ];
  expect(plans.filter((plan) => plan.includes('COVERING INDEX scheduled_by_date'))).toHaveLength(2);
  expect(plans.filter((plan) => plan.includes('COVERING INDEX session_of_scheduled'))).toHaveLength(2);
});
