import type { Dimension } from '../rates/breakdown.ts';
import { monthsThrough } from '../rates/breakdown.ts';
import type { Broken } from '../rates/report.ts';
import { shiftAt, shiftsBetween } from '../rates/shift.ts';
import type { Counted } from '../rates/total.ts';
import { Cursor } from './bytes.ts';
import { Cells } from './cells.ts';
import { firstTime, notOver } from './codes.ts';
import type { WordKind } from './piece.ts';
import type { Days, Filters } from './view.ts';
import type { Words } from './words.ts';

/** Of what the pieces of a day are. */
export type DayPart = 'sessions' | 'schedule';

export interface DayOfPieces {
  /** YYYY-MM-DD. */
  day: string;
  part: DayPart;
  pieces: Uint8Array;
}

interface Tallying {
  by: Dimension | null;
  filters: Filters;
  /** What is counted besides by itself, in the order of time. */
  over: readonly Days[];
  invented: boolean;
  /** When shifts end, HH:MM. */
  shifts: readonly string[];
  /** The day that is not over. */
  today: string;
  words: Words;
}

/** Adds up the pieces of days: in all, in groups, and over time, as far as they are among what is asked for. */
export class Tally implements Broken {
  readonly by: Dimension | null;
  /** As many as `over` has. */
  readonly each: Cells[];
  /** Sessions that were counted, and those that were not, being invented, or real where the others are asked for. */
  sessions = 0;
  leftOut = 0;
  readonly #asked: Tallying;
  readonly #shifts: string[];
  /** For each minute of a day, which of the shifts it is in. */
  readonly #shiftOf: Uint8Array;
  readonly #wanted: Wanted;
  readonly #groups = new Map<number, Cells>();
  #total: Cells | null = null;

  constructor(asked: Tallying) {
    this.#asked = asked;
    this.by = asked.by;
    this.each = asked.over.map(() => new Cells());
    this.#shifts = shiftsBetween(asked.shifts);
    this.#shiftOf = Uint8Array.from({ length: 24 * 60 }, (_, minute) =>
      this.#shifts.indexOf(shiftAt(timeOf(minute), asked.shifts)),
    );
    this.#wanted = wantedOf(asked, this.#shifts);
  }

  /** Adds the pieces of a day. Of all that is asked, nothing takes longer than this: it makes no objects. */
  add({ day, part, pieces }: DayOfPieces): void {
    const wanted = this.#wanted;
    this.#total = null;
    const { by, over, today, invented } = this.#asked;
    const month = monthNumber(day);
    const isAhead = part === 'schedule' && day >= today;
    const step = this.each[over.findIndex(({ from, to }) => from <= day && day <= to)];
    const cursor = new Cursor(pieces);
    while (cursor.at < pieces.length) {
      const length = cursor.number();
      const end = cursor.at + length;
      const isInvented = cursor.byte() === 1;
      const shift = this.#shiftOf[cursor.number()] ?? 0;
      const kind = cursor.number();
      const urgency = cursor.number();
      const place = cursor.number();
      const unit = cursor.number();
      const isWanted =
        (wanted.kind === null || wanted.kind === kind) &&
        (wanted.urgency === null || wanted.urgency === urgency) &&
        (wanted.place === null || wanted.place === place) &&
        (wanted.unit === null || wanted.unit === unit) &&
        (wanted.shift === null || wanted.shift === shift);
      if (!isWanted || isInvented !== invented) {
        if (isWanted && part === 'sessions') this.leftOut += 1;
        cursor.at = end;
        continue;
      }
      if (part === 'sessions') this.sessions += 1;
      const key = keyOf(by, shift, urgency, place, unit, month);
      let group = by === 'role' ? null : (this.#groups.get(key) ?? null);
      while (cursor.at < end) {
        const role = cursor.number();
        const partLength = cursor.number();
        const partEnd = cursor.at + partLength;
        if (wanted.role === null || wanted.role === role) {
          if (by === 'role') group = this.#group(role);
          else group ??= this.#group(key);
          if (isAhead) countOne(group, step, notOver);
          else take(cursor, partEnd, group, step);
        }
        cursor.at = partEnd;
      }
    }
  }

  get total(): Counted {
    const total = this.#total ?? new Cells();
    if (this.#total === null) for (const cells of this.#groups.values()) total.addAll(cells);
    this.#total = total;
    return total;
  }

  /** The groups by their keys in order; between the first month and the last also those in which nothing was. */
  groups(): { key: string; total: Counted }[] {
    const { by } = this;
    if (by === null) return [];
    const found = new Map(
      [...this.#groups].flatMap(([number, cells]): [string, Cells][] =>
        by === 'role' && number === 0 ? [] : [[this.#keyText(by, number), cells]],
      ),
    );
    const keys = [...found.keys()].sort();
    return (by === 'month' ? monthsThrough(keys) : keys).map((key) => ({
      key,
      total: found.get(key) ?? new Cells(),
    }));
  }

  #keyText(by: Dimension, number: number): string {
    if (by === 'month') return monthText(number);
    return by === 'shift' ? (this.#shifts[number] ?? '') : this.#asked.words.wordOf(number);
  }

  #group(number: number): Cells {
    const known = this.#groups.get(number);
    if (known !== undefined) return known;
    const made = new Cells();
    this.#groups.set(number, made);
    return made;
  }
}

const countOne = (group: Cells, step: Cells | undefined, code: number): void => {
  group.counts[code] = (group.counts[code] ?? 0) + 1;
  if (step !== undefined) step.counts[code] = (step.counts[code] ?? 0) + 1;
};

/** Counts a part up to its end. Over time nobody asks how long things took. */
const take = (cursor: Cursor, end: number, group: Cells, step: Cells | undefined): void => {
  while (cursor.at < end) {
    const code = cursor.byte();
    const count = cursor.number();
    if (code < firstTime) {
      group.counts[code] = (group.counts[code] ?? 0) + count;
      if (step !== undefined) step.counts[code] = (step.counts[code] ?? 0) + count;
      continue;
    }
    const times = group.times[code - firstTime];
    for (let one = 0; one < count; one += 1) times?.add(cursor.number());
  }
};

/** The number of the group of a piece; by role each part has its own. */
const keyOf = (
  by: Dimension | null,
  shift: number,
  urgency: number,
  place: number,
  unit: number,
  month: number,
): number => {
  switch (by) {
    case null:
    case 'role':
      return 0;
    case 'shift':
      return shift;
    case 'urgency':
      return urgency;
    case 'place':
      return place;
    case 'unit':
      return unit;
    case 'month':
      return month;
  }
};

/** What it is narrowed to, as numbers; null where it is not. */
type Wanted = Record<keyof Filters, number | null>;

/** Of a word that was never met, and a shift that there is not: nothing has it. */
const none = -1;

const wantedOf = ({ filters, words }: Tallying, shifts: readonly string[]): Wanted => {
  const { unit, place, kind, urgency, shift, role } = filters;
  const number = (of: WordKind, word: string | null): number | null =>
    word === null ? null : (words.find(of, word) ?? none);
  return {
    ...{ unit: number('unit', unit), place: number('place', place), kind: number('kind', kind) },
    ...{ urgency: number('urgency', urgency), role: number('role', role) },
    shift: shift === null ? null : shifts.indexOf(shift),
  };
};

const twoDigits = (number: number): string => String(number).padStart(2, '0');
const timeOf = (minute: number): string => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthText = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${twoDigits((number % 12) + 1)}`;
