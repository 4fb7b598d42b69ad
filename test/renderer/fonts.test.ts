import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { manyMarks } from '../../renderer/ui/many-marks.ts';
import { charactersIn } from './woff2.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const find = createRequire(import.meta.url).resolve;

interface Face {
  family: string;
  ranges: readonly (readonly [number, number])[];
  characters: () => ReadonlySet<number>;
}

const once = <Value>(make: () => Value): (() => Value) => {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const rangesOf = (text: string) =>
  text.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace(/^U\+/iu, '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });

/** The typefaces that are shipped: what fonts.css imports, file by file. */
const faces: Face[] = [...read('renderer/styles/fonts.css').matchAll(/@import "(.+?)";/gu)].flatMap(
  ([, name = '']) => {
    const path = find(`${name}/index.css`);
    return [...readFileSync(path, 'utf8').matchAll(/@font-face \{(.+?)\}/gsu)].map(([, face = '']): Face => {
      const said = (property: RegExp) => property.exec(face)?.[1] ?? '';
      const file = join(dirname(path), said(/url\((.+?)\)/u));
      return {
        family: said(/font-family: '(.+?)'/u),
        ranges: rangesOf(said(/unicode-range: (.+?);/u)),
        characters: once(() => charactersIn(file)),
      };
    });
  },
);

const tokens = read('renderer/styles/tokens.css').replace(/\/\*.*?\*\//gsu, '');

/** The typefaces that draw a language, in their order: the last --font whose rule is for it. */
const stackOf = (language: string): string[] => {
  const rules = [...tokens.matchAll(/([^{}]+)\{([^{}]+)\}/gu)].flatMap(([, selector = '', body = '']) => {
    const font = /--font:([^;]+);/u.exec(body)?.[1];
    const isFor = selector.includes(':root') || selector.includes(`:lang(${language})`);
    return font !== undefined && isFor ? [font] : [];
  });
  return (rules.at(-1) ?? '').split(',').map((family) => family.trim().replaceAll('"', ''));
};

/** The shipped typeface that draws a character, as a browser chooses it: first in the stack whose range and file have it. */
const familyOf = (character: string, stack: readonly string[]): string | undefined => {
  const code = character.codePointAt(0) ?? 0;
  return stack.find((family) =>
    faces.some(
      (face) =>
        face.family === family &&
        face.ranges.some(([first, last]) => first <= code && code <= last) &&
        face.characters().has(code),
    ),
  );
};

/** What is drawn: no spaces, nor marks of direction. */
const isDrawn = (character: string) => !/[\s\p{Cf}]/u.test(character);

const locales = join(root, 'resources/locales');
const languages = readdirSync(locales, { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map(({ name }) => name);
const wordsOf = (language: string): string =>
  readdirSync(join(locales, language))
    .map((file) => Object.values(JSON.parse(readFileSync(join(locales, language, file), 'utf8'))))
    .map((value) => JSON.stringify(value))
    .join(' ')
    .replace(/"[\w-]+":|<\/?\w+>|\{\{.*?\}\}/gu, ' ')
    .normalize('NFC');

const status = z
  .record(z.string(), z.object({ name: z.string() }))
  .parse(JSON.parse(read('resources/locales/status.json')));
const ownNames = Object.values(status)
  .map(({ name }) => name)
  .join(' ');
const demo = z
  .array(z.looseObject({ given: z.string(), family: z.string().nullish() }))
  .parse(JSON.parse(read('resources/demo/team.json')));
const people = demo.map(({ given, family }) => `${given} ${family ?? ''}`).join(' ');
/** Names as patients and teams have them: stacked marks, letters of Central Europe, Greek, Hindi, Japanese, old Chinese. */
const names = `${people} Nguyễn Thị Diệu Hằng Łukasz Žižka Şükrü Αθηνά Владиміръ Ґалина अनीता さくら タロウ 劉德華 황보혜정 فاطمة`;

const notDrawn = (text: string, stack: readonly string[]) =>
  [...new Set(text.normalize('NFC'))].filter(
    (character) => isDrawn(character) && familyOf(character, stack) === undefined,
  );

describe('the typefaces that the kiosk brings', () => {
  it.each(languages)('draw every letter of its words in %s', (language) => {
    expect(notDrawn(wordsOf(language), stackOf(language))).toEqual([]);
  });

  it.each(languages)('draw the names of people and of languages on a screen in %s', (language) => {
    expect(notDrawn(`${names} ${ownNames}`, stackOf(language))).toEqual([]);
  });

  it.each(languages)('draw each word in one typeface in %s', (language) => {
    const stack = stackOf(language);
    const words = new Set(wordsOf(language).match(/[\p{L}\p{M}]+/gu) ?? []);
    const mixed = [...words].filter((word) => {
      const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Hangul}/u, /\p{Script=Han}/u];
      return scripts.some((script) => {
        const letters = [...word].filter((letter) => script.test(letter));
        return new Set(letters.map((letter) => familyOf(letter, stack))).size > 1;
      });
    });
    expect(mixed).toEqual([]);
  });

  it.each([
    ['zh', '直', 'Noto Sans SC Variable'],
    ['en', '直', 'Noto Sans SC Variable'],
    ['ko', '直', 'Noto Sans KR Variable'],
    ['vi', 'ế', 'Noto Sans Variable'],
    ['vi', 'a', 'Noto Sans Variable'],
    ['ru', 'ж', 'Noto Sans Variable'],
    ['ht', 'ò', 'Atkinson Hyperlegible Next Variable'],
  ])('draw, in %s, %s as %s', (language, character, family) => {
    expect(familyOf(character, stackOf(language))).toBe(family);
  });

  it('are changed for a whole name where the first lacks one letter of Vietnamese', () => {
    const letters = [...'aăâeêioôơuưyđ'].flatMap((vowel) =>
      ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((mark) => (vowel + mark).normalize('NFC')),
    );
    const both = letters
      .flatMap((letter) => [letter, letter.toUpperCase()])
      .filter((one) => one.length === 1);
    const atkinson = stackOf('en').slice(0, 1);
    const lacking = both.filter((letter) => familyOf(letter, atkinson) === undefined);
    expect(lacking.length).toBeGreaterThan(90);
    expect(both.filter(manyMarks)).toEqual(lacking);
  });
});
