import { joined } from '../log/bytes.ts';
import type { Case, Where } from '../rates/case.ts';
import { Cursor, numberBytes } from './bytes.ts';
import { codeOf, firstTime } from './codes.ts';

/**
 * A day is stored as pieces, one for each session or scheduled session, in the order of their ids:
 *
 *     length of the rest │ length of the id │ id │ invented │ minute │ kind │ urgency │ place │ unit │ parts
 *
 * and a part, for each role in it, and for what has none:
 *
 *     role │ length of the rest │ code, value │ code, value │ …
 *
 * Invented and codes are bytes, all else numbers as in bytes.ts. Words (kinds, places, roles …) have the numbers that the
 * database gave them, from 1; 0 is no role. What is the same gives the same bytes.
 */

/** What a word stands for. */
export const wordKinds = ['kind', 'urgency', 'place', 'unit', 'role'] as const;
export type WordKind = (typeof wordKinds)[number];

/** The number of a word, which is given to it where it has none yet. */
export type NumberOf = (kind: WordKind, word: string) => number;

export interface Piece extends Omit<Where, 'day' | 'shift'> {
  id: string;
  invented: boolean;
  /** HH:MM. */
  time: string;
  cases: readonly Case[];
}

/** The bytes of a piece. */
export const pieceBytes = (piece: Piece, numberOf: NumberOf): Uint8Array => {
  const { id, invented, time, kind, urgency, place, unit, cases } = piece;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const words = [numberOf('kind', kind), numberOf('urgency', urgency)];
  words.push(numberOf('place', place), numberOf('unit', unit));
  const head = [invented ? 1 : 0, ...[hours * 60 + minutes, ...words].flatMap(numberBytes)];
  const rest = [...idBytes(id), ...head, ...partsOf(cases, numberOf)];
  return Uint8Array.from([...numberBytes(rest.length), ...rest]);
};

const idBytes = (id: string): number[] => {
  const bytes = new TextEncoder().encode(id);
  return [...numberBytes(bytes.length), ...bytes];
};

const partsOf = (cases: readonly Case[], numberOf: NumberOf): number[] => {
  const roles = new Map<number, { code: number; value: number }[]>();
  for (const one of cases) {
    const role = one.role === null ? 0 : numberOf('role', one.role);
    const counts = roles.get(role) ?? [];
    roles.set(role, counts);
    const { code, value } = codeOf(one);
    const same = code < firstTime ? counts.find((other) => other.code === code) : undefined;
    if (same === undefined) counts.push({ code, value });
    else same.value += value;
  }
  return [...roles]
    .sort(([one], [other]) => one - other)
    .flatMap(([role, counts]) => {
      const bytes = counts
        .sort((one, other) => one.code - other.code || one.value - other.value)
        .flatMap(({ code, value }) => [code, ...numberBytes(value)]);
      return [...numberBytes(role), ...numberBytes(bytes.length), ...bytes];
    });
};

/** Each piece of a day, with its id, in order. */
export function* piecesIn(day: Uint8Array): Generator<{ id: string; bytes: Uint8Array }> {
  const cursor = new Cursor(day);
  while (!cursor.isAtEnd) {
    const start = cursor.at;
    const length = cursor.number();
    const end = cursor.at + length;
    const id = idAt(cursor);
    yield { id, bytes: day.subarray(start, end) };
    cursor.at = end;
  }
}

/** The id that begins here; the cursor is after it then. */
export const idAt = (cursor: Cursor): string => {
  const length = cursor.number();
  const id = new TextDecoder().decode(cursor.bytes.subarray(cursor.at, cursor.at + length));
  cursor.at += length;
  return id;
};

/** A day with these pieces instead of those that it had under their ids; null takes one away. Null for an empty day. */
export const dayWith = (
  day: Uint8Array | null,
  pieces: ReadonlyMap<string, Uint8Array | null>,
): Uint8Array | null => {
  const all = new Map<string, Uint8Array>();
  for (const { id, bytes } of day === null ? [] : piecesIn(day)) if (!pieces.has(id)) all.set(id, bytes);
  for (const [id, bytes] of pieces) if (bytes !== null) all.set(id, bytes);
  if (all.size === 0) return null;
  const inOrder = [...all].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, bytes]) => bytes);
  return joined(...inOrder);
};
