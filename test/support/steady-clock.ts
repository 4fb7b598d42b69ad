import type { Clock } from '../../electron/log/clock.ts';

/** A clock that stands until time is let pass: both the one on the wall and the one that never jumps. */
export const steadyClock = (from = new Date(2026, 10, 22, 9)) => {
  let [wall, mono] = [from.getTime(), 0];
  const clock: Clock & { pass(ms: number): void; set(to: Date): void } = {
    now: () => new Date(wall),
    mono: () => mono,
    pass: (ms) => {
      wall += ms;
      mono += ms;
    },
    /** Sets the one on the wall, as a person does. */
    set: (to) => {
      wall = to.getTime();
    },
  };
  return clock;
};
