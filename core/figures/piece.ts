import { joined } from '../log/bytes.ts';
import type { Case, Where } from '../rates/case.ts';
import { Cursor, numberBytes } from './bytes.ts';
import { codeOf, firstTime } from './codes.ts';

/**
 * A day is stored as pieces, one for each session or scheduled session, in the order of their ids:
 *
 *     length of the rest │ invented │ minute │ kind │ urgency │ place │ unit │ parts
 *
 * a part, for each role in it, and for what has none:
 *
 *     role │ length of the rest │ code, how often │ … │ code, how many times, each in tenths of a second │ …
 *
 * Invented and codes are bytes, all else numbers as in bytes.ts. Words (kinds, places, roles …) have the numbers that the
 * database gave them, from 1; 0 is no role. What is the same gives the same bytes.
 */

/** What a word stands for. */
export type WordKind = 'kind' | 'urgency' | 'place' | 'unit' | 'role';

/** The number of a word, which is given to it where it has none yet. */
export type NumberOf = (kind: WordKind, word: string) => number;

export interface Piece extends Omit<Where, 'day' | 'shift'> {
  invented: boolean;
  /** HH:MM. */
  time: string;
  cases: readonly Case[];
}

/** The bytes of a piece. */
export const pieceBytes = (piece: Piece, numberOf: NumberOf): Uint8Array => {
  const { invented, time, kind, urgency, place, unit, cases } = piece;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const words = [numberOf('kind', kind), numberOf('urgency', urgency)];
  words.push(numberOf('place', place), numberOf('unit', unit));
  const head = [invented ? 1 : 0, ...[hours * 60 + minutes, ...words].flatMap(numberBytes)];
  const rest = [...head, ...partsOf(cases, numberOf)];
  return Uint8Array.from([...numberBytes(rest.length), ...rest]);
};

const partsOf = (cases: readonly Case[], numberOf: NumberOf): number[] => {
  const roles = new Map<number, Map<number, number[]>>();
  for (const one of cases) {
    const role = one.role === null ? 0 : numberOf('role', one.role);
    const codes = roles.get(role) ?? new Map<number, number[]>();
    roles.set(role, codes);
    const { code, value } = codeOf(one);
    codes.set(code, [...(codes.get(code) ?? []), value]);
  }
  return inOrder(roles).flatMap(([role, codes]) => {
    const bytes = inOrder(codes).flatMap(([code, values]) => [code, ...valueBytes(code, values)]);
    return [...numberBytes(role), ...numberBytes(bytes.length), ...bytes];
  });
};

const inOrder = <Value>(map: ReadonlyMap<number, Value>): [number, Value][] =>
  [...map].sort(([one], [other]) => one - other);

/** Each case is one, or a time. */
const valueBytes = (code: number, values: readonly number[]): number[] => {
  const times = code < firstTime ? [] : values.toSorted((one, other) => one - other);
  return [values.length, ...times].flatMap(numberBytes);
};

/** The pieces of a day, and whose they are, in the same order. */
export interface StoredDay {
  pieces: Uint8Array;
  ids: string;
}

/** Each piece of a day by its id. Throws RangeError where they do not fit each other. */
export const piecesById = ({ pieces, ids }: StoredDay): Map<string, Uint8Array> => {
  const found = new Map<string, Uint8Array>();
  const cursor = new Cursor(pieces);
  for (const id of ids.split(' ')) {
    const start = cursor.at;
    cursor.skip(cursor.number());
    found.set(id, pieces.subarray(start, cursor.at));
  }
  if (cursor.at !== pieces.length) throw new RangeError('The pieces of a day are not those of its ids');
  return found;
};

/** A day with these pieces instead of those that it had under their ids; null takes one away. Null for an empty day. */
export const dayWith = (
  day: StoredDay | null,
  changed: ReadonlyMap<string, Uint8Array | null>,
): StoredDay | null => {
  const all = day === null ? new Map<string, Uint8Array>() : piecesById(day);
  for (const [id, bytes] of changed)
    if (bytes === null) all.delete(id);
    else all.set(id, bytes);
  const sorted = [...all].sort(([one], [other]) => (one < other ? -1 : 1));
  if (sorted.length === 0) return null;
  return {
    pieces: joined(...sorted.map(([, bytes]) => bytes)),
    ids: sorted.map(([id]) => id).join(' '),
  };
};
