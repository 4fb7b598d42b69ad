import { describe, expect, it } from 'vitest';
import { longestWord, nameWidths, roleSize, roomGrid } from '../../../renderer/screens/team/room-grid.ts';

describe('the team across the room', () => {
  it('stands so that nine people are read from four metres, with faces as large as that leaves', () => {
    expect(roomGrid(6)).toEqual({ wide: 3, tall: 2 });
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
  it('of one word is as wide in one line as in three: no word is ever broken', () => {
    for (const name of ['Kofi', 'Konstantinos', 'Wolfeschlegelsteinhausen', 'Jo']) {
      const [one, two, three] = nameWidths(name);
      expect([two, three], name).toEqual([one, one]);
    }
  });

  it('of more words may stand in more lines, as even as they can be', () => {
    const [one, two, three] = nameWidths('María del Carmen Fernández Villavicencio');
    expect(one).toBeGreaterThan(35);
    expect(two).toBeLessThan(0.6 * one);
    expect(three).toBeLessThan(two);
    expect(three).toBeGreaterThan(11);
    const [whole, halves] = nameWidths('María del Carmen');
    expect(halves).toBeLessThan(0.65 * whole);
  });

  it('has the room that its signs need: broad letters and Chinese signs more, slim letters less', () => {
    expect(nameWidths('Emma')[0]).toBeGreaterThan(nameWidths('Lili')[0]);
    expect(nameWidths('欧阳明月')).toEqual([8, 8, 8]);
    expect(nameWidths('')).toEqual([4, 4, 4]);
  });

  it('makes way for the longest word of a role, and for a second line of a long one', () => {
    expect(longestWord('Nurse anesthetist')).toBe(longestWord('anesthetist'));
    expect(longestWord('OR')).toBe(4);
    expect(roleSize('Nurse anesthetist').lines).toBe(1);
    expect(roleSize('Chuyên viên tuần hoàn ngoài cơ thể').lines).toBe(2);
    expect(roleSize('Операционный техник').mayBreak).toBe(true);
    expect([roleSize('Charge nurse').mayBreak, roleSize('Surgeon').mayBreak]).toEqual([false, false]);
  });
});
