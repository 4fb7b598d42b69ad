import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';
import {
  conventionsOf,
  datesOf,
  type ListPart,
  languageNamesOf,
  listPartsOf,
  listsOf,
  timesOf,
} from './conventions.ts';
import { directionOf, spoken, wordsOf } from './languages.ts';

interface Language {
  language: string;
  direction: 'ltr' | 'rtl';
  /** The tag for Intl, which is not always the language's own. */
  conventions: string;
  number: (value: number) => string;
  /** The time of day, as it is written there. */
  time: (date: Date) => string;
  /** A day or a moment, with what of it is asked for. */
  date: (date: Date, options: Intl.DateTimeFormatOptions) => string;
  /** One, two and three. */
  list: (items: readonly string[]) => string;
  /** The same, piece by piece, where each item is to be drawn in its own way. */
  listParts: (items: readonly string[]) => readonly ListPart[];
  /** What a language is called there; null for a tag that has no name. */
  nameOf: (language: string) => string | null;
}

const LanguageContext = createContext<Language | null>(null);

interface LanguageProviderProps {
  /** What was chosen, best first; the place's own last. */
  wanted: readonly (string | null)[];
  children: ReactNode;
}

/** Everything inside speaks one language, and the page takes its direction. */
export const LanguageProvider = ({ wanted, children }: LanguageProviderProps) => {
  const language = spoken(...wanted);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }, [language]);
  return <InLanguage wanted={[language]}>{children}</InLanguage>;
};

/**
 * What is inside speaks one language, in a screen that may speak another. The page keeps its own language and direction:
 * the element inside has to say its `lang` and `dir`.
 */
export const InLanguage = ({ wanted, children }: LanguageProviderProps) => {
  const language = spoken(...wanted);
  const value = useMemo(() => describe(language), [language]);
  return (
    <LanguageContext value={value}>
      <I18nextProvider i18n={wordsOf(language)}>
        <I18nProvider locale={language}>{children}</I18nProvider>
      </I18nextProvider>
    </LanguageContext>
  );
};

/** The language of the screen, with numbers, times and lists as they are written in it. */
export const useLanguage = (): Language => {
  const language = useContext(LanguageContext);
  if (language === null) throw new Error('useLanguage is used outside LanguageProvider');
  return language;
};

const describe = (language: string): Language => {
  const conventions = conventionsOf(language);
  const numbers = new Intl.NumberFormat(conventions);
  return {
    language,
    direction: directionOf(language),
    conventions,
    number: (value) => numbers.format(value),
    time: timesOf(language),
    date: (date, options) => datesOf(language, options)(date),
    list: listsOf(language),
    listParts: listPartsOf(language),
    nameOf: languageNamesOf(language),
  };
};
