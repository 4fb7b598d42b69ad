import { describe, expect, it } from 'vitest';
import { linesOf, longestWord, roomGrid } from '../../../renderer/screens/team/room-grid.ts';

describe('the team across the room', () => {
  it('stands so that nine people are read from four metres, with faces as large as that leaves', () => {
    expect(roomGrid(6)).toEqual({ wide: 3, tall: 1 });
    expect(roomGrid(9)).toEqual({ wide: 3, tall: 2 });
  });

  it('gives more people the largest names that fit', () => {
    expect(roomGrid(12).wide).toBe(3);
    expect(roomGrid(16).wide).toBe(4);
    expect(roomGrid(60).wide).toBe(8);
  });

  it('has a place for everybody, and for nobody', () => {
    for (let count = 0; count <= 60; count += 1) {
      const { wide, tall } = roomGrid(count);
      expect(wide).toBeGreaterThanOrEqual(1);
      expect(tall).toBeLessThanOrEqual(wide);
    }
  });
});

describe('a name across the room', () => {
  it('of one word, or short, stands on one line', () => {
    for (const name of ['Kofi', 'Konstantinos', 'Wolfeschlegelsteinhausen', 'Ana Paula', 'Jo'])
      expect(linesOf(name).lines, name).toBe(1);
  });

  it('is broken between its words only, into lines as even as they can be', () => {
    const { lines, letters } = linesOf('María del Carmen');
    expect(lines).toBe(2);
    expect(letters).toBeLessThan(10);
    expect(linesOf('María del Carmen Fernández Villavicencio').lines).toBe(4);
  });

  it('has the room that its signs need: broad letters and Chinese signs more, slim letters less', () => {
    expect(linesOf('Emma').letters).toBeGreaterThan(linesOf('Lili').letters);
    expect(linesOf('欧阳明月').letters).toBe(8);
    expect(linesOf('').letters).toBe(4);
  });

  it('makes way for the longest word of a role', () => {
    expect(longestWord('Nurse anesthetist')).toBe(longestWord('anesthetist'));
    expect(longestWord('OR')).toBe(4);
  });
});
