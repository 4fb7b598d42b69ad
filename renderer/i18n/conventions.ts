import { languagesInCreole } from '../../core/roster/in-creole.ts';

/**
 * Dates, numbers, lists and plurals as a language writes them. Browsers know this of ten of the eleven languages;
 * of Haitian Creole they know nothing, and would take the machine's own language, whichever that is. Its numbers and
 * the order of its dates are those of French in Haiti; its own names for days, months and languages stand here.
 */
const borrowed: Readonly<Record<string, string>> = { ht: 'fr-HT' };

const creole: { days: string[]; months: string[] } = {
  days: ['dimanch', 'lendi', 'madi', 'mèkredi', 'jedi', 'vandredi', 'samdi'],
  months: [
    ...['janvye', 'fevriye', 'mas', 'avril', 'me', 'jen'],
    ...['jiyè', 'out', 'septanm', 'oktòb', 'novanm', 'desanm'],
  ],
};

/** The tag to give to Intl for a language of the screens. */
export const conventionsOf = (language: string): string => borrowed[language] ?? language;

/** A piece of a list: one of its items, or what stands between two. */
export interface ListPart {
  type: 'element' | 'literal';
  value: string;
}

/** One, two and three, piece by piece. */
export const listPartsOf = (language: string): ((items: readonly string[]) => readonly ListPart[]) => {
  const lists = new Intl.ListFormat(conventionsOf(language));
  const parts = (items: readonly string[]): ListPart[] => lists.formatToParts(items);
  if (language !== 'ht') return parts;
  return (items) =>
    parts(items).map(({ type, value }) =>
      type === 'literal' ? { type, value: value.replace(/\bet\b/u, 'ak') } : { type, value },
    );
};

/** One, two and three. */
export const listsOf = (language: string): ((items: readonly string[]) => string) => {
  const parts = listPartsOf(language);
  return (items) =>
    parts(items)
      .map(({ value }) => value)
      .join('');
};

/** What a language is called in another; null for a tag that has no name. */
export const languageNamesOf = (language: string): ((tag: string) => string | null) => {
  const names = new Intl.DisplayNames(conventionsOf(language), { type: 'language', fallback: 'none' });
  const own = language === 'ht' ? languagesInCreole : {};
  const nameOf = (tag: string) => own[tag] ?? own[tag.split('-')[0] ?? ''] ?? names.of(tag) ?? null;
  // Vietnamese data has “Tiếng Anh”, as a title; the names are said inside sentences.
  return language === 'vi' ? (tag) => nameOf(tag)?.replace(/^Tiếng /u, 'tiếng ') ?? null : nameOf;
};

/** A day, a moment or a time of day, as Intl.DateTimeFormat has it, with the language's own names in it. */
export const datesOf = (language: string, options: Intl.DateTimeFormatOptions): ((date: Date) => string) => {
  const dates = new Intl.DateTimeFormat(conventionsOf(language), options);
  if (language !== 'ht') return (date) => dates.format(date);
  return (date) =>
    dates
      .formatToParts(date)
      .map(({ type, value }) => {
        if (type === 'weekday') return creole.days[date.getDay()] ?? value;
        if (type === 'month' && !/^\d/u.test(value)) return creole.months[date.getMonth()] ?? value;
        return value.replace(/\sà\s/u, ' a ');
      })
      .join('');
};

/** The time of day, as it is written there: in one piece, so that no line ends with 7:00 and the next begins with PM. */
export const timesOf = (language: string): ((date: Date) => string) => {
  const times = datesOf(language, { timeStyle: 'short' });
  return (date) => times(date).replaceAll(' ', '\u00a0');
};
