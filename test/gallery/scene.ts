import type { Driver } from './driver.ts';
import type { Touch } from './touches.ts';

/** One screen as it is in the course of a day: brought about on the device, then touched in its window. */
export interface Scene {
  name: string;
  /** The scene whose device this one goes on with. Without one nothing is open, and nothing was touched. */
  follows?: string;
  /** What happens on the device; the window follows. */
  before?: (kiosk: Driver) => Promise<void>;
  /** What is touched before the pictures are taken; it stays for all windows. The next scene finds the screen anew. */
  touch?: Touch;
  /** What takes back on the device what was touched. */
  after?: Touch;
  /** Touched in each window anew: what is seen does not last, or is elsewhere in another size. */
  eachWindow?: boolean;
  /** Only windows with such a name (SIZE-THEME-LANGUAGE), where the others would show nothing new. */
  only?: RegExp;
  /** Also in a window as wide as a telephone. */
  phone?: boolean;
  /** In larger text, and with a crowd, there is more than one screen. */
  scrolls?: boolean;
  /** Something goes wrong on purpose: what the browser says of it is no complaint. */
  trouble?: boolean;
  /** Others go on from here; another scene shows the same screen. */
  unseen?: boolean;
}

/** One after the other on one device: each scene goes on with what the one before brought about. */
export const inARow = (...scenes: readonly Scene[]): readonly Scene[] =>
  scenes.map((scene, at) => {
    const earlier = scenes[at - 1];
    return earlier === undefined ? scene : { ...scene, follows: earlier.name };
  });

/** Sheets, and screens in larger text: in every size, and by night in one. */
export const sheets = /-day-|^1280x800-night-/u;
/** One detail of a screen that is there in full already. */
export const few = /^(?:1280x800|1024x768)-day-/u;
