import { ok, type Result, refuse } from '../result.ts';
import { type Naming, wordsOfName } from './full-name.ts';
import { isCommonGiven } from './given-names.ts';
import { error, type Problem } from './problem.ts';
import { keyOf, lookup, wordsOf } from './vocabulary.ts';

/** What the name of a column says of the order of its names. */
const styles = lookup({
  'family-first': [
    'last first mi; last first middle; last name first name mi; name last first; name last first mi',
    'last name first name; last first; last name first; surname first name; surname name; family name given name',
    'apellidos y nombre; apellidos y nombres; apellido y nombre; apellidos nombre; nom et prénom; nom prénom; nom prénoms',
    'nom et prénoms; Name Vorname; Nachname Vorname; Name und Vorname; cognome e nome; cognome nome; nazwisko i imię',
    'apelido e nome; achternaam voornaam',
  ],
  'one-word-family': ['họ tên; họ và tên; ФИО; фамилия имя отчество; фамилия имя'],
  'given-first': [
    'first and last name; first last; first name last name; nombre y apellidos; nombre y apellido; prénom et nom; prénom nom',
    'Vor- und Nachname; Vorname Nachname; nome e cognome; nome cognome; imię i nazwisko; ad soyad; nome e apelido',
  ],
});
const spanish = lookup({
  yes: [
    'nombre y apellidos; apellidos y nombre; apellidos y nombres; apellidos nombre; nombre completo; nombre; nombres',
  ],
});

const fewestVotes = 3;
const clear = 0.8;

/**
 * How the whole names of a column are written, by what somebody said, by what the column is called, or else by where
 * common given names stand in it. Names in capitals are as often “SOL ANA” as “ANA SOL”: where nothing tells, the file is
 * refused, because patients may be shown the first name only.
 */
export const namingOf = (
  header: { line: number; cell: string },
  names: readonly string[],
  said?: Naming['order'],
): Result<Naming, Problem> => {
  const key = keyOf(wordsOf(header.cell));
  const style = styles.get(key)?.means;
  const naming = { twoFamilyNames: spanish.has(key), oneWordFamily: style === 'one-word-family' };
  if (said) return ok({ ...naming, order: said });
  if (style) return ok({ ...naming, order: style === 'given-first' ? style : 'family-first' });
  const open = names.filter((name) => !/[,，،]/u.test(name)).map(wordsOfName);
  const several = open.filter((words) => words.length > 1);
  const votes = several.map(voteOf).filter((vote) => vote !== null);
  const familyFirst = votes.filter((vote) => vote === 'family-first').length / Math.max(votes.length, 1);
  const shouted = several.filter((words) => isShouted(words.join(''))).length;
  if (shouted > 0 && shouted >= several.length * clear) {
    if (votes.length > 0 && familyFirst >= clear) return ok({ ...naming, order: 'family-first' });
    if (votes.length > 0 && familyFirst <= 1 - clear) return ok({ ...naming, order: 'given-first' });
    return refuse({
      ...error(
        header.line,
        'The names are in capitals, and nobody can tell whether the family name comes first.',
        'Say it: --names family-first or --names given-first; columns for given and family name are surer.',
      ),
      ask: 'names',
    });
  }
  const isClear = votes.length >= fewestVotes && familyFirst >= clear;
  return ok({ ...naming, order: isClear ? 'family-first' : 'given-first' });
};

/** “A B” may be initials. */
const isShouted = (text: string): boolean =>
  text.length > 3 && text === text.toUpperCase() && text !== text.toLowerCase();

const voteOf = (words: readonly string[]): Naming['order'] | null => {
  const [first, last] = [isCommonGiven(words[0] ?? ''), isCommonGiven(words.at(-1) ?? '')];
  if (first === last) return null;
  return first ? 'given-first' : 'family-first';
};
