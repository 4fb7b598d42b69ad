import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import status from '../../resources/locales/status.json' with { type: 'json' };
import { conventionsOf } from './conventions.ts';

/**
 * The words on the screens: resources/locales/LANGUAGE/NAMESPACE.json. A language is there when its folder is; what
 * it lacks is said in English.
 */
const files = import.meta.glob<Record<string, unknown>>('../../resources/locales/*/*.json', {
  eager: true,
  import: 'default',
});

const resources: Record<string, Record<string, Record<string, unknown>>> = {};
for (const [path, words] of Object.entries(files)) {
  const [language = '', namespace = ''] = path
    .replace(/\.json$/u, '')
    .split('/')
    .slice(-2);
  resources[language] = { ...resources[language], [namespace]: words };
}

interface Facts {
  name: string;
  direction: string;
  clinicallyReviewed: boolean;
}

const facts: Record<string, Facts | undefined> = status;

/** The languages that the screens speak, as BCP 47, in the order in which they are offered; English first. */
export const languages: readonly string[] = Object.keys(facts).filter((language) => language in resources);

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

const instances = new Map<string, i18n>();

/** The words of one language, ready at once: nothing is fetched. */
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
