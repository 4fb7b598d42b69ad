/**
 * Letters that are drawn alike, each with the one that stands for all of them: a small part of what UTS #39 lists, for
 * the scripts in which names are mixed in practice (Latin, Cyrillic, Greek) and for digits. Written by case, as the
 * shapes differ by case.
 */
const alikes: Record<string, string> = {
  ...{ а: 'a', α: 'a', А: 'A', Α: 'A', В: 'B', Β: 'B', с: 'c', ϲ: 'c', С: 'C', Ϲ: 'C' },
  ...{ ԁ: 'd', е: 'e', Е: 'E', Ε: 'E', Ғ: 'F', ɡ: 'g', һ: 'h', Н: 'H', Η: 'H' },
  ...{ і: 'i', ι: 'i', ı: 'i', ј: 'j', Ј: 'J', Κ: 'K', К: 'K', κ: 'k', к: 'k' },
  ...{ М: 'M', Μ: 'M', Ν: 'N', п: 'n', о: 'o', ο: 'o', О: 'O', Ο: 'O', р: 'p', ρ: 'p', Р: 'P', Ρ: 'P' },
  ...{ ԛ: 'q', ѕ: 's', Ѕ: 'S', Т: 'T', Τ: 'T', υ: 'u', ѵ: 'v', ν: 'v', ѡ: 'w', ԝ: 'w' },
  ...{ х: 'x', χ: 'x', Х: 'X', Χ: 'X', у: 'y', γ: 'y', У: 'Y', Υ: 'Y', Ζ: 'Z' },
  // The digits and signs that people type for a letter, and the capital that looks like another small letter.
  ...{ '0': 'O', '1': 'l', '|': 'l', I: 'l', І: 'l', Ι: 'l', Ӏ: 'l', ӏ: 'l', '3': 'З', '5': 'S', '8': 'B' },
};

/** What NFKD leaves as it is, though people write it for the letters beside it. */
const spelled: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  æ: 'ae',
  œ: 'oe',
};

/** Any of the signs that a table has something for. */
const anyOf = (table: Record<string, string>): RegExp => new RegExp(`[${Object.keys(table).join('')}]`, 'gu');
const [anyAlike, anySpelled] = [anyOf(alikes), anyOf(spelled)];

/** Spaces, points, hyphens, apostrophes and joiners: nobody reads them when they look for a face. */
const between = /[\s\p{P}\u200c\u200d]+/gu;

/** The accents of alphabets, which people leave out. In other scripts a mark is a letter of its own. */
const accents = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)\p{M}/gu;
/** Vowels that Arabic and Hebrew may leave out, and the stretching of a line. */
const points = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u0652\u0670\u0640]/gu;

/** Most names: nothing in them has accents or another spelling. A whole roster is compared with one tap. */
const isAscii = (name: string): boolean => /^[ -~]*$/u.test(name);

/** A name without what people leave out or put between its letters: the same name, however it was typed. */
const plainForm = (name: string): string => {
  const letters = isAscii(name)
    ? name
    : withoutAccents(name).replace(anySpelled, (sign) => spelled[sign] ?? sign);
  return letters.replace(between, '');
};

const withoutAccents = (name: string): string =>
  name.normalize('NFKD').replace(accents, '').replace(points, '').normalize('NFC');

/**
 * The form that is the same for two names if they are drawn alike: “Αmara” with a Greek first letter and “Amara”,
 * “O’Neill” and “Oneill”, “l1an” and “Ilan”. It is to compare, never to show.
 */
export const drawnForm = (name: string): string =>
  plainForm(name)
    .replace(anyAlike, (sign) => alikes[sign] ?? sign)
    .toLocaleLowerCase('und');

/** Tells whether a name is likely to be taken for this one by somebody who reads them quickly. */
export const alikeTo = (name: string): ((other: string) => boolean) => {
  const [spoken, drawn] = [spokenForm(name), drawnForm(name)];
  return (other) => spokenForm(other) === spoken || drawnForm(other) === drawn;
};

/** Whether two names are likely to be taken for each other by somebody who reads them quickly. */
export const areAlike = (one: string, other: string): boolean => alikeTo(one)(other);

/** The form that is the same for two names if they are the same name, whatever was left out of one. */
export const spokenForm = (name: string): string => plainForm(name).toLocaleLowerCase('und');

interface Named {
  given: string;
  family: string | null;
  preferred: string | null;
}

/** Every way in which somebody may be called: by one name, or by that and the family's. */
export const namesOf = ({ given, family, preferred }: Named): string[] => {
  const firsts = preferred === null ? [given] : [given, preferred];
  return family === null ? firsts : [...firsts, ...firsts.map((first) => `${first} ${family}`)];
};
