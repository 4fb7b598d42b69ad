import { describe, expect, it } from 'vitest';
import { createIdle, type Idle, idleAt, longestTouch } from '../../../renderer/device/idle.ts';

const patience = { asksAfter: 120_000, waits: 30_000 };

/** A watch over a screen in a time that runs only when it is told to. */
const watch = () => {
  let time = 0;
  let timers: { at: number; run: () => void }[] = [];
  const told: Idle[] = [];
  const sources = {
    now: () => time,
    later: (ms: number, run: () => void) => {
      const timer = { at: time + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
  };
  const idle = createIdle(patience, sources, (is) => told.push(is));
  const pass = (ms: number) => {
    const until = time + ms;
    for (;;) {
      const next = timers.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0];
      if (next === undefined) break;
      time = next.at;
      timers = timers.filter((one) => one !== next);
      next.run();
    }
    time = until;
  };
  return { ...idle, told, pass };
};

describe('a screen that is left alone', () => {
  it('asks, waits, and only then lets go', () => {
    const { told, pass } = watch();
    pass(119_999);
    expect(told).toEqual([]);
    pass(1);
    expect(told).toEqual(['asking']);
    pass(29_999);
    expect(told).toEqual(['asking']);
    pass(1);
    expect(told).toEqual(['asking', 'over']);
  });

  it('counts from the last thing that was done', () => {
    const { told, pass, touched } = watch();
    for (let time = 0; time < 5; time += 1) {
      pass(119_000);
      touched();
    }
    expect(told).toEqual([]);
  });

  it('is quiet again once somebody answers, and asks again later', () => {
    const { told, pass, answered } = watch();
    pass(140_000);
    answered();
    pass(119_999);
    expect(told).toEqual(['asking', 'quiet']);
    pass(1);
    expect(told).toEqual(['asking', 'quiet', 'asking']);
  });

  it('waits anew while somebody is finding the answer', () => {
    const { told, pass, touched } = watch();
    pass(149_000);
    touched();
    pass(29_999);
    expect(told).toEqual(['asking']);
    pass(1);
    expect(told).toEqual(['asking', 'over']);
  });

  it('never interrupts a touch', () => {
    const { told, pass, pressed, released } = watch();
    pass(119_999);
    pressed();
    pass(200_000);
    expect(told).toEqual([]);
    released();
    pass(119_999);
    expect(told).toEqual([]);
    pass(1);
    pressed();
    pass(170_000);
    expect(told).toEqual(['asking']);
  });

  it('does not take what lies on the screen for a finger', () => {
    const { told, pass, pressed } = watch();
    pressed();
    pass(longestTouch + 30_000);
    expect(told).toEqual(['over']);
  });

  it('says nothing after it is over, or once nobody watches any more', () => {
    const { told, pass, touched, answered } = watch();
    pass(150_000);
    touched();
    answered();
    pass(500_000);
    expect(told).toEqual(['asking', 'over']);
    const other = watch();
    other.stop();
    other.pass(500_000);
    expect(other.told).toEqual([]);
  });
});

it('what is decided follows from the table', () => {
  const decided = (since: number, isTouched: boolean, was: 'quiet' | 'asking') =>
    idleAt(since, isTouched, was, patience);
  expect([0, 119_999, 120_000, 149_999, 150_000].map((since) => decided(since, false, 'quiet'))).toEqual([
    'quiet',
    'quiet',
    'asking',
    'asking',
    'over',
  ]);
  expect(decided(150_000, true, 'quiet')).toBe('quiet');
  expect(decided(150_000, true, 'asking')).toBe('asking');
  expect(decided(longestTouch, true, 'asking')).toBe('over');
});
