import { searchForm } from '../names.ts';
import { phrasesIn } from './vocabulary.ts';

/** What lists write into the cell of a name beside the name. */
export interface Asides {
  /** The name alone. */
  name: string;
  /** What they are called: “Jonathan (Jon)”, “Robert "Bob"”. */
  preferred: string | null;
  /** How it is said, in kana: “山田 太郎（ヤマダ タロウ）”. */
  sayIt: string | null;
  pronouns: string | null;
  /** “Jr.”, “III”. */
  suffix: string | null;
  /** Whether a name at birth was left out: “geb. Lehmann”, “(née Jones)”. */
  hadBirthName: boolean;
  /** Whether something stands there that may be no name: “(agency)”. */
  isUnclear: boolean;
}

/** In brackets, or in quotation marks that stand by themselves: an apostrophe inside a word is part of it. */
const set =
  /\s*[([（［【{]([^()[\]（）［］【】{}]*)[)\]）］】}]|(?<=^|\s)["“”„«‘'`]([^"“”„«»‘’'`]+)["“”»’'`](?=$|[\s,])/gu;
const birth = /(?:^|\s)(?:née?|geb(?:\.|oren[er]?)|nata|nato|born|roz\.|urodz\.|род\.|урожд\.)\s+\S.*$/iu;
const isPronouns =
  /^(?:she|he|they|her|him|them|hers|his|theirs|ella|él|elle|il|iel|sie|er)(?:\s*\/\s*\p{L}+)+$/iu;
const isKana = /^[\p{Script=Hiragana}\p{Script=Katakana}ー・\s]+$/u;
const isHan = /\p{Script=Han}/u;
/** One to three words that begin as names do, in scripts that have capitals. */
const isName = /^(?:[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’.-]*)(?:\s[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’.-]*){0,2}$/u;
const isInCapitals = /^[\p{Lu}\s.-]{2,}$/u;
/** What is said of people and not what they are called, however it is written. */
const notCalled = phrasesIn([
  'agency; temp; temporary; locum; bank; pool; float; contract; contractor; leave; away; retired; left; inactive; new; student',
  'trainee; prn; per diem; part time; full time; casual; maternity; acting; interim; visiting; vacant; leaver; resigned',
  'karenz; elternzeit; aushilfe; leihkraft; extern; baja; suplente; eventual; interino; interina; vacataire; intérim',
]);
const generation = /^(?:(?:J[Rr]|J[Nn][Rr]|S[Nn][Rr]|S[Rr])\.?|jr\.|sr\.|II|III|IV)$/u;

/** Parts a name from what is written into the same cell. */
export const withoutAsides = (text: string): Asides => {
  const found: Asides = {
    ...{ name: text, preferred: null, sayIt: null, pronouns: null, suffix: null },
    ...{ hadBirthName: false, isUnclear: false },
  };
  const isHanName = isHan.test(text.replace(set, ''));
  let name = text.replace(set, (_, bracketed: string | undefined, marked: string | undefined) => {
    const inside = (bracketed ?? marked ?? '').trim();
    if (inside === '') return '';
    if (birth.test(inside)) found.hadBirthName = true;
    else if (isPronouns.test(inside)) found.pronouns = inside;
    else if (isHanName && isKana.test(inside)) found.sayIt = inside;
    else if (isCalled(inside, text) && found.preferred === null) found.preferred = inside;
    else found.isUnclear = true;
    return ' ';
  });
  if (birth.test(name)) {
    found.hadBirthName = true;
    name = partwise(name, (part) => part.replace(birth, ''));
  }
  name = partwise(name, (part) => {
    const words = part.trim().split(/\s+/u);
    const last = words.at(-1) ?? '';
    // “Sr.” before a name is a title.
    if (words.length < 2 || !generation.test(last)) return part;
    found.suffix = last;
    return part.slice(0, part.lastIndexOf(last));
  });
  const parts = name.split(',').map((part) => part.trim());
  const alone = parts.findIndex((part, index) => index > 0 && generation.test(part));
  if (alone > 0) {
    found.suffix = parts[alone] ?? null;
    name = parts.filter((_, index) => index !== alone).join(', ');
  }
  return { ...found, name: name.replace(/ {2,}/gu, ' ').replaceAll(' ,', ',').trim() };
};

/** The same for each part between commas. */
const partwise = (name: string, change: (part: string) => string): string =>
  name.split(',').map(change).join(',');

/** A word in capitals is a name only among others in capitals: “ROBERT (BOB)”; “Ana Sol (ICU)” is not called so. */
const isCalled = (inside: string, text: string): boolean =>
  isName.test(inside) &&
  !notCalled.has(searchForm(inside)) &&
  (!isInCapitals.test(inside) || text === text.toUpperCase());

const placeholders = phrasesIn([
  'vacant; vacancy; vacant post; open position; position open; to be hired; to be filled; to be determined; to be confirmed; tbd',
  'tba; tbc; n n; n a; none; nobody; unknown; unassigned; not assigned; unbesetzt; vakant; unbekannt',
  'vacante; por cubrir; sin asignar; a contratar; poste vacant; a pourvoir; vacant e; non attribue; vacature; onbekend',
  'вакансия; вакантно; 空缺; 待定; 欠員; 공석; 미정; شاغر',
]);
const totals =
  /^(?:grand |sub)?(?:total|totals|totale|totaal|summe|gesamt|gesamtsumme|zwischensumme|anzahl|somme|suma|soma|count|headcount|итого|всего|合计|总计|合計|小计|합계|총계|المجموع)[\s:：=]*[\d\s.,]*$/iu;
const several = /\s[/&+]\s|;/u;

/** A word that is a number: “Agency Nurse 1”. “A-12” may be a name. */
const aNumber = /(?<=^|\s)[^\p{L}\s]*\p{Nd}[^\p{L}\s]*(?=$|\s)/u;

export type NoName = 'placeholder' | 'digits' | 'several';

/** Why a name can be nobody's: a post that is open, a number in it, or two people in one cell. */
export const noNameIn = (name: string): NoName | null => {
  if (placeholders.has(searchForm(name))) return 'placeholder';
  if (several.test(name)) return 'several';
  return aNumber.test(name) ? 'digits' : null;
};

/** Whether the cells of a row only count what stands above: “Total: 3”, “Summe;;;2,75”. */
export const isTotals = (cells: readonly string[]): boolean => {
  const [first = '', ...others] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return totals.test(first) && others.every((cell) => /^[\d\s.,:%€$£-]+$/u.test(cell));
};
