import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, genderOf, longestName, searchForm, shownName } from '../../core/names.ts';

describe('A name as it is kept', () => {
  it.each([
    ['Arabic', 'محمد عبد الله'],
    ['Chinese', '李小龙'],
    ['Hungarian', 'Szentgyörgyi Ágnes'],
    ['one name only', 'Sukarno'],
    ['five names', 'María del Carmen García de la Torre'],
    ['Persian, with a joiner', 'علی\u200cرضا'],
    ['Sinhala, with a joiner', 'ශ්\u200dරී'],
    ['Irish', 'O’Brien-Ní Dhomhnaill'],
    ['outside the basic plane', '𠮷野'],
  ])('stays as it is: %s', (_, name) => {
    expect(cleanName(name)).toEqual({ name });
  });

  it('is in one Unicode form and without spaces that say nothing', () => {
    expect(cleanName('  O\u0301lafur   Jo\u0301nsson ')).toEqual({ name: 'Ólafur Jónsson' });
  });

  it.each([
    ['a tab', 'Maria\tLopez'],
    ['a line break', 'Maria\nLopez'],
    ['a right-to-left override', 'Maria \u202ezepoL'],
    ['an isolate', '\u2067Maria\u2069'],
    ['a right-to-left mark', 'Maria\u200f'],
    ['a space of no width', 'Ma\u200bria'],
    ['hidden tag letters', 'Maria\u{e0041}'],
    ['half a surrogate pair', 'Maria\ud83d'],
  ])('is refused with %s in it', (_, name) => {
    expect(cleanName(name)).toEqual({ problem: 'forbidden-character' });
  });

  it.each([
    ['nothing', ''],
    ['spaces', '  \u3000 '],
    ['a joiner alone', '\u200d'],
    ['a mark without its letter', '\u0301'],
  ])('is refused when it is %s', (_, name) => {
    expect(cleanName(name)).toEqual({ problem: 'empty' });
  });

  it('has up to 120 code points, however many bytes they take', () => {
    expect(cleanName('𠮷'.repeat(longestName))).toEqual({ name: '𠮷'.repeat(120) });
    expect(cleanName('𠮷'.repeat(longestName + 1))).toEqual({ problem: 'too-long' });
  });

  it('is the same when it is cleaned again, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 130 }), (text) => {
        const once = cleanName(text);
        if ('name' in once) expect(cleanName(once.name)).toEqual(once);
      }),
    );
  });
});

describe('A search for a name', () => {
  it.each([
    ['Ólafur', 'olafur'],
    ['NGUYỄN Thị', 'nguyen thi'],
    ["O'Brien-Smith", 'o brien smith'],
    ['Jr.  Müller', 'jr muller'],
    ['李小龙', '李小龙'],
    ['İpek', 'ipek'],
  ])('finds %s by “%s”', (name, typed) => {
    expect(searchForm(name)).toBe(searchForm(typed));
    expect(searchForm(name)).toBe(typed);
  });
});

describe('The name that patients see', () => {
  const agnes = { given: 'Ágnes', family: 'Ónodi', preferred: null };

  it('is the preferred one, where there is one', () => {
    expect(shownName({ ...agnes, preferred: 'Ági' }, 'full')).toEqual({ first: 'Ági', rest: 'Ónodi' });
  });

  it('has no more than its policy says', () => {
    expect(shownName(agnes, 'full')).toEqual({ first: 'Ágnes', rest: 'Ónodi' });
    expect(shownName(agnes, 'first-and-initial')).toEqual({ first: 'Ágnes', rest: 'Ó.' });
    expect(shownName(agnes, 'first-only')).toEqual({ first: 'Ágnes', rest: '' });
  });

  it.each(['full', 'first-and-initial', 'first-only'] as const)(
    'is one name for who has one (%s)',
    (policy) => {
      expect(shownName({ given: 'Sukarno', family: null, preferred: null }, policy)).toEqual({
        first: 'Sukarno',
        rest: '',
      });
    },
  );

  it.each([
    ['an accent written apart', 'O\u0301nodi', 'O\u0301.'],
    ['a letter outside the basic plane', '𠮷野', '𠮷.'],
    ['a syllable with its vowel sign', 'कुमार', 'कु.'],
    ['a Thai letter with its mark', 'น้ำใส', 'น้ำ.'],
    ['an Arabic letter', 'عبد الله', 'ع.'],
  ])('has as its initial what a reader takes for one letter: %s', (_, family, rest) => {
    expect(shownName({ ...agnes, family }, 'first-and-initial').rest).toBe(rest);
  });
});

describe('The grammatical gender of a sentence about somebody', () => {
  it.each([
    ['she/her', 'feminine'],
    ['She / Her', 'feminine'],
    ['her', 'feminine'],
    ['ella', 'feminine'],
    ['elle/la', 'feminine'],
    ['هي', 'feminine'],
    ['he/him', 'masculine'],
    ['HE, HIM', 'masculine'],
    ['él', 'masculine'],
    ['e\u0301l/lo', 'masculine'],
    ['il/lui', 'masculine'],
    ['هو', 'masculine'],
    ['they/them', 'neutral'],
    ['elle·lui', 'feminine'],
    ['iel', 'neutral'],
    ['elles', 'neutral'],
    ['ils', 'neutral'],
    ['elliot', 'neutral'],
    ['هما', 'neutral'],
    ['', 'neutral'],
    [null, 'neutral'],
  ])('with the pronouns “%s” is %s', (pronouns, gender) => {
    expect(genderOf(pronouns)).toBe(gender);
  });
});
