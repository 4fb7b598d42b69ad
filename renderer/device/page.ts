import { useEffect, useLayoutEffect, useRef } from 'react';

/** Larger text for the whole page, while a patient who asked for it is looking. */
export const useTextSize = (large: boolean): void => {
  useLayoutEffect(() => {
    document.documentElement.dataset.text = large ? 'large' : 'usual';
  }, [large]);
};

/** When another screen comes up, the focus goes to its heading, so that reading and tabbing begin there. */
export const useFocusOnArrival = (screen: string): void => {
  const shown = useRef(screen);
  useEffect(() => {
    if (shown.current === screen) return;
    shown.current = screen;
    const heading = document.querySelector('h1');
    if (heading === null) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [screen]);
};
