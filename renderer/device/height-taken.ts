import { type RefObject, useLayoutEffect } from 'react';

/**
 * Something at the upper edge takes its height from the screens, so that it hides nothing and pushes nothing out of
 * sight: what it takes, with its margin, stands in a variable that --screen takes off.
 */
export const useHeightTaken = (
  taker: RefObject<HTMLElement | null>,
  variable: '--band' | '--guide' | '--notice',
  isThere: boolean,
): void => {
  useLayoutEffect(() => {
    const element = taker.current;
    if (!isThere || element === null) return;
    const root = document.documentElement.style;
    const measure = () => {
      const taken = element.offsetHeight + Number.parseFloat(getComputedStyle(element).marginBlockEnd);
      root.setProperty(variable, `${taken}px`);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
      root.removeProperty(variable);
    };
  }, [taker, variable, isThere]);
};
