import fc from 'fast-check';
import type { RoleId } from '../../../core/roles.ts';
import type { Command, Recognition } from '../../../core/session/commands.ts';
import { introductionOf, openRound, type Session, waiting } from '../../../core/session/state.ts';
import {
  interpreters,
  methods,
  outcomes,
  reasons,
  type SessionKind,
  sessionKinds,
  statuses,
  urgencies,
} from '../../../core/session/words.ts';
import { type Play, startPlay, uuid } from './play.ts';

const allReasons = [...reasons.absent, ...reasons.skipped, ...reasons.unable];
const person = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5');
const role = fc.constantFrom<RoleId[]>('surgeon', 'scrub-nurse', 'medical-student', 'interpreter');
/** Picks one of the things there are by now, 1 being the newest, or, as 0, something that never was. */
const pick = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 3 }) },
  { weight: 3, arbitrary: fc.integer({ min: 4, max: 30 }) },
  { weight: 1, arbitrary: fc.constant(0) },
);

const someone = fc.oneof(
  { weight: 3, arbitrary: fc.constant<number[]>([]) },
  fc.array(pick, { maxLength: 2 }),
);

/** A verdict that mostly fits, and one that is anything. */
const verdict = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ status: 'introduced', method: 'self', reason: null } as const) },
  { weight: 2, arbitrary: fc.constant({ status: 'absent', method: null, reason: 'not-arrived' } as const) },
  {
    weight: 1,
    arbitrary: fc.constant({ status: 'already-known', method: 'attested', reason: null } as const),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      status: fc.constantFrom(...statuses),
      method: fc.constantFrom(...methods, null),
      reason: fc.constantFrom(...allReasons, null),
    }),
  },
);

/** An end that mostly fits, and one that is anything. */
const ending = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ outcome: 'completed', reason: null } as const) },
  { weight: 2, arbitrary: fc.constant({ outcome: 'stopped', reason: null } as const) },
  { weight: 1, arbitrary: fc.constant({ outcome: 'declined', reason: null } as const) },
  { weight: 1, arbitrary: fc.constant({ outcome: 'unable', reason: 'sedated' } as const) },
  {
    weight: 1,
    arbitrary: fc.record({
      outcome: fc.constantFrom(...outcomes),
      reason: fc.constantFrom(...reasons.unable, null),
    }),
  },
);

/** What somebody does, told without ids: those depend on what has happened by then. */
const step = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('open-session' as const),
      kind: fc.constantFrom(...sessionKinds),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('change-session' as const),
      urgency: fc.constantFrom(...urgencies),
      interpreter: fc.constantFrom(...interpreters),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('join' as const),
      person,
      role,
      relieves: fc.option(pick, { freq: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('leave' as const), who: pick, to: fc.option(pick, { freq: 2 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('return' as const), who: pick }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('open-round' as const),
      kind: fc.constantFrom('patient' as const, 'team' as const),
      without: someone,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('start-round' as const),
      oneByOne: fc.boolean(),
      without: someone,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('show-card' as const), who: pick }) },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('record' as const),
      // Mostly the card that is up, or whoever waits; else anybody.
      who: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: pick }),
      round: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: pick }),
      verdict,
      corrects: fc.constantFrom('current', 'current', 'current', 'current', 'nothing', 'nonsense'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('end-round' as const),
      ending,
      beforeSedation: fc.constantFrom(true, false, null),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('undo' as const), of: pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('say-goodbye' as const), staying: someone }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('answer-recall' as const),
      asked: pick,
      touched: pick,
      round: pick,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('recognise' as const), whom: someone }) },
);

const move = fc.oneof(
  { weight: 60, arbitrary: step },
  { weight: 1, arbitrary: fc.constant({ do: 'close-session' as const }) },
);

/** How it is done: with a fresh tap, or an old one again; and how the clock moves before it. */
const action = fc.record({
  move,
  again: fc.oneof({ weight: 12, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: pick }),
  twice: fc.boolean(),
  seconds: fc.nat({ max: 30 }),
  reboots: fc.boolean(),
});
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

const nonsense = uuid(0xdead);
const chosen = (things: readonly string[], index: number): string =>
  (index > 0 ? things.at(-1 - ((index - 1) % things.length)) : null) ?? nonsense;

const toCommand = (play: Play, { move, again }: Action): Command | Recognition => {
  const state = play.standing();
  const session = state?.id ?? nonsense;
  const people = state?.participants.map((one) => one.id) ?? [];
  const rounds = state?.rounds.map((one) => one.id) ?? [];
  const open = state === null ? null : openRound(state);
  const round = open?.id ?? nonsense;
  const id = again === null ? play.newId() : chosen(play.taps, again);
  const who = (index: number) => chosen(people, index);
  switch (move.do) {
    case 'open-session':
      return {
        ...{ type: move.do, id, kind: move.kind, scheduled: null, urgency: 'elective', interpreter: 'none' },
        team: [
          { person: 'p1', role: 'surgeon', part: move.kind === 'surgery' ? null : 'leaving' },
          { person: 'p2', role: 'scrub-nurse', part: move.kind === 'surgery' ? null : 'arriving' },
          { person: 'p3', role: 'medical-student' },
        ],
      };
    case 'change-session':
      return { type: move.do, id, session, urgency: move.urgency, interpreter: move.interpreter };
    case 'join':
      return {
        ...{ type: move.do, id, session, person: move.person, role: move.role },
        relieves: move.relieves === null ? null : who(move.relieves),
      };
    case 'leave':
      return {
        ...{ type: move.do, id, session, participant: who(move.who) },
        to: move.to === null ? null : who(move.to),
      };
    case 'say-goodbye':
      return { type: move.do, id, session, round, staying: move.staying.map(who) };
    case 'answer-recall': {
      const [asked, touched] = [who(move.asked), who(move.touched)];
      return { type: move.do, id, session, round: chosen(rounds, move.round), asked, touched };
    }
    case 'recognise':
      return { type: move.do, id, session, participants: move.whom.map(who) };
    case 'return':
      return { type: move.do, id, session, participant: who(move.who) };
    case 'open-round':
      return { type: move.do, id, session, kind: move.kind, without: move.without.map(who), language: null };
    case 'start-round': {
      const { oneByOne } = move;
      return { type: move.do, id, session, round, language: 'en', oneByOne, without: move.without.map(who) };
    }
    case 'show-card':
      return { type: move.do, id, session, round, participant: who(move.who) };
    case 'record': {
      const about =
        state?.rounds.find((one) => one.id === chosen(rounds, move.round ?? 0)) ??
        open ??
        state?.rounds.at(-1);
      const next = state && about ? waiting(state, about)[0]?.participant : null;
      const participant = move.who === null ? (about?.current ?? next ?? nonsense) : who(move.who);
      const standing = about ? introductionOf(about, participant)?.record : null;
      const corrects = { current: standing ?? null, nothing: null, nonsense }[move.corrects];
      const { verdict } = move;
      return { type: move.do, id, session, round: about?.id ?? nonsense, participant, verdict, corrects };
    }
    case 'end-round': {
      const { outcome, reason } = move.ending;
      const { beforeSedation } = move;
      return { type: move.do, id, session, round, outcome, beforeSedation, reason };
    }
    case 'undo':
      return { type: move.do, id, session, of: chosen(play.taps, move.of) };
    case 'close-session':
      return { type: move.do, id, session };
  }
};

/** Plays the actions on a session that is open, and looks at every step, with the state and the events before it. */
export const playing = (
  actions: readonly Action[],
  look: (step: {
    play: Play;
    before: Session;
    known: number;
    command: Command | Recognition;
    done: boolean;
  }) => void,
): Play => {
  const play = startPlay();
  // Every other one is a shift change.
  const kind: SessionKind = actions.length % 2 === 0 ? 'surgery' : 'shift-change';
  const opening: Action = {
    move: { do: 'open-session', kind },
    again: null,
    twice: false,
    seconds: 0,
    reboots: false,
  };
  play.send(toCommand(play, opening));
  for (const one of actions) {
    if (one.reboots) play.reboot(one.seconds);
    else play.wait(one.seconds);
    const command = toCommand(play, one);
    // The same thing tapped in two windows at once: two taps, decided one after the other.
    const taps = one.twice ? [command, { ...command, id: play.newId() }] : [command];
    for (const tap of taps) {
      const before = play.standing();
      if (before === null) throw new Error('The session was opened');
      const known = play.events.length;
      const decision = play.send(tap);
      look({ play, before, known, command: tap, done: decision !== 'known' && decision.ok });
    }
  }
  return play;
};

/** Anything that people, in one window or in two, could do in a session. */
export const anySequence = fc.array(action, { minLength: 10, maxLength: 80, size: 'max' });
