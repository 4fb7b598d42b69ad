import { describe, expect, it } from 'vitest';
import { softHyphen } from '../../renderer/i18n/hyphens.ts';
import { hyphenatedName } from '../../renderer/i18n/name-hyphens.ts';

/** With a hyphen that can be read in a failure. */
const seen = (name: string) => hyphenatedName(name).replaceAll(softHyphen, '-');

describe('A name, where there is less room than for its longest word', () => {
  it.each([
    ['Wolfeschlegelsteinhausen', 'Wol-fesch-legels-tein-hau-sen'],
    ['Konstantinos', 'Kons-tan-tinos'],
    ['María del Carmen Fernández Villavicencio', 'María del Carmen Fer-nán-dez Vil-lavi-cen-cio'],
    ['Владиславович', 'Вла-дис-лаво-вич'],
  ])('is broken before a syllable: %s', (name, broken) => {
    expect(seen(name)).toBe(broken);
  });

  it.each(['Kofi', 'Fernando', '欧阳明月', 'عبدالرحمن', '남궁석자', 'Jean-Luc'])(
    'is left as it is where it is short, or in a script that is broken otherwise: %s',
    (name) => {
      expect(hyphenatedName(name)).toBe(name);
    },
  );

  it('is the same name as ever, and no part of it is so small that it is no syllable', () => {
    for (const name of [
      'Wolfeschlegelsteinhausen',
      'Nguyễnthịminhkhai',
      'Þórðardóttir',
      'Müller-Lüdenscheidt',
    ]) {
      const parts = hyphenatedName(name).split(softHyphen);
      expect(parts.join('')).toBe(name.normalize('NFC'));
      if (parts.length > 1)
        for (const part of parts) expect([...part].length, name).toBeGreaterThanOrEqual(3);
    }
  });
});
