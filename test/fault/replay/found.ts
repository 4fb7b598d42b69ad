import * as z from 'zod';
import type { Finding } from './check.ts';
import { type CrashState, kinds } from './states.ts';

/** What a process that checks a share of the states is told: files, the choice of states, and which are its own. */
export const job = z.strictObject({
  trace: z.string(),
  /** The folder that was watched, as the trace names it, and the data folder inside of it. */
  watched: z.string(),
  data: z.string(),
  /** A folder to lay states into. */
  scratch: z.string(),
  states: z.int(),
  seed: z.string(),
  share: z.int(),
  of: z.int(),
});
export type Job = z.infer<typeof job>;

const count = z.int().min(0);
const kind = z.enum(kinds);

/** What was found in some states. */
export const found = z.strictObject({
  states: z.record(kind, count),
  /** States that could not be opened or whose database is not sound. */
  unreadable: count,
  /** States in which the log, its head or the tables do not agree. */
  inconsistent: count,
  /** States in which something that was acknowledged is missing, and what. */
  losing: count,
  lost: z.array(z.string()),
  /** What was acknowledged and is missing although all that was written is there. */
  neverWritten: z.array(z.string()),
  /** The first of them, in words. */
  troubles: z.array(z.string()),
});
export type Found = z.infer<typeof found>;

export const nothingFound: Found = {
  states: { prefix: 0, dropped: 0, reordered: 0, torn: 0, 'name-lost': 0 },
  ...{ unreadable: 0, inconsistent: 0, losing: 0, lost: [], neverWritten: [], troubles: [] },
};

/** With one more state. */
export const noted = (before: Found, state: CrashState, finding: Finding): Found => {
  const { kind, label, complete } = state;
  const { unreadable, inconsistent, lost } = finding;
  const words = [
    unreadable === null ? '' : `unreadable, ${unreadable}`,
    inconsistent === null ? '' : `inconsistent, ${inconsistent}`,
    lost.length === 0 ? '' : `${lost.length} of ${state.acknowledged.length} acknowledged missing`,
  ].filter((text) => text !== '');
  return merged(before, {
    states: { ...nothingFound.states, [kind]: 1 },
    unreadable: unreadable === null ? 0 : 1,
    inconsistent: inconsistent === null ? 0 : 1,
    losing: lost.length === 0 ? 0 : 1,
    lost,
    neverWritten: complete ? lost : [],
    troubles: words.length === 0 ? [] : [`${label}: ${words.join('; ')}`],
  });
};

const union = (one: string[], other: string[]): string[] =>
  other.length === 0 ? one : [...new Set([...one, ...other])];

export const merged = (one: Found, other: Found): Found => ({
  states: {
    prefix: one.states.prefix + other.states.prefix,
    dropped: one.states.dropped + other.states.dropped,
    reordered: one.states.reordered + other.states.reordered,
    torn: one.states.torn + other.states.torn,
    'name-lost': one.states['name-lost'] + other.states['name-lost'],
  },
  unreadable: one.unreadable + other.unreadable,
  inconsistent: one.inconsistent + other.inconsistent,
  losing: one.losing + other.losing,
  lost: union(one.lost, other.lost),
  neverWritten: union(one.neverWritten, other.neverWritten),
  troubles: [...one.troubles, ...other.troubles].slice(0, 12),
});
