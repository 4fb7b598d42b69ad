import { searchForm } from '../names.ts';

/** The words of a header or a title, without case, accents and punctuation: “StaffFirstName” is “staff first name”. */
export const wordsOf = (text: string): string[] =>
  searchForm(
    text
      .normalize('NFC')
      .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2'),
  )
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '');

/** One text per phrase, however its words were joined: “First name”, “first_name” and “FirstName” are the same. */
export const keyOf = (words: readonly string[]): string => words.join('');

/** Phrases, as data writes them: many to a line, parted by “;”. */
export const phrasesIn = (lines: readonly string[]): Set<string> =>
  new Set(lines.flatMap((line) => line.split('; ')));

/** Phrases, as data writes them, by their key: which thing each means and how early it stands among its phrases. */
export const lookup = <Meaning extends string>(
  phrases: Readonly<Record<Meaning, readonly string[]>>,
): Map<string, { means: Meaning; rank: number }> => {
  const found = new Map<string, { means: Meaning; rank: number }>();
  for (const means of Object.keys(phrases) as Meaning[])
    for (const [rank, phrase] of [...phrasesIn(phrases[means])].entries()) {
      const key = keyOf(wordsOf(phrase));
      if (!found.has(key)) found.set(key, { means, rank });
    }
  return found;
};
