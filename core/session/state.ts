import type { RoleId } from '../roles.ts';
import type { Stamp } from './events.ts';
import type {
  Interpreter,
  Method,
  Outcome,
  Part,
  Reason,
  RoundKind,
  SessionKind,
  Status,
  Urgency,
} from './words.ts';

/** A person in a session, with the role they have in it. */
export interface Participant {
  id: string;
  person: string;
  role: RoleId;
  learner: boolean;
  required: boolean;
  /** What the shift change is for them; null where they stay on, and in a surgery. */
  part: Part | null;
  /** Whether the patient had met them earlier in the same stay. */
  metBefore: boolean;
  /** The event by which they came in, and whether it was the first time. */
  came: { event: string; first: boolean };
  /** The event that marked them as gone, while they are. */
  left: string | null;
  /** The participant who took over from them as they left. */
  handedTo: string | null;
  /** Whether they only came in by mistake, which was taken back: they never were here. */
  mistake: boolean;
}

/** One participant in one round. It has no status until somebody gave it one. */
export interface Introduction {
  participant: string;
  status: Status | null;
  method: Method | null;
  reason: Reason | null;
  /** The event that gave the present status; a correction must name it. */
  record: string | null;
  /** The number of that event's entry in the log. */
  seq: number | null;
  started: Stamp | null;
  recorded: Stamp | null;
  /** From the card coming up (in a round without cards: from the record before) to the first record, in seconds. */
  seconds: number | null;
}

export interface Round {
  id: string;
  kind: RoundKind;
  introductions: Introduction[];
  /** Whether people come up one by one. Team rounds never have cards: they show everyone at once. */
  cards: boolean;
  /** The participant whose card is up; in a round of cards that runs, somebody, for as long as anybody waits. */
  current: string | null;
  language: string | null;
  /** Whether the patient, asked once at the end, knew who is who; null while they were not asked. */
  recall: boolean | null;
  /** At a shift change: who was to leave and stayed after all, as its last end had it; kept where that is taken back. */
  staying: string[];
  opened: Stamp;
  started: Stamp | null;
  ended: {
    event: string;
    stamp: Stamp;
    outcome: Outcome;
    beforeSedation: boolean | null;
    /** Participants who were here when it ended and had no status. */
    leftOut: string[];
  } | null;
}

export interface Session {
  id: string;
  kind: SessionKind;
  place: string;
  unit: string;
  scheduled: string | null;
  urgency: Urgency;
  interpreter: Interpreter;
  opened: Stamp;
  closed: Stamp | null;
  participants: Participant[];
  rounds: Round[];
}

/** The round that is running, of which there is at most one. */
export const openRound = (session: Session): Round | null =>
  session.rounds.find((round) => round.ended === null) ?? null;

export const participantOf = (session: Session, id: string): Participant | null =>
  session.participants.find((participant) => participant.id === id) ?? null;

export const introductionOf = (round: Round, participant: string): Introduction | null =>
  round.introductions.find((introduction) => introduction.participant === participant) ?? null;

export const isHere = (session: Session, participant: string): boolean =>
  participantOf(session, participant)?.left === null;

/**
 * Those who still need a status before the round is complete: everyone in it who has none and has not left. To the
 * patient nobody is introduced who met them earlier in the same stay, unless they wish it.
 */
export const waiting = (session: Session, round: Round): Introduction[] =>
  round.introductions.filter(({ status, participant }) => {
    const here = participantOf(session, participant);
    return status === null && here?.left === null && !(round.kind !== 'team' && here.metBefore);
  });

/** In a shift change: those who are to leave and are still here. */
export const leavingFrom = (session: Session): Participant[] =>
  session.kind === 'shift-change'
    ? session.participants.filter((one) => one.part === 'leaving' && one.left === null)
    : [];

/**
 * The participant whose card comes after `from`: the next one in the order of the round who still needs a
 * status, starting again at the top; null when nobody does. `from` itself is never the answer.
 */
export const nextAfter = (session: Session, round: Round, from: string): string | null => {
  const order = round.introductions.map((introduction) => introduction.participant);
  const at = order.indexOf(from);
  const turn = [...order.slice(at + 1), ...order.slice(0, Math.max(at, 0))];
  const open = new Set(waiting(session, round).map((introduction) => introduction.participant));
  return turn.find((participant) => open.has(participant)) ?? null;
};

/** Whether the patient and this participant have met in the session, in whichever round. */
export const hasMet = (session: Session, participant: string): boolean =>
  session.rounds.some(
    (round) =>
      round.kind !== 'team' &&
      round.introductions.some((one) => one.participant === participant && one.status === 'introduced'),
  );
