import { softHyphen } from './hyphens.ts';

/** Words of a name up to so many letters have room everywhere. */
const short = 8;
/** At least so many letters stand before a hyphen, between two, and after the last. */
const together = 3;

/** What a syllable begins with, and the vowel after it; these few pairs of letters are one sound. */
const onset = /(?:sch|[ckpstz]h|qu|[bcdfghjklmnpqrstvwxzбвгджзйклмнпрстфхцчшщ])(?=[aeiouyаеёиоуыэюя])/gu;

/** One plain small letter for each letter, so that places stay what they are. */
const plain = (word: string): string =>
  [...word.toLowerCase()].map((letter) => (letter === 'й' ? letter : letter.normalize('NFD')[0])).join('');

const placesIn = (word: string): number[] => {
  const places: number[] = [];
  for (const { index } of plain(word).matchAll(onset))
    if (index - (places.at(-1) ?? 0) >= together && word.length - index >= together) places.push(index);
  return places;
};

/**
 * A name with soft hyphens in its long words: where it must be broken, it is broken before a syllable and shows it.
 * Whose language a name is nobody knows, so this is no dictionary's hyphenation. Scripts other than Latin and Cyrillic
 * are left as they are. Only for what is seen.
 */
export const hyphenatedName = (name: string, longerThan = short): string =>
  name.normalize('NFC').replace(/[\p{Script=Latin}\p{Script=Cyrillic}]+/gu, (word) => {
    if (word.length <= longerThan || plain(word).length !== word.length) return word;
    return placesIn(word).reduceRight((done, at) => done.slice(0, at) + softHyphen + done.slice(at), word);
  });
