import { cleanName, longestName, type NameProblem } from '../names.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { RoleId } from '../roles.ts';
import { type NoName, noNameIn, withoutAsides } from './aside.ts';
import type { Columns, Field } from './columns.ts';
import { divideName, givenWithoutTitle, isHonorific, type Naming } from './full-name.ts';
import { readLanguages } from './languages.ts';
import { error, type Problem, quoted } from './problem.ts';
import { roleOfTitle } from './role-of-title.ts';
import { dateOf } from './schedule.ts';
import { saysNothing } from './shape.ts';
import { readStanding, type Standing } from './standing.ts';
import type { Row } from './table.ts';

/** A person as one row of a roster says; null and [] where it says nothing. */
export interface RosterPerson {
  line: number;
  given: string;
  family: string | null;
  preferred: string | null;
  sayIt: string | null;
  pronouns: string | null;
  credentials: string | null;
  title: string | null;
  role: RoleId | null;
  /** BCP 47, the best first. */
  languages: string[];
  badges: string[];
  /** What the list knows them by, such as a staff number; kept only as keyed hashes, to know them again. */
  identifiers: Identifier[];
  standing: Standing | null;
  /** The name of a file beside the roster. */
  photo: string | null;
  /** The day it was taken, YYYY-MM-DD. */
  photoTaken?: string | undefined;
}

export interface Identifier {
  /** Whose number it is, such as a URI; '' for a list that does not say. Numbers of two systems are never compared. */
  system: string;
  value: string;
}

/** Something said once for all the rows it is true of. */
export interface Remark {
  kind:
    | ('unknown-title' | 'no-title' | 'unknown-language' | 'one-name' | 'in-capitals')
    | ('called' | 'birth-name')
    | Naming['order'];
  value: string;
}

interface Read {
  person: RosterPerson;
  remarks: Remark[];
}

const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** The replacement character stands where bytes could not be read as text. */
const broken = '\ufffd';

const inWords: Record<NameProblem, string> = {
  empty: 'is empty',
  'too-long': `is longer than ${longestName} letters`,
  'forbidden-character': 'has a line break or an invisible control character',
};

const isShouted = (name: string): boolean =>
  name.length > 3 && name === name.toUpperCase() && name !== name.toLowerCase();

const undividable = (line: number, name: string): Problem =>
  error(
    line,
    `Nobody can tell which words of ${quoted(name)} are the family name.`,
    'Put a comma behind it, or make columns for given and family name.',
  );

/** Names that nobody has. */
const notNamed: Record<NoName, (name: string) => [what: string, whatToDo: string]> = {
  placeholder: (name) => [
    `${name} reads like a post that nobody has.`,
    'Take the row out, or write who has it.',
  ],
  digits: (name) => [`The name ${name} has a number in it.`, 'Correct the cell, or take the row out.'],
  several: (name) => [`${name} reads like several people.`, 'Give each of them a row.'],
};

/** The cell is not quoted: why somebody is away is nobody's business here. */
const unclearStanding = {
  unclear: ['The status is no word known here.', 'Write active, on leave or inactive.'],
  contradiction: ['The row says both that they work here and that they do not.', 'Correct one of the cells.'],
} as const;

/** Reads one row. A row with anything that cannot be kept as it stands is refused whole, with every reason. */
export const readPerson = (at: Columns['at'], row: Row, naming: Naming): Result<Read, Problem[]> => {
  const problems: Problem[] = [];
  const remarks: Remark[] = [];
  const raw = (field: Field): string => row.cells[at[field] ?? -1] ?? '';
  const fault = (field: string, how: string, text: string, whatToDo: string): null => {
    problems.push(error(row.line, `The ${field} ${how}: ${quoted(text)}.`, whatToDo));
    return null;
  };
  const clean = (field: string, text: string): string | null => {
    if (text.trim() === '') return null;
    const found = cleanName(text);
    if ('problem' in found) return fault(field, inWords[found.problem], text, 'Correct the cell.');
    if (found.name.includes(broken))
      return fault(field, 'has a letter that was damaged', text, 'Export the list again as CSV (UTF-8).');
    if (!visible.test(found.name)) return fault(field, 'shows nothing', text, 'Correct the cell.');
    return found.name;
  };
  const said = (field: Field): string => {
    const text = raw(field);
    return saysNothing(text) ? '' : text;
  };
  const optional = (field: Field, called: string): string | null => clean(called, said(field));

  const day = (field: Field, called: string): string | null => {
    const text = optional(field, called);
    return text === null
      ? null
      : (dateOf(text) ?? fault(called, 'is no day', text, 'Write it as 2026-03-09.'));
  };

  const asides = { given: withoutAsides(raw('given')), family: withoutAsides(raw('family')) };
  const family = [raw('familyPrefix'), asides.family.name, raw('secondFamily')]
    .filter((text) => text.trim() !== '')
    .join(' ');
  const parts = {
    given: givenWithoutTitle(asides.given.name),
    family: asides.family.name.trim() === '' && raw('secondFamily').trim() === '' ? '' : family,
    credentials: null as string | null,
  };
  const beside = [asides.given, asides.family];
  if (parts.given.trim() === '' && parts.family.trim() === '' && raw('full').trim() !== '') {
    const aside = withoutAsides(raw('full'));
    beside.push(aside);
    const whole = clean('name', aside.name);
    const divided = whole === null ? null : divideName(whole, naming);
    if (whole !== null && divided === null) return refuse([...problems, undividable(row.line, whole)]);
    parts.given = divided?.given ?? '';
    parts.family = divided?.family ?? '';
    parts.credentials = divided?.credentials ?? null;
    if (parts.family !== '') remarks.push({ kind: naming.order, value: '' });
  }
  const called = `${parts.given} ${parts.family}`;
  if (called.trim() !== '' && isHonorific(called)) parts.given = parts.family = '';
  const names = [clean('given name', parts.given), clean('family name', parts.family)];
  for (const name of [names.filter((one) => one !== null).join(' '), ...names]) {
    const why = name === null ? null : noNameIn(name);
    if (why === null || problems.length > 0) continue;
    problems.push(error(row.line, ...notNamed[why](quoted(name ?? ''))));
  }
  if (beside.some(({ isUnclear }) => isUnclear))
    problems.push(
      error(
        row.line,
        'What stands in brackets or quotation marks in the name may be no name.',
        'Write it into a column of its own, such as “preferred name”, or take it out.',
      ),
    );
  const first = <Key extends 'preferred' | 'sayIt' | 'pronouns' | 'suffix'>(key: Key): string | null =>
    beside.map((one) => one[key]).find((text) => text !== null) ?? null;
  if (first('preferred') !== null && raw('preferred').trim() === '')
    remarks.push({ kind: 'called', value: '' });
  if (beside.some(({ hadBirthName }) => hadBirthName)) remarks.push({ kind: 'birth-name', value: '' });
  const [given, ...rest] = names.filter((name) => name !== null);
  if (parts.given.trim() === '' && given !== undefined) remarks.push({ kind: 'one-name', value: '' });
  if (isShouted(names.join(''))) remarks.push({ kind: 'in-capitals', value: '' });

  const title = optional('role', 'role');
  const role = title === null ? null : roleOfTitle(title);
  if (title === null) remarks.push({ kind: 'no-title', value: '' });
  else if (role === null) remarks.push({ kind: 'unknown-title', value: title });

  const { languages, unknown } = readLanguages(optional('languages', 'languages') ?? '');
  remarks.push(...unknown.map((value): Remark => ({ kind: 'unknown-language', value })));

  const person = {
    preferred: clean('preferred name', raw('preferred')) ?? clean('preferred name', first('preferred') ?? ''),
    sayIt: optional('sayIt', 'pronunciation') ?? first('sayIt'),
    pronouns: optional('pronouns', 'pronouns') ?? first('pronouns'),
    credentials:
      optional('credentials', 'credentials') ??
      ([first('suffix'), parts.credentials].filter((text) => text !== null).join(', ') || null),
    badges: (optional('badges', 'badge id') ?? '')
      .split(';')
      .map((id) => id.trim())
      .filter((id) => id !== ''),
    identifiers: [optional('identifier', 'staff number')]
      .filter((value) => value !== null)
      .map((value) => ({ system: '', value })),
    photo: optional('photo', 'photo file name'),
    photoTaken: day('photoTaken', 'day of the photo') ?? undefined,
  };
  const [status, active, inactive, onLeave] = [
    said('status'),
    said('active'),
    said('inactive'),
    said('onLeave'),
  ];
  const standing = readStanding({ status, active, inactive, onLeave });
  if (standing === 'unclear' || standing === 'contradiction') {
    const [what, whatToDo] = unclearStanding[standing];
    return refuse([...problems, error(row.line, what, whatToDo)]);
  }
  if (problems.length > 0) return refuse(problems);
  if (given === undefined)
    return refuse([error(row.line, 'The row has no name.', 'Add one, or take the row out.')]);
  return ok({
    person: {
      ...{ line: row.line, given, family: rest[0] ?? null, title, languages, standing, ...person },
      role: title === null ? null : (role ?? 'care-team-member'),
    },
    remarks,
  });
};
