import type { Driver } from './driver.ts';
import type { Touch } from './touches.ts';

/** One screen as it is in the course of a day: brought about on the device, then touched in each window. */
export interface Scene {
  name: string;
  /** What happens on the device, once; all windows follow. */
  before?: (kiosk: Driver) => Promise<void>;
  /** What is touched in a window before its picture is taken, and what takes that back afterward. */
  touch?: Touch;
  after?: Touch;
  /** Only windows with such a name (SIZE-THEME-LANGUAGE), where the others would show nothing new. */
  only?: RegExp;
  /** In larger text, and with a crowd, there is more than one screen. */
  scrolls?: boolean;
  /** Something goes wrong on purpose: what the browser says of it is no complaint. */
  trouble?: boolean;
}

/** Sheets look alike by day and by night, and in the sizes that lie. */
export const sheets = /^(?:1280x800|800x1280|1024x768)-day-|^1280x800-night-en/u;
export const few = /^1280x800-day-(?:en|ar)|^1024x768-day-/u;
export const seenByAll = /-day-(?:en|ar)/u;
