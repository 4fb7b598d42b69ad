import { setImmediate } from 'node:timers/promises';
import { stepsOver } from '../../../core/figures/days.ts';
import type { Days } from '../../../core/figures/view.ts';
import { searchForm } from '../../../core/names.ts';
import type { Reason } from '../../../core/session/words.ts';
import type { Page, PlacesToFind, RoundFound, SessionFound } from '../../../core/timeline/found.ts';
import { bitOf, type Mark, marksIn } from '../../../core/timeline/marks.ts';
import type { PersonCard } from '../../../core/view.ts';
import {
  countSessions,
  daysOfSessions,
  type FoundRow,
  findSessions,
  peopleInSessions,
  placesToFind,
  roundsFound,
  type SoughtSessions,
  unitsToFind,
} from '../../store/sessions-found.ts';
import type { SignedIn } from '../access/session.ts';
import type { Device } from '../device.ts';
import { purgedFrom } from '../log-read/purged.ts';
import { tellOnce } from '../log-read/told.ts';
import { cardsOf } from '../people.ts';

/** Sessions on one page. */
export const pageOfSessions = 25;

/** What sessions are looked for by; what is left out is whatever there is. Days are YYYY-MM-DD, both included. */
export interface Wanted {
  from?: string | undefined;
  to?: string | undefined;
  place?: string | undefined;
  unit?: string | undefined;
  kind?: string | undefined;
  urgency?: string | undefined;
}

/** What only a session that was opened can be looked for by. A reason is one for the mark: somebody absent, because of it. */
interface WantedOfHeld {
  person?: string | undefined;
  mark?: Mark | undefined;
  reason?: Reason | undefined;
  after?: string | undefined;
}

export const soughtFrom = ({ from = '', to = '9999-12-31', ...wanted }: Wanted) => ({
  ...{ from, to },
  place: wanted.place ?? null,
  unit: wanted.unit ?? null,
  kind: wanted.kind ?? null,
  urgency: wanted.urgency ?? null,
});

/** Where a page ended, as text: a moment and an id. Null for the first page, and for what is none. */
export const pageAfter = (text: string | undefined, parts: number): string[] | null => {
  const found = (text ?? '').split(' ');
  return found.length === parts ? found : null;
};

/** After everything that a record can hold. */
const newest = ['~', '~'];

/**
 * A page of sessions, the newest first, with how many there are on all. Whose sessions are looked for by a person’s id is
 * told in the log first; throws as `record` does.
 */
export const findHeld = async (
  device: Device,
  reader: SignedIn,
  { person, mark, reason, after, ...wanted }: Wanted & WantedOfHeld,
): Promise<Page<SessionFound>> => {
  const why = mark === undefined || reason === undefined ? null : { status: mark, reason };
  const sought: SoughtSessions = {
    ...{ ...soughtFrom(wanted), person: person ?? null, marks: mark === undefined ? 0 : bitOf(mark) },
    ...{ status: why?.status ?? null, reason: why?.reason ?? null },
  };
  const [before_at = '', before_id = ''] = pageAfter(after, 2) ?? newest;
  const { rows, total } = await lookFor(device, sought, { before_at, before_id });
  if (person !== undefined) tellSought(device, reader, person, wanted, total);
  const last = rows.length > pageOfSessions ? rows[pageOfSessions - 1] : undefined;
  return {
    items: rows.slice(0, pageOfSessions).map((row) => sessionFound(device, row)),
    ...{ total, purged: purgedFrom(device) },
    next: last === undefined ? null : `${last.opened} ${last.id}`,
  };
};

/** One more than a page, and how many there are on all. */
const lookFor = async (
  { db }: Device,
  sought: SoughtSessions,
  before: { before_at: string; before_id: string },
): Promise<{ rows: FoundRow[]; total: number }> => {
  const rows: FoundRow[] = [];
  let total = 0;
  for (const days of stretchesOf(db, sought)) {
    const most = pageOfSessions + 1 - rows.length;
    if (most > 0) rows.push(...findSessions.all(db, { ...sought, ...days, ...before, most }));
    total += countSessions.get(db, { ...sought, ...days })?.total ?? 0;
    // Taps in between.
    await setImmediate();
  }
  return { rows, total };
};

/**
 * All at once where an index has what is asked for. A reason it has not: then a month at a time, the newest first, so that
 * no tap waits for more than the sessions of a month that are looked at one by one.
 */
const stretchesOf = (db: Device['db'], { from, to, reason }: SoughtSessions): Days[] => {
  if (reason === null) return [{ from, to }];
  const { first = null, last = null } = daysOfSessions.get(db, {}) ?? {};
  if (first === null || last === null) return [];
  const [begin, end] = [from > first ? from : first, to < last ? to : last];
  return begin > end ? [] : stepsOver({ from: begin, to: end }, 'month').toReversed();
};

const tellSought = (
  device: Device,
  reader: SignedIn,
  person: string,
  { from = null, to = null }: { from?: string | null | undefined; to?: string | null | undefined },
  count: number,
): void =>
  tellOnce(device, reader, `sought ${person} ${from} ${to}`, {
    ...{ type: 'person-sought', ids: { person } },
    data: { from, to, count },
  });

const sessionFound = ({ db }: Device, row: FoundRow): SessionFound => {
  const { id, kind, urgency, place, unit, opened, closed, people } = row;
  const rounds = new Map<string, RoundFound>();
  for (const one of roundsFound.all(db, { session: id })) {
    const round: RoundFound = rounds.get(one.id) ?? {
      kind: one.kind,
      outcome: one.outcome,
      counts: {},
    };
    round.counts[one.status ?? 'none'] = one.count;
    rounds.set(one.id, round);
  }
  return {
    ...{ id, kind, urgency, place, unit, opened, closed, people },
    ...{ invented: row.invented === 1, scheduled: row.scheduled !== null },
    rounds: [...rounds.values()],
    marks: marksIn(row.marks),
  };
};

/** Who was in a session, also if they have left since, by the beginnings of their names; nobody without any word. */
export const peopleToFind = (device: Device, text: string): PersonCard[] => {
  const words = searchForm(text).split(' ').filter(Boolean).slice(0, 8);
  return words.length === 0 ? [] : cardsOf(device, peopleInSessions(device.db, words));
};

export const placesFound = ({ db }: Device): PlacesToFind => {
  const { first = null, last = null } = daysOfSessions.get(db, {}) ?? {};
  return {
    places: placesToFind.all(db, {}),
    units: unitsToFind.all(db, {}),
    days: first === null || last === null ? null : { first, last },
  };
};
