import { ok, type Result, refuse } from '../../result.ts';
import { isText, linesOf } from '../bundle/lines.ts';
import { type Kind, type MemberName, membersOf } from '../bundle/members.ts';
import { readText } from '../bundle/read-json.ts';
import { type Member, readTar } from '../bundle/read-tar.ts';
import { piecesOf, type Source } from '../bundle/source.ts';
import { kindOf, parseStatement, type ReadStatement } from '../bundle/statement.ts';
import { joined } from '../bytes.ts';

/** A bundle that could be read: nothing in it is checked yet. */
export interface Bundle {
  kind: Kind;
  statement: ReadStatement;
  pieces(name: MemberName): Iterable<Uint8Array>;
  lines(name: MemberName): Generator<Uint8Array>;
  /** A whole member: only for those that are small. */
  text(name: MemberName): string;
}

/** Step 1: reads the tar file, its members and the statement. The problem is a sentence. */
export const readBundle = (source: Source): Result<Bundle, string> => {
  const members = readTar(source);
  if (members === null) return refuse('It is not a whole tar file.');
  const kind = kindOfMembers(members);
  if (kind === null) return refuse('It has not the members of a bundle, in their order.');
  const by = new Map(members.map((member) => [member.name, member]));
  const pieces = (name: MemberName): Iterable<Uint8Array> => {
    const member = by.get(name);
    if (member === undefined) throw new Error(`A bundle of kind ${kind} has no ${name}`);
    return piecesOf(source, member);
  };
  for (const name of membersOf[kind])
    if (name !== 'README.txt' && !isText(pieces(name)))
      return refuse(`Its ${name} is no text whose last line ends.`);
  const text = (name: MemberName) => textOf(pieces(name));
  const statement = parseStatement(text('statement.txt'));
  if (statement === null) return refuse('Its statement.txt is not a statement that this program knows.');
  if (kindOf(statement) !== kind) return refuse('Its statement is for another kind of bundle.');
  return ok({ kind, statement, pieces, text, lines: (name) => linesOf(pieces(name)) });
};

const kindOfMembers = (members: readonly Member[]): Kind | null => {
  const names = members.map(({ name }) => name).join();
  if (names === membersOf.whole.join()) return 'whole';
  return names === membersOf.part.join() ? 'part' : null;
};

const textOf = (pieces: Iterable<Uint8Array>): string => {
  const text = readText(joined(...pieces));
  if (text === null) throw new Error('A member that was read as text is none');
  return text;
};
