import { expect, test } from 'vitest';
import { type Holder, wouldBeLast } from '../../../core/access/holders.ts';

const holder = (person: string, over: Partial<Holder> = {}): Holder => ({
  ...{ person, role: 'manager', hasPin: true, failures: 0 },
  ...over,
});

test('the last who can give access keeps it; one of two does not have to', () => {
  expect(wouldBeLast([holder('a')], 'a')).toBe(true);
  expect(wouldBeLast([holder('a'), holder('b')], 'a')).toBe(false);
  expect(wouldBeLast([holder('a'), holder('b', { role: 'admin' })], 'a')).toBe(false);
  expect(wouldBeLast([holder('a')], 'nobody')).toBe(false);
});

test('nor do they become an auditor; from manager to admin is no loss', () => {
  expect(wouldBeLast([holder('a')], 'a', 'auditor')).toBe(true);
  expect(wouldBeLast([holder('a')], 'a', 'admin')).toBe(false);
});

test('who cannot sign in does not count: without a PIN, disabled, or an auditor', () => {
  for (const over of [{ hasPin: false }, { failures: 10 }, { role: 'auditor' as const }])
    expect(wouldBeLast([holder('a'), holder('b', over)], 'a'), JSON.stringify(over)).toBe(true);
  expect(wouldBeLast([holder('a'), holder('b', { failures: 9 })], 'a')).toBe(false);
});

test('an auditor can always go', () => {
  expect(wouldBeLast([holder('a', { role: 'auditor' })], 'a')).toBe(false);
});
