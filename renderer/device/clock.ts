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
