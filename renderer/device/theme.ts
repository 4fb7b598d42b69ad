import type { Theme } from '../../core/view.ts';

/**
 * Day or night, at a wall time as HH:MM. `auto` is night between the place's hours, and whenever the system
 * itself asks for dark.
 */
export const themeAt = (
  { mode, nightFrom, dayFrom }: Theme,
  time: string,
  systemIsDark: boolean,
): 'day' | 'night' => {
  if (mode !== 'auto') return mode;
  if (systemIsDark) return 'night';
  const overMidnight = nightFrom > dayFrom;
  const night = overMidnight ? time >= nightFrom || time < dayFrom : time >= nightFrom && time < dayFrom;
  return night ? 'night' : 'day';
};

/** A moment's local wall time as HH:MM, to compare with the hours of a theme. */
export const wallTime = (moment: Date): string =>
  `${String(moment.getHours()).padStart(2, '0')}:${String(moment.getMinutes()).padStart(2, '0')}`;
