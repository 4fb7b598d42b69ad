import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterQuiet, deviceLock, personLock, quiet, recoveryLock } from '../../../core/access/lockout.ts';

const minute = 60_000;
const hour = 60 * minute;
const waits = (lock: typeof personLock, failures: number[]) =>
  failures.map((count) => {
    const found = lock(count, 0);
    return found.is === 'waiting' ? found.ms / minute : found.is;
  });

test('the table is what happens: to a person, to the recovery code and to a device', () => {
  const counts = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 99];
  expect(waits(personLock, counts)).toEqual([
    ...['open', 'open', 'open', 0.5, 1, 2, 4, 8, 16, 32, 'disabled', 'disabled'],
  ]);
  expect(waits(recoveryLock, counts)).toEqual(['open', 'open', 'open', 0.5, 1, 2, 4, 8, 16, 32, 60, 60]);
  expect(waits(deviceLock, [0, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 5_000])).toEqual([
    ...['open', 'open', 0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60],
  ]);
});

test('a wait is over when it is, and not a millisecond before; to be disabled never is', () => {
  expect(personLock(4, minute - 1)).toEqual({ is: 'waiting', ms: 1 });
  expect(personLock(4, minute)).toEqual({ is: 'open' });
  expect(personLock(10, 1_000 * hour)).toEqual({ is: 'disabled' });
});

test('a device forgets one failure for each quiet half hour', () => {
  expect([0, quiet - 1, quiet, 2 * quiet, 20 * quiet].map((since) => afterQuiet(12, since))).toEqual([
    ...[12, 12, 11, 10, 0],
  ]);
});

/** What may happen between one guess and the next, as an attacker has it in hand. */
const move = fc.oneof(
  fc.record({ kind: fc.constant('guess' as const), person: fc.nat({ max: 30 }) }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 2 * hour }) }),
  fc.constant({ kind: 'restart' as const }),
  // Somebody who knows their own PIN, the attacker perhaps.
  fc.constant({ kind: 'own' as const }),
);

/** The moments at which guesses were looked at, of each person, by the rules alone. */
const looked = (moves: readonly (typeof move extends fc.Arbitrary<infer Move> ? Move : never)[]) => {
  const guesses: { at: number; person: number }[] = [];
  const people = new Map<number, { failures: number; since: number }>();
  let [now, device, since] = [0, 0, 0];
  for (const one of moves) {
    if (one.kind === 'wait') now += one.ms;
    if (one.kind === 'restart') {
      since = now;
      for (const person of people.values()) person.since = now;
    }
    if (one.kind !== 'guess' || deviceLock(device, now - since).is !== 'open') continue;
    const person = people.get(one.person) ?? { failures: 0, since: 0 };
    if (personLock(person.failures, now - person.since).is !== 'open') continue;
    people.set(one.person, { failures: person.failures + 1, since: now });
    [device, since] = [afterQuiet(device, now - since) + 1, now];
    guesses.push({ at: now, person: one.person });
  }
  return guesses;
};

test('nobody gets more than 16 guesses in an hour on a device, nor more than 10 ever at one PIN', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 400, size: 'max' }), (moves) => {
      const guesses = looked(moves);
      for (const { at } of guesses)
        expect(guesses.filter((one) => one.at >= at && one.at < at + hour).length).toBeLessThanOrEqual(16);
      for (const count of Map.groupBy(guesses, ({ person }) => person).values())
        expect(count.length).toBeLessThanOrEqual(10);
    }),
    { numRuns: 300 },
  );
});

test('the greediest gets 16 in the first hour and two in each that follows', () => {
  const greedy = Array.from({ length: 24 * 60 * 2 }, (_, at) => [
    { kind: 'guess' as const, person: at },
    { kind: 'wait' as const, ms: minute / 2 },
  ]).flat();
  const guesses = looked([
    ...Array.from({ length: 10 }, (_, at) => ({ kind: 'guess' as const, person: -at })),
    ...greedy,
  ]);
  expect(guesses.filter(({ at }) => at < hour).length).toBe(16);
  const later = guesses.filter(({ at }) => at >= 2 * hour).length;
  expect(later / 22).toBeLessThanOrEqual(2);
});
