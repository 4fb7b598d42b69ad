import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import status from '../../resources/locales/status.json' with { type: 'json' };
import { conventionsOf } from './conventions.ts';

type Words = Record<string, unknown>;

/**
 * The words on the screens: resources/locales/LANGUAGE/NAMESPACE.json. A language is there when its folder is; what
 * it lacks is said in English, which is there from the start. What only managers read is in words-for-managers.ts.
 */
const english = import.meta.glob<Words>(
  '../../resources/locales/en/{board,card,common,guide,kiosk,leave,manage,patient,problems,recall,resting,roles,shift,start,stay,suggestions,team,wall,welcome}.json',
  { eager: true, import: 'default' },
);
const others = import.meta.glob<Words>(
  '../../resources/locales/{es,zh,vi,ko,tl,ar,ht,ru,pt,fr}/{board,card,common,guide,kiosk,leave,manage,patient,problems,recall,resting,roles,shift,start,stay,suggestions,team,wall,welcome}.json',
  { import: 'default' },
);

const languageOf = (path: string): string => path.split('/').at(-2) ?? '';

const resources: Record<string, Record<string, Words>> = {};

/** Takes in what these files say, under their paths. */
export const addWords = (files: Readonly<Record<string, Words>>): void => {
  for (const [path, words] of Object.entries(files)) {
    const language = languageOf(path);
    const namespace = path.split('/').at(-1)?.replace('.json', '') ?? '';
    resources[language] = { ...resources[language], [namespace]: words };
    for (const instance of instances.values()) instance.addResourceBundle(language, namespace, words);
  }
};

const instances = new Map<string, i18n>();
const underWay = new Map<string, Promise<void>>();
const there = new Set(['en']);
addWords(english);

/**
 * Fetches the words of a language; null where they are there. What cannot be fetched is said in English, and tried again
 * when it is next asked for.
 */
export const loadWords = (language: string): Promise<void> | null => {
  if (there.has(language)) return null;
  const known = underWay.get(language);
  if (known !== undefined) return known;
  const files = Object.entries(others).filter(([path]) => languageOf(path) === language);
  const loading = Promise.all(files.map(async ([path, load]) => [path, await load()] as const))
    .then((loaded) => {
      addWords(Object.fromEntries(loaded));
      there.add(language);
    })
    .catch(() => undefined)
    .finally(() => underWay.delete(language));
  underWay.set(language, loading);
  return loading;
};

/** Fetches all languages, one after the other: a touch on one of them then waits for nothing. */
export const loadAllWords = async (): Promise<void> => {
  for (const language of languages) await loadWords(language);
};

interface Facts {
  name: string;
  direction: string;
  clinicallyReviewed: boolean;
}

const facts: Record<string, Facts | undefined> = status;

/** The languages that the screens speak, as BCP 47, in the order in which they are offered; English first. */
const known = new Set(['en', ...Object.keys(others).map(languageOf)]);
export const languages: readonly string[] = Object.keys(facts).filter((language) => known.has(language));

/** Other tags for what is spoken here; whoever reads Cantonese reads Chinese. */
const alsoCalled: Readonly<Record<string, string>> = { fil: 'tl', cmn: 'zh', yue: 'zh' };

/** The first of these that the screens speak, exactly or by its first part (es-MX is spoken as es); English if none. */
export const spoken = (...wanted: (string | null)[]): string => {
  for (const tag of wanted) {
    const first = tag?.toLowerCase().split(/[-_]/u)[0] ?? '';
    const found = languages.find((language) => language === tag || language === (alsoCalled[first] ?? first));
    if (found !== undefined) return found;
  }
  return 'en';
};

export const directionOf = (language: string): 'ltr' | 'rtl' =>
  facts[language]?.direction === 'rtl' ? 'rtl' : 'ltr';

/** What a language calls itself. */
export const ownName = (language: string): string => facts[language]?.name ?? language;

/** Whether a clinician who speaks it has read what the screens say in it. */
export const isReviewed = (language: string): boolean => facts[language]?.clinicallyReviewed === true;

/** The words of one language, with those that are there: what comes later is heard of by itself. */
export const wordsOf = (language: string): i18n => {
  const known = instances.get(language);
  if (known !== undefined) return known;
  const instance = createInstance();
  instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources,
    defaultNS: 'common',
    initAsync: false,
    // React escapes already.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const { pluralResolver, formatter } = instance.services;
  const ruleOf = pluralResolver.getRule.bind(pluralResolver);
  pluralResolver.getRule = (tag: string, options?: object) => ruleOf(conventionsOf(tag), options);
  formatter?.add('number', (value: number, tag) =>
    new Intl.NumberFormat(conventionsOf(tag ?? language)).format(value),
  );
  instances.set(language, instance);
  return instance;
};
