import { describe, expect, it } from 'vitest';
import { signInIdleMs } from '../../../../core/access/sign-in.ts';
import { createStaying, tellEvery } from '../../../../renderer/screens/manage/staying.ts';

/** A page in a time that runs only when it is told to, and when the device was told. */
const page = () => {
  let time = 0;
  let waiting: { at: number; run: () => void } | null = null;
  const told: number[] = [];
  const staying = createStaying(() => told.push(time), {
    now: () => time,
    later: (ms, run) => {
      waiting = { at: time + ms, run };
      return () => {
        waiting = null;
      };
    },
  });
  const pass = (ms: number) => {
    const until = time + ms;
    if (waiting !== null && waiting.at <= until) {
      const { at, run } = waiting;
      [time, waiting] = [at, null];
      run();
    }
    time = until;
  };
  return { ...staying, told, pass };
};

describe('somebody who is signed in and works', () => {
  it('keeps the sign-in for as long as a form takes, though nothing is asked of the device meanwhile', () => {
    const { seen, pass, told } = page();
    for (let second = 0; second < 5 * 60; second += 1) {
      pass(1_000);
      seen();
    }
    const gaps = told.map((at, place) => at - (told[place - 1] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(signInIdleMs / 2);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(tellEvery);
  });

  it('is told of at once after a pause', () => {
    const { seen, pass, told } = page();
    pass(90_000);
    seen();
    expect(told).toEqual([90_000]);
  });

  it('is told of to the last key, so that the device does not let go before the page asks', () => {
    const { seen, pass, told } = page();
    pass(30_000);
    seen();
    pass(5_000);
    seen();
    pass(60_000);
    expect(told).toEqual([30_000, 50_000]);
  });

  it('is told of no more once they left', () => {
    const { seen, pass, told, stop } = page();
    pass(5_000);
    seen();
    stop();
    pass(60_000);
    expect(told).toEqual([]);
  });
});
