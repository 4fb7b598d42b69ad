import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  conventionsOf,
  datesOf,
  languageNamesOf,
  listsOf,
  timesOf,
} from '../../renderer/i18n/conventions.ts';
import { languages, loadAllWords, loadWords, spoken, wordsOf } from '../../renderer/i18n/languages.ts';

describe('the words of a language', () => {
  it('are there from the start in English, and come when they are asked for in the others', async () => {
    expect(loadWords('en')).toBeNull();
    const early = wordsOf('fr');
    expect(early.t('start:people', { count: 2 })).toBe('2 people');
    const [one, other] = [loadWords('fr'), loadWords('fr')];
    expect(one).toBe(other);
    await one;
    // Whoever had asked before hears of them too.
    expect(early.t('start:people', { count: 2 })).toBe('2 personnes');
    expect(loadWords('fr')).toBeNull();
  });

  it('are all there after a while but those that only managers read, which come with their screens', async () => {
    const files = readdirSync(join(import.meta.dirname, '../../resources/locales/en')).sort();
    await loadAllWords();
    expect(languages.map(loadWords)).toEqual(languages.map(() => null));
    const known = (language: string) =>
      Object.keys(wordsOf(language).getDataByLanguage(language) ?? {}).map((name) => `${name}.json`);
    const bedside = known('en');
    expect(bedside).not.toContain('figures.json');
    for (const language of languages) expect(known(language), language).toEqual(bedside);
    await import('../../renderer/screens/manage/frame.tsx');
    for (const language of languages) expect(known(language).sort(), language).toEqual(files);
  });
});

describe('the language of a screen', () => {
  beforeAll(loadAllWords);

  it.each([
    ['zh-Hans', 'zh'],
    ['zh-CN', 'zh'],
    ['yue', 'zh'],
    ['fil', 'tl'],
    ['fil-PH', 'tl'],
    ['tl', 'tl'],
    ['pt-BR', 'pt'],
    ['pt_BR', 'pt'],
    ['ES-mx', 'es'],
    ['ht-HT', 'ht'],
    ['xx', 'en'],
  ])('for %s is %s', (tag, language) => {
    expect(spoken(tag)).toBe(language);
  });

  it('is the first that is spoken of several', () => {
    expect(spoken(null, 'am', 'vi-VN', 'fr')).toBe('vi');
    expect(spoken(null)).toBe('en');
  });

  it('is offered in the order of the list, English first', () => {
    expect(languages).toEqual(['en', 'es', 'zh', 'vi', 'ko', 'tl', 'ar', 'ht', 'ru', 'pt', 'fr']);
  });

  it.each([
    [1, '1 moun'],
    [1234, '1234 moun'],
  ])('counts %d in Haitian Creole, whatever the machine speaks', (count, words) => {
    expect(wordsOf('ht').t('start:people', { count })).toBe(words);
  });

  it.each([
    [1, '1 человек'],
    [3, '3 человека'],
    [5, '5 человек'],
  ])('counts %d in Russian', (count, words) => {
    expect(wordsOf('ru').t('start:people', { count })).toBe(words);
  });

  it('writes numbers with the signs of its convention', () => {
    expect(wordsOf('ht').t('kiosk:entries', { count: 12345 })).toBe(
      wordsOf('fr').t('kiosk:entries', { count: 12345 }).replace('entrées', 'antre'),
    );
  });
});

it.each(languages)('never breaks a time of day between two lines in %s', (language) => {
  const evening = timesOf(language)(new Date(2026, 10, 22, 19, 5));
  expect(evening).toMatch(/05/u);
  expect(evening).not.toContain(' ');
});

describe('Haitian Creole, of which browsers know nothing', () => {
  const day = new Date(2026, 10, 22, 15, 8);

  it('has its own names for days and months', () => {
    const long = datesOf('ht', { weekday: 'long', day: 'numeric', month: 'long' });
    expect(long(day)).toBe('dimanch 22 novanm');
    expect(datesOf('ht', { dateStyle: 'long' })(day)).toBe('22 novanm 2026');
    expect(datesOf('ht', { timeStyle: 'short' })(day)).toBe('15:08');
  });

  it('has its own “and”', () => {
    expect(listsOf('ht')(['Inès', 'Aket', 'Pol'])).toBe('Inès, Aket ak Pol');
  });

  it('has its own names for languages, and otherwise French ones', () => {
    const name = languageNamesOf('ht');
    expect([name('fil'), name('zh-Hans'), name('hu'), name('xx')]).toEqual([
      'tagalòg',
      'chinwa',
      'hongrois',
      null,
    ]);
  });
});

describe('every screen', () => {
  it('asks for dates and numbers by the conventions of its language, so that none falls to the machine’s own', () => {
    expect(
      languages.filter((one) => Intl.NumberFormat.supportedLocalesOf(conventionsOf(one)).length === 0),
    ).toEqual([]);
    const home = join(import.meta.dirname, '../../renderer');
    const careless = readdirSync(home, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/u.test(file) && !file.startsWith('i18n'))
      .filter((file) =>
        /Intl\.\w+\(\[?language|toLocale\w*String\(/u.test(readFileSync(join(home, file), 'utf8')),
      );
    expect(careless).toEqual([]);
  });
});
