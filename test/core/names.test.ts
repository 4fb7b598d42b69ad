import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanName,
  genderOf,
  longestName,
  searchForm,
  searchText,
  shownName,
  wholeName,
} from '../../core/names.ts';
import { quotedName } from '../../core/roster/doubles.ts';

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

describe('A whole name in one line', () => {
  it.each([
    ['석자', '한', '한석자'],
    ['小明', '王', '王小明'],
    ['さくら', '佐藤', '佐藤さくら'],
    ['エリ', '林', '林エリ'],
    ['Ágnes', 'Ónodi', 'Ágnes Ónodi'],
    ['James', '김', 'James 김'],
    ['マリア', 'サントス', 'マリア サントス'],
    ['Олена', 'Коваленко', 'Олена Коваленко'],
    ['Sukarno', '', 'Sukarno'],
  ])('has the family name where it is written: %s, %s', (first, rest, whole) => {
    expect(wholeName({ first, rest })).toBe(whole);
  });

  it('is found as it is written, and by each of its parts', () => {
    const found = searchText(['석자', '한', null]).split(' ');
    for (const typed of ['석자', '한', '한석자']) expect(found).toContain(searchForm(typed));
    expect(searchText(['Ágnes', 'Ónodi'])).toBe('agnes onodi');
  });

  it('has no initial that would be all of the family name', () => {
    const name = { given: '석자', family: '한', preferred: null };
    expect(shownName(name, 'first-and-initial')).toEqual({ first: '석자', rest: '' });
    expect(shownName({ ...name, family: '남궁' }, 'first-and-initial').rest).toBe('남.');
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
    ['ela/dela', 'feminine'],
    ['ele/dele', 'masculine'],
    ['она/её', 'feminine'],
    ['Он', 'masculine'],
    ['они', 'neutral'],
    ['elu', 'neutral'],
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

it('is in the same order where a list is told of somebody', () => {
  expect(quotedName({ given: '석자', family: '한' })).toContain('한석자');
  expect(quotedName({ given: 'Ágnes', family: 'Ónodi' })).toContain('Ágnes Ónodi');
  expect(quotedName({ given: 'Sukarno', family: null })).toContain('Sukarno');
});
