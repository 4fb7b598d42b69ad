import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { roleFamilies, roleIds } from '../../core/roles.ts';
import { conventionsOf } from '../../renderer/i18n/conventions.ts';

const home = join(import.meta.dirname, '../../resources/locales');
const folders = readdirSync(home, { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map((one) => one.name);
const english = 'en';
/** The languages that a hospital is promised (PRODUCT.md, Access for everyone). */
const promised = ['ar', 'en', 'es', 'fr', 'ht', 'ko', 'pt', 'ru', 'tl', 'vi', 'zh'];
const translations = folders.filter((folder) => folder !== english);

/** Texts that are rightly the same in another language, each with the languages in which it is. */
const sameAsEnglish: Readonly<Record<string, readonly string[]>> = {
  'Bedside Hello': promised,
  NDJSON: promised,
  Version: ['fr'],
  Photo: ['fr'],
  Photos: ['fr'],
  Badge: ['fr'],
  Badges: ['fr'],
  Auditor: ['es', 'pt'],
};
/** Words in Latin letters that are said in every script: names of things, and what stands on keys and files. */
const latinEverywhere = /Bedside Hello|\b(?:QR|PIN|IT|WHO|JPEG|PNG|WebP|MB|CSV|XLSX|NDJSON|FHIR|SHA|PDF)\b/gu;
const otherScripts = ['ar', 'ko', 'ru', 'zh'];
/** Words of software and of paperwork, which LOOK.md keeps off the screens. */
const forbidden = /\b(?:providers?|encounter(?:s|ed)?|submit(?:s|ted)?|errors?)\b/iu;

interface Text {
  /** As i18next is asked for it: file, path, and neither gender nor plural. */
  key: string;
  gender: string;
  plural: string;
  /** As it stands in the file. */
  where: string;
  value: string;
}

const suffixes =
  /^(?<key>.*?)(?:_(?<gender>feminine|masculine))?(?:_(?<plural>zero|one|two|few|many|other))?$/u;

const leaves = (value: unknown, path: string): [string, string][] => {
  if (typeof value === 'string') return [[path, value]];
  const members = z.record(z.string(), z.unknown(), `${path} is neither a text nor a group of texts`);
  return Object.entries(members.parse(value)).flatMap(([name, member]) => leaves(member, `${path}.${name}`));
};

const filesOf = (language: string) => readdirSync(join(home, language)).sort();

const textsOf = (language: string): Text[] =>
  filesOf(language).flatMap((file) =>
    leaves(JSON.parse(readFileSync(join(home, language, file), 'utf8')), file.replace(/\.json$/u, '')).map(
      ([where, value]) => {
        const { key = where, gender = '', plural = '' } = suffixes.exec(where)?.groups ?? {};
        return { key, gender, plural, where, value };
      },
    ),
  );

const catalogue = new Map(folders.map((language) => [language, textsOf(language)]));
const texts = (language: string): Text[] => catalogue.get(language) ?? [];
const keys = (language: string): string[] => [...new Set(texts(language).map(({ key }) => key))].sort();
const difference = (some: readonly string[], others: readonly string[]): string[] =>
  some.filter((one) => !others.includes(one));
const tags = (value: string): string[] => [...value.matchAll(/<(\/?\w+)>/gu)].map(([, name = '']) => name);
const placeholders = (value: string): string[] =>
  [...value.matchAll(/\{\{-?\s*([\w.]+)/gu)].map(([, name = '']) => name);
const letters = (value: string): number =>
  value.replace(/\{\{.*?\}\}|<\/?\w+>/gu, '').match(/\p{L}/gu)?.length ?? 0;

/** The placeholders that a text may have and must have: all of its English ones; a form for one number may leave the number out. */
const placeholderProblems = (language: string): string[] => {
  const inEnglish = Map.groupBy(texts(english), ({ key }) => key);
  return texts(language).flatMap(({ key, where, value, plural }) => {
    const numberIsSaid = plural === '' || plural === 'other';
    const compared = (names: string[]) =>
      [...new Set(names)].filter((name) => numberIsSaid || name !== 'count').sort();
    const wanted = compared((inEnglish.get(key) ?? []).flatMap((text) => placeholders(text.value)));
    const given = compared(placeholders(value));
    return String(given) === String(wanted) ? [] : [`${where} has {${given}} and not {${wanted}}`];
  });
};

/** Whatever a component puts around a part of a text (a name, a button) it finds in every language, opened and closed. */
const tagProblems = (language: string): string[] => {
  const inEnglish = new Map(texts(english).map(({ key, value }) => [key, tags(value).sort()]));
  return texts(language).flatMap(({ key, where, value }) => {
    const [given, wanted] = [tags(value).sort(), inEnglish.get(key) ?? []];
    return String(given) === String(wanted) ? [] : [`${where} has <${given}> and not <${wanted}>`];
  });
};

/** A text that changes with a number has exactly the forms that CLDR gives the language; `zero` is always allowed. */
const pluralProblems = (language: string): string[] => {
  const { pluralCategories } = new Intl.PluralRules(conventionsOf(language)).resolvedOptions();
  const counted = texts(language).filter(({ plural }) => plural !== '');
  const groups = Map.groupBy(counted, ({ key, gender }) => [key, gender].filter(Boolean).join('_'));
  return [...groups].flatMap(([key, forms]) => {
    const given = new Set<string>(forms.map(({ plural }) => plural));
    const missing = pluralCategories.filter((category) => !given.has(category));
    const unused = [...given].filter(
      (form) => form !== 'zero' && !pluralCategories.some((one) => one === form),
    );
    return [
      ...missing.map((form) => `${key}_${form} is missing`),
      ...unused.map((form) => `${key}_${form} is never said`),
    ];
  });
};

describe('the words on the screens', () => {
  it('exist in the eleven languages, each with its own name, direction and state of review', () => {
    const status = z
      .record(
        z.string(),
        z.strictObject({
          name: z.string().min(1),
          direction: z.enum(['ltr', 'rtl']),
          clinicallyReviewed: z.boolean(),
        }),
      )
      .parse(JSON.parse(readFileSync(join(home, 'status.json'), 'utf8')));
    expect(folders.toSorted()).toEqual(promised);
    expect(Object.keys(status).sort()).toEqual(promised);
    const names = Object.values(status).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(translations)('are in the same files and under the same keys in %s as in English', (language) => {
    expect(filesOf(language)).toEqual(filesOf(english));
    expect({
      missing: difference(keys(english), keys(language)),
      extra: difference(keys(language), keys(english)),
    }).toEqual({ missing: [], extra: [] });
  });

  it.each(translations)('stand in the order of the English ones in %s', (language) => {
    const order = (one: string) => [...new Set(texts(one).map(({ key }) => key))];
    const [given, wanted] = [order(language), order(english)];
    expect(given.filter((key) => wanted.includes(key))).toEqual(wanted.filter((key) => given.includes(key)));
  });

  it.each(folders)('have no empty text in %s', (language) => {
    expect(texts(language).filter(({ value }) => value.trim() === '')).toEqual([]);
  });

  it.each(folders)(
    'begin no line with the dot between two points in %s: it stays with the one before',
    (language) => {
      const points = texts(language).filter(({ key }) => /^(?:patient|shift)\..*cue\./u.test(key));
      expect(points.filter(({ value }) => value.includes('\u00a0· ')).length).toBeGreaterThan(5);
      expect(points.filter(({ value }) => value.includes(' ·'))).toEqual([]);
    },
  );

  it.each(folders)('have a wording for people of any gender in %s', (language) => {
    const neutral = new Set(
      texts(language)
        .filter(({ gender }) => gender === '')
        .map(({ key }) => key),
    );
    expect(texts(language).filter(({ key }) => !neutral.has(key))).toEqual([]);
  });

  it.each(folders)('have every plural form that is said in %s', (language) => {
    expect(pluralProblems(language)).toEqual([]);
  });

  it.each(folders)('are filled with the same names and numbers in %s as in English', (language) => {
    expect(placeholderProblems(language)).toEqual([]);
  });

  it.each(folders)('have the same marked parts in %s as in English', (language) => {
    expect(tagProblems(language)).toEqual([]);
  });

  it.each(translations)('are all translated in %s', (language) => {
    const original = new Set(texts(english).map(({ key, value }) => `${key}\n${value}`));
    const untranslated = texts(language).filter(
      ({ key, value }) =>
        original.has(`${key}\n${value}`) && letters(value) > 3 && !sameAsEnglish[value]?.includes(language),
    );
    expect(untranslated).toEqual([]);
  });

  it.each(folders)(
    'tell for every role its name, who it is to a patient, what it does today, when it is seen again and how one asks who it is, in %s',
    (language) => {
      const said = roleIds.flatMap((role) =>
        ['name', 'patient', 'today', 'again', 'ask'].map((part) => `roles.${role}.${part}`),
      );
      const families = roleFamilies.map((family) => `roles.families.${family}`);
      expect(keys(language).filter((key) => key.startsWith('roles.'))).toEqual([...said, ...families].sort());
    },
  );

  it.each(otherScripts)('have no word left over in Latin letters in %s', (language) => {
    const left = texts(language).filter(({ value }) =>
      /\p{Script=Latin}{2,}/u.test(value.replace(/\{\{.*?\}\}|<.*?>/gu, '').replace(latinEverywhere, '')),
    );
    expect(left.map(({ where, value }) => `${where}: ${value}`)).toEqual([]);
  });

  it.each(folders)('are set as a printer would in %s: no straight quotes, no space to spare', (language) => {
    const careless = texts(language).filter(({ value }) => /["']|\s\s|^\s|\s$|\.\.\.|\p{Cc}/u.test(value));
    expect(careless.map(({ where, value }) => `${where}: ${value}`)).toEqual([]);
  });

  it.each(['zh'])('have the punctuation of the script in %s', (language) => {
    const foreign = texts(language).filter(({ value }) => /\p{Script=Han}[,;:?!.]/u.test(value));
    expect(foreign.map(({ where, value }) => `${where}: ${value}`)).toEqual([]);
  });

  it('tell a speaker as many steps in every language', () => {
    const steps = (value: string): number => value.split('·').length;
    const inEnglish = new Map(texts(english).map(({ where, value }) => [where, steps(value)]));
    const others = translations.flatMap((language) =>
      texts(language).flatMap(({ where, value }) =>
        steps(value) === (inEnglish.get(where) ?? steps(value)) ? [] : [`${language} ${where}: ${value}`],
      ),
    );
    expect(others).toEqual([]);
  });

  it('are those of people and not of software', () => {
    expect(texts(english).filter(({ value }) => forbidden.test(value))).toEqual([]);
  });
});
