import type { Recorded, SessionEvent, Stamp } from './events.ts';
import {
  type Introduction,
  introductionOf,
  leavingFrom,
  type Participant,
  participantOf,
  type Round,
  type Session,
  waiting,
} from './state.ts';

type Of<Type extends SessionEvent['type']> = Extract<Recorded, { type: Type }>;

/**
 * The session after one more event. Events are facts: evolve never refuses one; only the first of a session may
 * meet no state, and a log that breaks this was not written by this program.
 */
export const evolve = (session: Session | null, event: Recorded): Session => {
  if (event.type === 'session-opened') return opened(event);
  if (session === null) throw new Error(`The log has a ${event.type} before its session was opened`);
  switch (event.type) {
    case 'session-changed':
      return { ...session, ...event.data };
    case 'participant-joined':
      return joined(session, event);
    case 'participant-left':
      return gone(session, event);
    case 'participant-recognised':
      return recognised(session, event);
    case 'participant-returned':
      return returned(session, event);
    case 'round-opened':
      return { ...session, rounds: [...session.rounds, newRound(event)] };
    case 'round-extended':
      return inRound(session, event.ids.round, (round) => ({
        ...round,
        introductions: [...round.introductions, blank(event.ids.participant)],
      }));
    case 'round-started':
      return inRound(session, event.ids.round, (round) => ({
        ...round,
        language: event.data.language,
        started: event.stamp,
      }));
    case 'introduction-started':
      return inRound(session, event.ids.round, (round) => cardShown(round, event));
    case 'introduction-recorded':
      return inRound(session, event.ids.round, (round) => statusGiven(round, event));
    case 'introduction-withdrawn':
      return inRound(session, event.ids.round, (round) =>
        replaced(round, event.ids.participant, ({ participant }) => blank(participant)),
      );
    case 'round-ended':
      return inRound(session, event.ids.round, (round) => ({
        ...round,
        current: null,
        // Whoever leaves with this end is gone by now.
        staying: round.kind === 'patient' ? leavingFrom(session).map((one) => one.id) : [],
        ended: {
          event: event.eventId,
          stamp: event.stamp,
          ...event.data,
          leftOut: waiting(session, round).map((one) => one.participant),
        },
      }));
    case 'round-reopened':
      return inRound(session, event.ids.round, (round) => ({ ...round, ended: null }));
    case 'recall-answered':
      return inRound(session, event.ids.round, (round) => ({ ...round, recall: event.data.right }));
    case 'session-closed':
      return { ...session, closed: event.stamp };
  }
};

const opened = ({ ids, data, stamp }: Of<'session-opened'>): Session => ({
  id: ids.session,
  place: ids.place,
  unit: ids.unit,
  ...data,
  opened: stamp,
  closed: null,
  participants: [],
  rounds: [],
});

const joined = (session: Session, { ids, data, eventId }: Of<'participant-joined'>): Session => ({
  ...session,
  participants: [
    ...session.participants,
    {
      id: ids.participant,
      person: ids.person,
      ...data,
      part: data.part ?? null,
      metBefore: false,
      came: { event: eventId, first: true },
      left: null,
      handedTo: null,
      mistake: false,
    },
  ],
});

const changed = (session: Session, participant: string, values: Partial<Participant>): Session => ({
  ...session,
  participants: session.participants.map((one) => (one.id === participant ? { ...one, ...values } : one)),
});

/** Whomever the patient knows has no card of their own any more, unless it is asked for. */
const recognised = (session: Session, { ids, data }: Of<'participant-recognised'>): Session => ({
  ...changed(session, ids.participant, { metBefore: data.met }),
  rounds: session.rounds.map((round) =>
    data.met && round.kind !== 'team' && round.current === ids.participant
      ? { ...round, current: null }
      : round,
  ),
});

/** Back as somebody who came in again; or, where their leaving was a mistake, as if they had not left. */
const returned = (session: Session, { ids, data, eventId }: Of<'participant-returned'>): Session =>
  changed(session, ids.participant, {
    left: null,
    handedTo: null,
    mistake: false,
    ...(data.corrects === null ? { came: { event: eventId, first: false } } : {}),
  });

/** Whoever has left is not on a card any more. */
const gone = (session: Session, { ids, data, eventId }: Of<'participant-left'>): Session => ({
  ...changed(session, ids.participant, {
    left: eventId,
    handedTo: data.to ?? null,
    mistake: data.corrects !== undefined && participantOf(session, ids.participant)?.came.first === true,
  }),
  rounds: session.rounds.map((round) =>
    round.current === ids.participant ? { ...round, current: null } : round,
  ),
});

const blank = (participant: string): Introduction => ({
  participant,
  status: null,
  method: null,
  reason: null,
  record: null,
  seq: null,
  started: null,
  recorded: null,
  seconds: null,
});

const newRound = ({ ids, data, stamp }: Of<'round-opened'>): Round => ({
  id: ids.round,
  kind: data.kind,
  introductions: data.participants.map(blank),
  cards: false,
  current: null,
  language: null,
  recall: null,
  staying: [],
  opened: stamp,
  started: null,
  ended: null,
});

const inRound = (session: Session, id: string, change: (round: Round) => Round): Session => ({
  ...session,
  rounds: session.rounds.map((round) => (round.id === id ? change(round) : round)),
});

const replaced = (round: Round, participant: string, change: (one: Introduction) => Introduction): Round => ({
  ...round,
  introductions: round.introductions.map((one) => (one.participant === participant ? change(one) : one)),
});

/** The clock of an introduction starts when its card comes up; asking for a card that is up changes nothing. */
const cardShown = (round: Round, { ids, stamp }: Of<'introduction-started'>): Round => ({
  ...replaced(round, ids.participant, (one) =>
    one.status === null && (one.started === null || round.current !== ids.participant)
      ? { ...one, started: stamp }
      : one,
  ),
  cards: true,
  current: ids.participant,
});

const statusGiven = (round: Round, { ids, data, eventId, stamp }: Of<'introduction-recorded'>): Round => {
  const before = introductionOf(round, ids.participant);
  const corrected = before?.status != null;
  const started = before?.started ?? lastMoment(round);
  const shown = round.current === ids.participant ? null : round.current;
  return {
    ...replaced(round, ids.participant, (one) => ({
      participant: one.participant,
      status: data.status,
      method: data.method,
      reason: data.reason,
      record: eventId,
      seq: stamp.seq,
      started,
      recorded: corrected ? one.recorded : stamp,
      seconds: corrected ? one.seconds : secondsBetween(started, stamp),
    })),
    current: shown,
  };
};

/**
 * When the one before was recorded, or else the round began: from then on it was this person's turn. Nobody had one
 * in a round that never began.
 */
const lastMoment = (round: Round): Stamp | null =>
  round.started &&
  round.introductions.reduce<Stamp | null>(
    (latest, { recorded }) =>
      recorded !== null && (latest === null || recorded.seq > latest.seq) ? recorded : latest,
    round.started,
  );

/**
 * Seconds between two moments, to a tenth: by the monotonic clock within one boot, by wall time across two
 * (never negative, since a wall clock may have been set back).
 */
export const secondsBetween = (from: Stamp | null, to: Stamp): number | null => {
  if (from === null) return null;
  const ms = from.boot === to.boot ? to.mono - from.mono : Date.parse(to.at) - Date.parse(from.at);
  return Math.max(0, Math.round(ms / 100) / 10);
};
