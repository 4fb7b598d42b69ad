import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { roleFamilies, roleIds } from '../../core/roles.ts';

const home = join(import.meta.dirname, '../../resources/locales');
const folders = readdirSync(home, { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map((one) => one.name);
const english = 'en';
const translations = folders.filter((folder) => folder !== english);

/** Texts that are rightly the same in another language. */
const sameEverywhere = new Set(['Bedside Hello']);
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
const placeholders = (value: string): string[] =>
  [...value.matchAll(/\{\{-?\s*([\w.]+)/gu)].map(([, name = '']) => name);
const letters = (value: string): number => value.replace(/\{\{.*?\}\}/gu, '').match(/\p{L}/gu)?.length ?? 0;

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

/** A text that changes with a number has exactly the forms that CLDR gives the language; `zero` is always allowed. */
const pluralProblems = (language: string): string[] => {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
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
  it('exist in English, Spanish and Arabic, each with its own name, direction and state of review', () => {
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
    expect(folders).toEqual(expect.arrayContaining(['ar', 'en', 'es']));
    expect(Object.keys(status).sort()).toEqual(folders.toSorted());
  });

  it.each(translations)('are in the same files and under the same keys in %s as in English', (language) => {
    expect(filesOf(language)).toEqual(filesOf(english));
    expect(keys(language)).toEqual(keys(english));
  });

  it.each(folders)('have no empty text in %s', (language) => {
    expect(texts(language).filter(({ value }) => value.trim() === '')).toEqual([]);
  });

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

  it.each(translations)('are all translated in %s', (language) => {
    const original = new Set(texts(english).map(({ key, value }) => `${key}\n${value}`));
    const untranslated = texts(language).filter(
      ({ key, value }) =>
        original.has(`${key}\n${value}`) && letters(value) > 3 && !sameEverywhere.has(value),
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
      expect(keys(language).filter((key) => key.startsWith('roles.'))).toEqual(
        [...said, ...families, 'roles.learner'].sort(),
      );
    },
  );

  it('are those of people and not of software', () => {
    expect(texts(english).filter(({ value }) => forbidden.test(value))).toEqual([]);
  });
});
