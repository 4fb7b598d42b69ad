import { describe, expect, it } from 'vitest';
import {
  fellSilent,
  isSeized,
  noBurst,
  readKey,
  type Verdict,
} from '../../../renderer/device/badge-burst.ts';

/** Types these keys with this many ms between them, and gives the verdict on each. */
const type = (keys: string[], gap: number): Verdict[] => {
  let burst = noBurst;
  return keys.map((key, index) => {
    const result = readKey(burst, { key, at: 1_000 + index * gap, special: false });
    burst = result.burst;
    return result.verdict;
  });
};
const is = (verdicts: Verdict[]) => verdicts.map((verdict) => verdict.is);

describe('a badge reader', () => {
  it('is known by a quick burst that ends in Enter, and its code is taken as a whole', () => {
    expect(type([...'0049A7', 'Enter'], 8).at(-1)).toEqual({ is: 'badge', code: '0049A7' });
  });

  it('has nothing left in the field from its fourth character on', () => {
    expect(is(type([...'12345', 'Enter'], 50))).toEqual(['pass', 'pass', 'pass', 'seize', 'hold', 'badge']);
  });

  it('may hold Shift for capitals', () => {
    expect(type(['Shift', 'A', 'Shift', 'B', '1', '2', 'Enter'], 10).at(-1)).toEqual({
      is: 'badge',
      code: 'AB12',
    });
  });

  it('is never seen in fewer than four characters', () => {
    expect(is(type([...'123', 'Enter'], 8))).toEqual(['pass', 'pass', 'pass', 'pass']);
  });

  it('is known by when its keys came, however long they waited to be heard', () => {
    let burst = noBurst;
    for (const [index, key] of [...'0049A'].entries())
      burst = readKey(burst, { key, at: index * 8, special: false }).burst;
    expect(isSeized(burst)).toBe(true);
    burst = fellSilent(burst);
    expect(isSeized(burst)).toBe(false);
    const heardLate = readKey(burst, { key: '7', at: 40, special: false });
    expect(heardLate.verdict).toEqual({ is: 'seize' });
    const last = { key: 'Enter', at: 48, special: false };
    expect(readKey(heardLate.burst, last).verdict).toEqual({ is: 'badge', code: '0049A7' });
    expect(readKey(fellSilent(heardLate.burst), last).verdict).toEqual({ is: 'badge', code: '0049A7' });
  });

  it('is not seen when the Enter comes late', () => {
    const { burst } = [...'1234'].reduce(
      (sofar, key, index) => readKey(sofar.burst, { key, at: index * 10, special: false }),
      { burst: noBurst },
    );
    const late = readKey(burst, { key: 'Enter', at: 1_000, special: false });
    expect(late.verdict).toEqual({ is: 'return', text: '1234' });
  });
});

describe('somebody typing', () => {
  it('is let through key by key', () => {
    expect(is(type([...'Amara Okafor', 'Enter'], 51)).every((verdict) => verdict === 'pass')).toBe(true);
  });

  it('gets back what looked like a badge for a moment', () => {
    let burst = noBurst;
    for (const [index, key] of [...'fourt'].entries())
      burst = readKey(burst, { key, at: index * 20, special: false }).burst;
    const slow = readKey(burst, { key: 'h', at: 400, special: false });
    expect(slow.verdict).toEqual({ is: 'return', text: 'fourt' });
    expect(slow.burst.text).toBe('h');
  });

  it('gets back once what looked like a badge, whether a pause ended it or the next key', () => {
    let burst = noBurst;
    for (const [index, key] of [...'four'].entries())
      burst = readKey(burst, { key, at: index * 20, special: false }).burst;
    const slow = { key: 't', at: 400, special: false };
    expect(readKey(burst, slow).verdict).toEqual({ is: 'return', text: 'four' });
    expect(readKey(fellSilent(burst), slow).verdict).toEqual({ is: 'pass' });
  });

  it('can use shortcuts and input methods without being taken for a badge', () => {
    const { burst } = readKey(noBurst, { key: 'a', at: 0, special: false });
    expect(readKey(burst, { key: 'c', at: 10, special: true }).burst).toEqual(noBurst);
  });
});
