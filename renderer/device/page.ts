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
    focusHeading();
    window.scrollTo(0, 0);
  }, [screen]);
};

/** When what had the focus goes away on the same screen, as Undo does once it was pressed, the heading has it. */
export const useFocusKept = (): void => {
  useEffect(() => {
    let last: EventTarget | null = null;
    const onFocus = ({ target }: FocusEvent) => {
      last = target;
    };
    const bringBack = () => {
      const isLost = document.activeElement === document.body && last instanceof Element && !last.isConnected;
      if (isLost) focusHeading();
    };
    // A sheet that closes gives the focus back by itself, a frame later.
    const observer = new MutationObserver(() =>
      requestAnimationFrame(() => requestAnimationFrame(bringBack)),
    );
    document.addEventListener('focusin', onFocus);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', onFocus);
      observer.disconnect();
    };
  }, []);
};

const focusHeading = (): void => {
  const heading = document.querySelector('h1');
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
};
