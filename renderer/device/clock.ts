import { useEffect, useState } from 'react';

/** The time now, told again as each `step` of milliseconds begins on the wall clock. */
export const useNow = (step: number): Date => {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    let timer = 0;
    const tick = () => {
      setNow(new Date());
      timer = window.setTimeout(tick, step - (Date.now() % step));
    };
    timer = window.setTimeout(tick, step - (Date.now() % step));
    return () => window.clearTimeout(timer);
  }, [step]);
  return now;
};

export const second = 1_000;
export const minute = 60_000;

/**
 * Milliseconds by a clock that never jumps, to measure how long ago something was: compare it with nothing but itself. A
 * kiosk is on for months, and its wall clock is set while it is.
 */
export const steadyNow = (): number => performance.now();

/** How long ago this moment (RFC 3339) was by the wall clock, in ms; null where it lies ahead, as after a clock set back. */
export const msSince = (at: string): number | null => {
  const ms = Date.now() - Date.parse(at);
  return ms >= 0 ? ms : null;
};
