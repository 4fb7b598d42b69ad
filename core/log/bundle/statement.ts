import * as z from 'zod';
import { uuid } from '../../session/ids.ts';
import { canonicalJson } from '../canonical-json.ts';
import { originOf } from '../checkpoint.ts';
import type { Sha256 } from '../merkle.ts';
import { type Signer, signNote } from '../note.ts';
import { wallTime } from './forms.ts';
import type { Kind } from './members.ts';
import { readCanonical, readJson } from './read-json.ts';

/** Of any sign: whether it is true is checked later. */
const count = z.int();
const hex = z.string().regex(/^[0-9a-f]{64}$/);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

const filter = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('days'), from: day, to: day }),
  z.strictObject({ kind: z.literal('session'), id: z.string() }),
]);

/** Which entries a bundle has: all, those of some days of the wall clock (both included), or those about a session. */
export type Filter = z.infer<typeof filter>;

const schema = z.strictObject({
  /** The version of the program that made it. */
  app: z.string(),
  made: wallTime,
  /** The newest log, and the last checkpoint. */
  log: uuid,
  size: count,
  root: hex,
  filter,
  entries: count,
  first: count.nullable(),
  last: count.nullable(),
  purged: count,
  digest: hex,
  sessions: count,
  introductions: count,
});

/** What a bundle says of itself; record-format.md, “Bundle”, tells what each member is. */
export type Statement = z.infer<typeof schema>;

const heading = 'bedside-hello statement 1';

/** The statement as a signed note, by the key of the newest log. */
export const signStatement = (sha256: Sha256, signer: Signer, statement: Statement): string =>
  signNote(
    sha256,
    originOf(statement.log),
    signer,
    `${heading}\n${canonicalJson(schema.parse(statement))}\n`,
  );

/** A statement as it was read, and whether its line is in the one form of RFC 8785. */
export interface ReadStatement extends Statement {
  isCanonical: boolean;
}

/** The statement that these four lines are, or null. Its signature is not verified. */
export const parseStatement = (note: string): ReadStatement | null => {
  const lines = note.split('\n');
  const [first, json = '', empty, , afterLast] = lines;
  if (lines.length !== 5 || afterLast !== '' || first !== heading || empty !== '') return null;
  const parsed = schema.safeParse(readJson(json));
  return parsed.success ? { ...parsed.data, isCanonical: readCanonical(json) !== null } : null;
};

/** Whether a bundle with this filter has the form of the whole record or of a part of it. */
export const kindOf = ({ filter: { kind } }: Pick<Statement, 'filter'>): Kind =>
  kind === 'all' ? 'whole' : 'part';

/** Whether the filter holds for an entry. */
export const isInFilter = (filter: Filter, entry: { at: string; ids: Record<string, unknown> }): boolean => {
  if (filter.kind === 'all') return true;
  if (filter.kind === 'session') return entry.ids.session === filter.id;
  const day = entry.at.slice(0, 10);
  return filter.from <= day && day <= filter.to;
};
