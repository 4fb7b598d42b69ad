import type { LogEvent } from '../log/entry.ts';
import type { Round, Session } from '../session/state.ts';
import { type Reason, reasons } from '../session/words.ts';

/**
 * What somebody who looks for a session looks for in it: that a status was given, or none; how introductions came to be
 * recorded; how rounds went; whether anything was taken back or corrected. Their order is that of the bits that are
 * stored (migration 012 has them too): a new one goes to the end.
 */
export const marks = [
  'absent',
  'skipped',
  'declined',
  'unable',
  'already-known',
  'without-status',
  'attested-only',
  'not-held',
  'postponed',
  'after-sedation',
  'recall-wrong',
  'corrected',
] as const;
export type Mark = (typeof marks)[number];

/** The reasons that can be given for what a mark says; none where it needs none. */
export const reasonsFor = (mark: Mark | null | undefined): readonly Reason[] =>
  mark === 'absent' || mark === 'skipped' || mark === 'unable' ? reasons[mark] : [];

export const bitOf = (mark: Mark): number => 1 << marks.indexOf(mark);

/** The marks that stand in a number. */
export const marksIn = (bits: number): Mark[] => marks.filter((mark) => (bits & bitOf(mark)) !== 0);

/** Whether an event takes something back, or replaces it. */
export const isCorrection = ({ data }: LogEvent): boolean => 'corrects' in data && data.corrects != null;

/**
 * What a session has, as a number of bits, but for `corrected`: what was corrected, a state does not tell.
 * `not-held`: it was closed, and no round of it ever ended. `without-status`: somebody was here at the end of a round that
 * went on to an end and had none; whoever says “not now” leaves nobody out.
 */
export const marksOf = (session: Session): number => {
  const { rounds } = session;
  const statuses = new Set(rounds.flatMap(({ introductions }) => introductions.map(({ status }) => status)));
  const methods = new Set(rounds.flatMap(({ introductions }) => introductions.map(({ method }) => method)));
  methods.delete(null);
  const ended = rounds.flatMap(({ ended }) => ended ?? []);
  const ends = new Set(ended.map(({ outcome }) => outcome));
  const has: Record<Exclude<Mark, 'corrected'>, boolean> = {
    absent: statuses.has('absent'),
    skipped: statuses.has('skipped'),
    declined: statuses.has('declined') || ends.has('declined'),
    unable: statuses.has('unable') || ends.has('unable'),
    'already-known': statuses.has('already-known'),
    'without-status': rounds.some(leavesOut),
    'attested-only': methods.size === 1 && methods.has('attested'),
    'not-held': session.closed !== null && ended.length === 0,
    postponed: ends.has('postponed'),
    'after-sedation': ended.some(({ beforeSedation }) => beforeSedation === false),
    'recall-wrong': rounds.some(({ recall }) => recall === false),
  };
  return marks.reduce((bits, mark) => (mark !== 'corrected' && has[mark] ? bits | bitOf(mark) : bits), 0);
};

const leavesOut = ({ ended }: Round): boolean =>
  ended !== null &&
  (ended.outcome === 'completed' || ended.outcome === 'stopped') &&
  ended.leftOut.length > 0;
