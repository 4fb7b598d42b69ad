import { describe, expect, test } from 'vitest';
import { isBroughtBack, isUnmoved, type Standing, whereTheWallGoes } from '../../electron/shell/displays.ts';

const display = (id: number, [x, y, width, height]: [number, number, number, number]): Standing => ({
  id,
  bounds: { x, y, width, height },
});
const kiosk = display(1, [0, 0, 1280, 800]);
const monitor = display(2, [1280, 0, 1920, 1080]);
const large = display(3, [3200, 0, 3840, 2160]);

describe('the wall view', () => {
  test('goes to the display that is not the kiosk’s, whichever of them the system calls the first', () => {
    expect(whereTheWallGoes([kiosk, monitor], { kiosk, wall: null })).toBe(monitor);
    expect(whereTheWallGoes([monitor, kiosk], { kiosk, wall: null })).toBe(monitor);
    expect(whereTheWallGoes([kiosk, monitor], { kiosk: monitor, wall: null })).toBe(kiosk);
  });

  test('is nowhere where there is only one display, or the second shows what the first does', () => {
    expect(whereTheWallGoes([kiosk], { kiosk, wall: null })).toBeNull();
    const mirror = display(9, [0, 0, 1920, 1080]);
    expect(whereTheWallGoes([kiosk, mirror], { kiosk, wall: null })).toBeNull();
    expect(whereTheWallGoes([kiosk, display(4, [1280, 0, 0, 0])], { kiosk, wall: null })).toBeNull();
  });

  test('takes the largest of several, and stays where it hangs when a larger one comes', () => {
    expect(whereTheWallGoes([kiosk, monitor, large], { kiosk, wall: null })).toBe(large);
    expect(whereTheWallGoes([kiosk, monitor, large], { kiosk, wall: monitor.id })).toBe(monitor);
    expect(whereTheWallGoes([kiosk, large], { kiosk, wall: monitor.id })).toBe(large);
  });

  test('is left alone while its display stands as it stood', () => {
    expect(isUnmoved(monitor, { ...monitor })).toBe(true);
    expect(isUnmoved(null, null)).toBe(true);
    expect(isUnmoved(monitor, display(2, [1280, 0, 1080, 1920]))).toBe(false);
    expect(isUnmoved(monitor, null)).toBe(false);
  });

  test('comes back three times in a minute when its page crashes, and again when the minute is over', () => {
    expect(isBroughtBack([], 0)).toBe(true);
    expect(isBroughtBack([0, 1_000], 2_000)).toBe(true);
    expect(isBroughtBack([0, 1_000, 2_000], 3_000)).toBe(false);
    expect(isBroughtBack([0, 1_000, 2_000], 60_000)).toBe(true);
  });
});
