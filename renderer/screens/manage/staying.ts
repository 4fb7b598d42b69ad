import type { IdleSources } from '../../device/idle.ts';

/** How often at most the device is told that somebody is still there, in ms. */
export const tellEvery = 20_000;

/**
 * Passes on to the device that somebody is there: at once, or where it was told a moment ago, once `tellEvery` is over. So
 * the last thing that somebody did is always told, and the device never lets go before the page asks.
 */
export const createStaying = (tell: () => void, { now, later }: IdleSources) => {
  let told = now();
  let forget: (() => void) | null = null;
  const say = () => {
    forget = null;
    told = now();
    tell();
  };
  return {
    /** Somebody touched, typed or scrolled. */
    seen: () => {
      if (forget !== null) return;
      const left = told + tellEvery - now();
      if (left <= 0) say();
      else forget = later(left, say);
    },
    stop: () => {
      forget?.();
      forget = null;
    },
  };
};
