import type { SessionEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { nextAfter, openRound, type Round, type Session, waiting } from './state.ts';

/** What happened, and what follows from it by itself, in a round that is running. */
export const settled = (session: Session, tap: string, events: SessionEvent[]): SessionEvent[] => {
  const after = events.reduce(
    (state, event) => evolve(state, { ...event, eventId: tap, stamp: unstamped }),
    session,
  );
  const round = openRound(after);
  return round === null ? events : [...events, ...whatFollows(session, after, round)];
};

/** Nothing that follows depends on when something happened. */
const unstamped = { seq: 0, at: '', boot: '', mono: 0 };

/**
 * In a round of cards the next card comes up when the one before was answered or its person left, as long as
 * anybody waits. A `join` round is over by itself when nobody does.
 */
const whatFollows = (before: Session, after: Session, round: Round): SessionEvent[] => {
  const ids = { session: after.id, round: round.id };
  const [first] = waiting(after, round);
  if (first === undefined) {
    if (round.kind !== 'join') return [];
    const outcome = round.introductions.some((one) => one.status !== null) ? 'completed' : 'stopped';
    return [{ type: 'round-ended', ids, data: { outcome, beforeSedation: null } }];
  }
  if (!round.cards || round.current !== null) return [];
  const answered = before.rounds.find((one) => one.id === round.id)?.current ?? null;
  const next = answered === null ? null : nextAfter(after, round, answered);
  return [
    {
      type: 'introduction-started',
      ids: { ...ids, participant: next ?? first.participant },
      data: {},
    },
  ];
};
