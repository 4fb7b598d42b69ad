import { useLayoutEffect, useSyncExternalStore } from 'react';
import type { Theme } from '../../core/view.ts';
import { themeAt, wallTime } from './theme.ts';

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');
const onSystemChange = (listener: () => void) => {
  darkSystem.addEventListener('change', listener);
  return () => darkSystem.removeEventListener('change', listener);
};

/** Sets the page's theme by the place's hours and the time now. */
export const useTheme = (theme: Theme | null, now: Date): void => {
  const systemIsDark = useSyncExternalStore(onSystemChange, () => darkSystem.matches);
  const name = theme === null ? null : themeAt(theme, wallTime(now), systemIsDark);
  useLayoutEffect(() => {
    if (name !== null) document.documentElement.dataset.theme = name;
  }, [name]);
};
