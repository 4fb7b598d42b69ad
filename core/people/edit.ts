import { cleanName, type NamePolicy, type NameProblem, namePolicyFor } from '../names.ts';
import { mostLanguages } from '../own-card.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { RoleId } from '../roles.ts';

/**
 * What can change of a person by hand, as the log names it: which of these, never to what. Their line, their pronouns and
 * the sound of their name are not among them: those are on their own card, and nobody else says them.
 */
export const handFields = [
  ...(['given', 'family', 'preferred', 'say-it', 'credentials', 'title', 'role', 'languages'] as const),
  ...(['names', 'photo', 'masked-photo', 'leave', 'on-list'] as const),
] as const;
export type HandField = (typeof handFields)[number];

/** The fields that are typed; the longest each may be is that of a name. */
const handTexts = ['given', 'family', 'preferred', 'sayIt', 'credentials', 'title'] as const;
export type HandText = (typeof handTexts)[number];

/** One change by hand; what it leaves out stays as it was. */
export interface HandChange {
  given?: string | undefined;
  family?: string | null | undefined;
  preferred?: string | null | undefined;
  sayIt?: string | null | undefined;
  credentials?: string | null | undefined;
  /** The job title, as a list has it. */
  title?: string | null | undefined;
  role?: RoleId | undefined;
  /** BCP 47, the best first. */
  languages?: string[] | undefined;
  names?: NamePolicy | null | undefined;
  /** Taken away; a new one comes as a picture. */
  photo?: null | undefined;
  maskedPhoto?: null | undefined;
  /** Somebody who was typed in as a visitor works here. */
  onList?: true | undefined;
}

/** What a person says on their own card, and is theirs once they said it; the name of it in a row. */
export const theirs = {
  preferred: 'preferred',
  sayIt: 'say_it',
  languages: 'languages',
  names: 'names',
} as const;

export type TheirField = keyof typeof theirs;
export const theirFields: readonly TheirField[] = ['preferred', 'sayIt', 'languages', 'names'];

/** `theirs`: they said it themselves on their own card; `wider`: it would show more of a name than is shown here. */
export type HandProblem =
  | { field: HandText; problem: NameProblem | 'theirs' }
  | { field: 'languages'; problem: 'theirs' }
  | { field: 'names'; problem: 'theirs' | 'wider' };

interface Columns {
  given: string;
  family: string | null;
  preferred: string | null;
  say_it: string | null;
  credentials: string | null;
  title: string | null;
  role: RoleId;
  languages: string;
  names: NamePolicy | null;
  photo: null;
  photo_date: null;
  masked_photo: null;
  masked_photo_date: null;
  origin: 'import';
}

const texts = {
  given: ['given', 'given'],
  family: ['family', 'family'],
  preferred: ['preferred', 'preferred'],
  sayIt: ['say_it', 'say-it'],
  credentials: ['credentials', 'credentials'],
  title: ['title', 'title'],
} as const satisfies Record<HandText, readonly [keyof Columns, HandField]>;

export interface ReadChange {
  columns: Partial<Columns>;
  fields: HandField[];
}

/**
 * What a change by hand puts into which columns. Refuses as a whole what cannot be kept as it was typed, naming the
 * field; what the person said themselves (`own`, columns); and to show more of a name than `rule` does.
 */
export const readChange = (
  change: HandChange,
  { own, rule }: { own: ReadonlySet<string>; rule: NamePolicy },
): Result<ReadChange, HandProblem> => {
  const columns: Partial<Columns> = {};
  const fields: HandField[] = [];
  for (const field of handTexts) {
    const typed = change[field];
    if (typed === undefined) continue;
    const [column, name] = texts[field];
    if (own.has(column)) return refuse({ field, problem: 'theirs' });
    const clean = cleanName(typed ?? '');
    if ('name' in clean) columns[column] = clean.name;
    else if (clean.problem !== 'empty' || field === 'given') return refuse({ field, problem: clean.problem });
    else Object.assign(columns, { [column]: null });
    fields.push(name);
  }
  if (change.role !== undefined) {
    columns.role = change.role;
    fields.push('role');
  }
  if (change.languages !== undefined) {
    if (own.has('languages')) return refuse({ field: 'languages', problem: 'theirs' });
    columns.languages = JSON.stringify([...new Set(change.languages)].slice(0, mostLanguages));
    fields.push('languages');
  }
  if (change.names !== undefined) {
    if (own.has('names')) return refuse({ field: 'names', problem: 'theirs' });
    if (change.names !== null && isWider(change.names, rule))
      return refuse({ field: 'names', problem: 'wider' });
    columns.names = change.names;
    fields.push('names');
  }
  if (change.photo === null) {
    Object.assign(columns, { photo: null, photo_date: null });
    fields.push('photo');
  }
  if (change.maskedPhoto === null) {
    Object.assign(columns, { masked_photo: null, masked_photo_date: null });
    fields.push('masked-photo');
  }
  if (change.onList === true) {
    columns.origin = 'import';
    fields.push('on-list');
  }
  return ok({ columns, fields });
};

const isWider = (names: NamePolicy, rule: NamePolicy): boolean =>
  namePolicyFor({ site: rule, unit: null, person: names }) !== names;

/** A leave, in days of the place, YYYY-MM-DD; without an end until somebody says so. */
export interface Leave {
  from: string;
  until: string | null;
}

/** Why a leave cannot be: it would be over before it begins, or is over already. */
export type LeaveProblem = 'ends-before' | 'is-over';

export const leaveProblem = ({ from, until }: Leave, today: string): LeaveProblem | null => {
  if (until === null) return null;
  if (until < from) return 'ends-before';
  return until < today ? 'is-over' : null;
};
