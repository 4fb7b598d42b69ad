import type { Actor, Entry, LogEvent } from '../log/entry.ts';
import type { RoundKind } from '../session/words.ts';

/** An entry of the record as it was found; `entry` is null where it is none that this version can read. */
export interface Found {
  seq: number;
  entry: Entry | null;
}

/** What happened, as the log has it: one line of a session’s timeline. */
export interface Step {
  /** The number of its entry in the log. */
  seq: number;
  /** Wall time, RFC 3339 with offset and milliseconds; like all that follows null where it cannot be read. */
  at: string | null;
  by: Actor | null;
  happened: LogEvent | null;
  /** The entries that this one takes back or replaces. */
  takesBack: number[];
  /** The entry that took this one back, or took its place. */
  takenBackBy: number | null;
}

/**
 * A stretch of a timeline: a round from its opening to its end, what was before the first, between two, after the last, or
 * since the session was closed.
 */
export interface Chapter {
  kind: 'before' | 'round' | 'between' | 'last' | 'after';
  /** Which round: `again` where its end had been taken back. */
  round: { id: string; kind: RoundKind; again: boolean } | null;
  steps: Step[];
}

/**
 * A session as it happened, in the order of the log, which is the only order there is: clocks jump. Takes the entries of
 * one session and what happened to the device meanwhile and about it since; each correction is linked with what it
 * corrects, in both directions.
 */
export const timelineOf = (found: readonly Found[]): Chapter[] => {
  const entries = found.flatMap(({ entry }) => entry ?? []);
  const corrections = linked(entries);
  const chapters: Chapter[] = [];
  const kinds = new Map<string, RoundKind>();
  let open: Chapter | null = null;
  const begin = (kind: Chapter['kind'], round: Chapter['round'] = null): Chapter => {
    const chapter = { kind, round, steps: [] };
    chapters.push(chapter);
    return chapter;
  };
  let over = false;
  for (const { seq, entry } of found) {
    if (entry?.type === 'round-opened') {
      kinds.set(entry.ids.round, entry.data.kind);
      open = begin('round', { id: entry.ids.round, kind: entry.data.kind, again: false });
    } else if (entry?.type === 'round-reopened') {
      const kind = kinds.get(entry.ids.round);
      if (kind !== undefined) open = begin('round', { id: entry.ids.round, kind, again: true });
    } else if (open === null) {
      open = begin(over ? 'after' : kinds.size === 0 ? 'before' : 'between');
    }
    (open ?? begin('between')).steps.push(stepOf(seq, entry, corrections));
    if (entry?.type === 'round-ended' || entry?.type === 'session-closed') open = null;
    if (entry?.type === 'session-closed') over = true;
  }
  const lastRound = chapters.findLastIndex(({ kind }) => kind === 'round');
  return chapters.map((chapter, at) =>
    chapter.kind === 'between' && at > lastRound ? { ...chapter, kind: 'last' } : chapter,
  );
};

interface Corrections {
  takesBack: Map<number, number[]>;
  takenBackBy: Map<number, number>;
}

const stepOf = (seq: number, entry: Entry | null, { takesBack, takenBackBy }: Corrections): Step => ({
  seq,
  at: entry?.at ?? null,
  by: entry?.actor ?? null,
  happened: entry === null ? null : happenedIn(entry),
  takesBack: takesBack.get(seq) ?? [],
  takenBackBy: takenBackBy.get(seq) ?? null,
});

/** What an entry says, without where and when it stands. */
export const happenedIn = ({ type, ids, data }: Entry): LogEvent =>
  // The three belong together: they were taken out of one entry.
  ({ type, ids, data }) as LogEvent;

/** What a correction of each type takes back, by the same tap and of the same participant or round. */
const takenBackBy: Partial<Record<LogEvent['type'], readonly LogEvent['type'][]>> = {
  'introduction-recorded': ['introduction-recorded'],
  'introduction-withdrawn': ['introduction-recorded'],
  'round-reopened': ['round-ended'],
  'participant-left': ['participant-joined', 'participant-returned'],
  'participant-returned': ['participant-left'],
};

const linked = (entries: readonly Entry[]): Corrections => {
  const links: Corrections = { takesBack: new Map(), takenBackBy: new Map() };
  const byTap = Map.groupBy(entries, ({ event }) => event);
  for (const entry of entries) {
    const { data, seq } = entry;
    if (!('corrects' in data) || typeof data.corrects !== 'string') continue;
    const types = takenBackBy[entry.type] ?? [];
    const taken = (byTap.get(data.corrects) ?? []).filter(
      (one) => one.seq < seq && types.includes(one.type) && areAboutTheSame(one, entry),
    );
    links.takesBack.set(
      seq,
      taken.map((one) => one.seq),
    );
    for (const one of taken) links.takenBackBy.set(one.seq, seq);
  }
  return links;
};

const areAboutTheSame = (one: Entry, other: Entry): boolean =>
  (['session', 'participant', 'round'] as const).every((field) => {
    const [a, b] = [idIn(one, field), idIn(other, field)];
    return a === undefined || b === undefined || a === b;
  });

const idIn = ({ ids }: Entry, field: 'session' | 'participant' | 'round'): string | undefined =>
  (ids as Partial<Record<typeof field, string>>)[field];
