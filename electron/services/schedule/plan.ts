import { createHash } from 'node:crypto';
import type { FileName } from '../../../core/fhir/place.ts';
import { error, otherLinesOf, type Problem, quoted } from '../../../core/roster/problem.ts';
import type { SessionKind, Urgency } from '../../../core/session/words.ts';
import type { Reader } from '../../store/open.ts';
import {
  cancelledById,
  rosterChanges,
  type ScheduledRow,
  scheduledBetween,
  scheduledById,
  scheduledBySource,
  scheduledOn,
  sourceTypesOf,
} from '../../store/schedule.ts';
import { placeByName } from '../../store/settings.ts';
import type { Planning } from '../imports/planning.ts';
import type { Member } from './finder.ts';

/** A session as a file plans it, with everybody found. */
export interface Planned {
  line: number;
  /** The file it is from, where several are read together. */
  file: number;
  date: string;
  time: string;
  place: string;
  unit: string;
  kind: SessionKind;
  urgency: Urgency;
  lead: string | null;
  team: Member[];
  /** By what another system knows it, and what it was made from, as hashes; nothing in a list. */
  sources: { type: string; hash: Uint8Array }[];
  linked: { type: string; hash: Uint8Array }[];
}

/** A booking that is off, by what it is known. */
export interface CalledOff extends Pick<Planned, 'line' | 'file' | 'sources' | 'linked'> {}

/** What becomes of one session. `held`: it was, and stays as it was; `back`: it had been cancelled. */
export type Step =
  | { is: 'added' | 'unchanged' | 'held'; id: string; session: Planned; before: null }
  | { is: 'changed' | 'back'; id: string; session: Planned; before: ScheduledRow; fields: ScheduleField[] }
  | {
      is: 'cancelled';
      id: string;
      line: number;
      file: number;
      before: ScheduledRow;
      why: 'cancelled' | 'not-in-list';
    };

export type ScheduleField = 'place' | 'date' | 'time' | 'kind' | 'urgency' | 'lead' | 'team';

/** What an import of a schedule would do; carried out as a whole or not at all. */
export interface SchedulePlan {
  sessions: Planned[];
  steps: Step[];
  problems: (Problem & { file?: number })[];
  refused: boolean;
  /** SHA-256 of the file, in hex; of several, as for people. */
  digest: string;
  /** What was known when the plan was made. */
  basis: string;
  /** Of FHIR: the files, and what their places count. */
  files: FileName[] | null;
}

export const refusedSchedule = (
  problems: SchedulePlan['problems'],
  digest: string,
  files: FileName[] | null = null,
): SchedulePlan => ({ sessions: [], steps: [], problems, refused: true, digest, basis: '', files });

/** Everything that a plan for these sessions depends on, in short: people, and what is scheduled. */
export const basisOfSchedule = (db: Reader): string => {
  const all = createHash('sha256');
  all.update(String(rosterChanges.get(db, {})?.changes ?? 0));
  for (const row of scheduledBetween.iterate(db, { from: '0000-01-01', to: '9999-12-31' }))
    all.update(JSON.stringify(row));
  return all.digest('hex');
};

const placeKey = ({ place, unit }: Planned): string => `${unit}\n${place}`;
const slotKey = (one: Planned): string => [placeKey(one), one.date, one.time, one.kind].join('\n');

/** Two sessions of one kind cannot begin at one place at one time. */
export const doubled = (sessions: readonly Planned[]): (Problem & { file: number })[] =>
  [...Map.groupBy(sessions, slotKey).values()]
    .filter((same) => same.length > 1)
    .flatMap((same) =>
      same.map(({ line, file }) => ({
        ...error(
          line,
          `The same place and time are also on ${otherLinesOf(same, line)}.`,
          'Take one row out, or correct the time.',
        ),
        file,
      })),
    );

/** How a sentence names a scheduled session. */
export const sessionInWords = ({
  date,
  time,
  place,
}: {
  date: string;
  time: string;
  place: string;
}): string => `${date} ${time}, ${quoted(place)}`;

/** A session as the table would have it; the place is known or still to be made. */
export const rowOf = (
  id: string,
  { date, time, kind, urgency, lead, team }: Planned,
  place: string,
): ScheduledRow => ({
  ...{ id, place_id: place, date, time, kind, urgency, lead_id: lead, team: JSON.stringify(team) },
});

const fieldsOf = (row: ScheduledRow, before: ScheduledRow): ScheduleField[] =>
  (
    [
      ...([
        ['place', 'place_id'],
        ['date', 'date'],
        ['time', 'time'],
        ['kind', 'kind'],
      ] as const),
      ...([
        ['urgency', 'urgency'],
        ['lead', 'lead_id'],
        ['team', 'team'],
      ] as const),
    ] as const
  ).flatMap(([field, column]) => (row[column] === before[column] ? [] : [field]));

/**
 * What becomes of each session: one that is known by its source, or stands at the same place and time, is changed and keeps
 * its id; one that was held stays as it was. With `replaces`, what else was scheduled at the same places on the same days
 * is off. Nothing is written.
 */
export const stepsOf = (
  device: Planning,
  sessions: readonly Planned[],
  { off = [], replaces }: { off?: readonly CalledOff[]; replaces: boolean },
): Step[] => {
  const { db } = device;
  const claimed = new Set<string>();
  const known = (source: { hash: Uint8Array }): string | null =>
    scheduledBySource.get(db, source)?.scheduled ?? null;
  const claim = (id: string | null | undefined): string | null => {
    if (id === null || id === undefined || claimed.has(id)) return null;
    claimed.add(id);
    return id;
  };
  const bySource = ({ sources, linked }: Pick<Planned, 'sources' | 'linked'>): string | null => {
    const own = sources.map(known).find((id) => id !== null);
    if (own !== undefined) return claim(own);
    const types = new Set(sources.map(({ type }) => type));
    const made = linked
      .map(known)
      .find(
        (id) => id !== null && !sourceTypesOf.all(db, { scheduled: id }).some(({ type }) => types.has(type)),
      );
    return claim(made);
  };
  const placeOf = ({ place, unit }: Planned): string | null =>
    placeByName.get(db, { name: place, unit })?.id ?? null;
  const found = new Map(sessions.map((session) => [session, bySource(session)]));
  const steps: Step[] = [];
  for (const { line, file, ...sources } of off) {
    const id = bySource(sources);
    const row = id === null ? undefined : scheduledById.get(db, { id });
    if (row !== undefined && row.held === 0)
      steps.push({ is: 'cancelled', id: row.id, line, file, before: plain(row), why: 'cancelled' });
  }
  for (const session of sessions) {
    const place = placeOf(session);
    const bySlot =
      place === null
        ? undefined
        : scheduledOn
            .all(db, { place, date: session.date })
            .find(({ id, time, kind }) => time === session.time && kind === session.kind && !claimed.has(id));
    const id = found.get(session) ?? claim(bySlot?.id);
    const row = id === null ? undefined : scheduledById.get(db, { id });
    const cancelled = id === null || row !== undefined ? undefined : cancelledById.get(db, { id });
    const before = row ?? cancelled;
    if (before === undefined) {
      steps.push({ is: 'added', id: device.newId(), session, before: null });
      continue;
    }
    if (row?.held === 1) {
      steps.push({ is: 'held', id: row.id, session, before: null });
      continue;
    }
    const fields = fieldsOf(rowOf(before.id, session, place ?? ''), plain(before));
    if (cancelled !== undefined)
      steps.push({ is: 'back', id: before.id, session, before: plain(before), fields });
    else if (fields.length === 0) steps.push({ is: 'unchanged', id: before.id, session, before: null });
    else steps.push({ is: 'changed', id: before.id, session, before: plain(before), fields });
  }
  if (replaces) steps.push(...replaced(device, sessions, placeOf, claimed));
  return steps;
};

const plain = ({ id, place_id, date, time, kind, urgency, lead_id, team }: ScheduledRow): ScheduledRow => ({
  ...{ id, place_id, date, time, kind, urgency, lead_id, team },
});

/** What stood at these places on these days, was not held, and is in no row. */
const replaced = (
  { db }: Planning,
  sessions: readonly Planned[],
  placeOf: (session: Planned) => string | null,
  claimed: ReadonlySet<string>,
): Step[] =>
  [...Map.groupBy(sessions, (one) => `${placeKey(one)}\n${one.date}`).values()].flatMap(([first]) => {
    const place = first === undefined ? null : placeOf(first);
    if (first === undefined || place === null) return [];
    return scheduledOn.all(db, { place, date: first.date }).flatMap(({ id, held }): Step[] => {
      const row = held === 1 || claimed.has(id) ? undefined : scheduledById.get(db, { id });
      return row === undefined
        ? []
        : [{ is: 'cancelled', id, line: first.line, file: 0, before: plain(row), why: 'not-in-list' }];
    });
  });
