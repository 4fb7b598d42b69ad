import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RoleId, roleIds } from '../../../core/roles.ts';
import type { Command } from '../../../core/session/commands.ts';
import { sessionEvents } from '../../../core/session/events.ts';
import { evolve } from '../../../core/session/evolve.ts';
import { stageOf } from '../../../core/session/stage.ts';
import { introductionOf, isHere, openRound, type Session, waiting } from '../../../core/session/state.ts';
import {
  interpreters,
  methods,
  outcomes,
  reasons,
  statuses,
  urgencies,
} from '../../../core/session/words.ts';
import { type Play, startPlay, uuid } from '../support/play.ts';

const allReasons = [...reasons.absent, ...reasons.skipped, ...reasons.unable];
const person = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5');
const role = fc.constantFrom<RoleId[]>('surgeon', 'scrub-nurse', 'medical-student', 'interpreter');
/** Picks one of the things there are by now, or, as 0, something that never was. */
const pick = fc.nat({ max: 12 });

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

/** What somebody does, told without ids: those depend on what has happened by then. */
const move = fc.oneof(
  { weight: 1, arbitrary: fc.record({ do: fc.constant('open-session' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('change-session' as const),
      urgency: fc.constantFrom(...urgencies),
      interpreter: fc.constantFrom(...interpreters),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('join' as const), person, role }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave' as const), who: pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('return' as const), who: pick }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('open-round' as const),
      kind: fc.constantFrom('patient' as const, 'team' as const),
      without: fc.array(pick, { maxLength: 2 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('start-round' as const),
      oneByOne: fc.boolean(),
      without: fc.array(pick, { maxLength: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('show-card' as const), who: pick }) },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('record' as const),
      // Mostly the card that is up, or whoever waits; else anybody.
      who: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: pick }),
      round: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: pick }),
      verdict,
      corrects: fc.constantFrom('current', 'current', 'nothing', 'nonsense'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('end-round' as const),
      outcome: fc.constantFrom(...outcomes, 'completed' as const, 'completed' as const),
      beforeSedation: fc.constantFrom(true, false, null),
      reason: fc.constantFrom(...reasons.unable, null, null),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('undo' as const), of: pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close-session' as const) }) },
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
const chosen = (things: readonly string[], index: number): string => things.at(-index) ?? nonsense;

const toCommand = (play: Play, { move, again }: Action): Command => {
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
        ...{ type: move.do, id, kind: 'surgery', scheduled: null, urgency: 'elective', interpreter: 'none' },
        team: [
          { person: 'p1', role: 'surgeon' },
          { person: 'p2', role: 'scrub-nurse' },
          { person: 'p3', role: 'medical-student' },
        ],
      };
    case 'change-session':
      return { type: move.do, id, session, urgency: move.urgency, interpreter: move.interpreter };
    case 'join':
      return { type: move.do, id, session, person: move.person, role: move.role };
    case 'leave':
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
        state?.rounds.find((one) => one.id === (move.round && chosen(rounds, move.round))) ?? open;
      const next = state && about ? waiting(state, about)[0]?.participant : null;
      const participant = move.who === null ? (about?.current ?? next ?? nonsense) : who(move.who);
      const standing = about ? introductionOf(about, participant)?.record : null;
      const corrects = { current: standing ?? null, nothing: null, nonsense }[move.corrects];
      const { verdict } = move;
      return { type: move.do, id, session, round: about?.id ?? nonsense, participant, verdict, corrects };
    }
    case 'end-round': {
      const { outcome, beforeSedation, reason } = move;
      return { type: move.do, id, session, round, outcome, beforeSedation, reason };
    }
    case 'undo':
      return { type: move.do, id, session, of: chosen(play.taps, move.of) };
    case 'close-session':
      return { type: move.do, id, session };
  }
};

/** Plays the actions on a session that is open, and looks at every step, with the state and the events before it. */
const playing = (
  actions: readonly Action[],
  look: (step: { play: Play; before: Session; known: number; command: Command; done: boolean }) => void,
): Play => {
  const play = startPlay();
  const opening: Action = {
    move: { do: 'open-session' },
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

const standing = (play: Play): Session => {
  const session = play.standing();
  if (session === null) throw new Error('The session was opened');
  return session;
};

const anySequence = fc.array(action, { maxLength: 60, size: 'max' });
const always = (look: Parameters<typeof playing>[1]) =>
  fc.assert(
    fc.property(anySequence, (actions) => {
      playing(actions, look);
    }),
    { numRuns: 400 },
  );

describe('Whatever is tapped, in whatever order', () => {
  it('a refusal records nothing, and what is carried out records something', () => {
    always(({ play, before, known, done }) => {
      if (done) expect(play.events.length).toBeGreaterThan(known);
      else {
        expect(play.events.length).toBe(known);
        expect(play.standing()).toBe(before);
      }
    });
  });

  it('nobody has a status that was not given: all of it is there, or none of it', () => {
    always(({ play }) => {
      for (const one of standing(play).rounds.flatMap((round) => round.introductions)) {
        const given = play.events.some(
          (event) =>
            event.type === 'introduction-recorded' &&
            event.eventId === one.record &&
            event.ids.participant === one.participant &&
            event.data.status === one.status &&
            event.stamp.seq === one.seq,
        );
        expect(given).toBe(one.status !== null);
        if (one.status === null)
          expect(one).toMatchObject({
            method: null,
            reason: null,
            record: null,
            recorded: null,
            seconds: null,
          });
        else expect(one.seconds === null || one.seconds >= 0).toBe(true);
      }
    });
  });

  it('there is one introduction per participant and round', () => {
    always(({ play }) => {
      for (const round of standing(play).rounds) {
        const people = round.introductions.map((one) => one.participant);
        expect(new Set(people).size).toBe(people.length);
      }
    });
  });

  it('a person is here at most once', () => {
    always(({ play }) => {
      const here = standing(play).participants.filter((one) => one.left === null);
      expect(new Set(here.map((one) => one.person)).size).toBe(here.length);
    });
  });

  it('a correction, and whatever is taken back, names the record that stood until then', () => {
    always(({ play, before, known }) => {
      let session: Session = before;
      for (const event of play.events.slice(known)) {
        if (event.type === 'introduction-recorded' || event.type === 'introduction-withdrawn') {
          const round = session.rounds.find((one) => one.id === event.ids.round);
          const stood = round && introductionOf(round, event.ids.participant);
          expect(stood).not.toBeNull();
          expect(event.data.corrects).toBe(stood?.record);
        }
        if (event.type === 'round-reopened')
          expect(session.rounds.find((one) => one.id === event.ids.round)?.ended?.event).toBe(
            event.data.corrects,
          );
        if (event.type === 'participant-returned' && event.data.corrects !== null)
          expect(session.participants.find((one) => one.id === event.ids.participant)?.left).toBe(
            event.data.corrects,
          );
        session = evolve(session, event);
      }
    });
  });

  it('nothing is recorded after the session was closed', () => {
    always(({ before, done }) => {
      if (before.closed !== null) expect(done).toBe(false);
    });
  });

  it('at most one round is open, and none in a closed session', () => {
    always(({ play }) => {
      const session = standing(play);
      const open = session.rounds.filter((one) => one.ended === null).length;
      expect(open).toBeLessThanOrEqual(session.closed === null ? 1 : 0);
    });
  });

  it('a completed round left out nobody who was present, and keeps none of its statuses open', () => {
    always(({ play }) => {
      const session = standing(play);
      for (const round of session.rounds)
        if (round.ended?.outcome === 'completed') {
          expect(round.ended.leftOut).toEqual([]);
          expect(round.started).not.toBeNull();
        }
    });
  });

  it('at the moment a round is completed, everybody who is in it and here has a status', () => {
    always(({ play, known }) => {
      const end = play.events
        .slice(known)
        .find((event) => event.type === 'round-ended' && event.data.outcome === 'completed');
      if (end === undefined) return;
      const then = play.events
        .filter((event) => event.stamp.seq < end.stamp.seq)
        .reduce<Session | null>(evolve, null);
      const round = then && openRound(then);
      expect(then && round && waiting(then, round)).toEqual([]);
    });
  });

  it('whoever’s card is up is in the round and here; a round of cards has one up while anybody waits', () => {
    always(({ play }) => {
      const session = standing(play);
      for (const round of session.rounds) {
        if (round.current !== null) {
          expect(introductionOf(round, round.current)).not.toBeNull();
          expect(isHere(session, round.current)).toBe(true);
          expect(round.ended).toBeNull();
          expect(round.cards).toBe(true);
          expect(introductionOf(round, round.current)?.started).not.toBeNull();
        } else if (round.cards && round.ended === null) expect(waiting(session, round)).toEqual([]);
        if (round.kind === 'team') expect(round.cards).toBe(false);
        if (round.kind === 'join' && round.ended === null) expect(waiting(session, round)).not.toEqual([]);
      }
    });
  });

  it('every window knows what to show', () => {
    always(({ play }) => {
      const session = standing(play);
      const stage = stageOf(session);
      expect(stage.at === 'board').toBe(openRound(session) === null);
      if (stage.at === 'card') expect(isHere(session, stage.participant)).toBe(true);
    });
  });

  it('everything recorded is in the catalogue, with exactly its ids and data', () => {
    always(({ play, known }) => {
      for (const event of play.events.slice(known)) {
        expect(sessionEvents[event.type].ids.parse(event.ids)).toEqual(event.ids);
        expect(sessionEvents[event.type].data.parse(event.data)).toEqual(event.data);
      }
    });
  });

  it('folding the whole log gives the state that deciding step by step gave', () => {
    fc.assert(
      fc.property(anySequence, (actions) => {
        const play = playing(actions, () => {});
        expect(play.events.reduce<Session | null>(evolve, null)).toEqual(play.standing());
      }),
      { numRuns: 400 },
    );
  });

  it('a tap that was carried out can be undone where it gave a status, let go, or ended: nothing of it stays', () => {
    always(({ play, command, done }) => {
      if (!done || !['record', 'leave', 'end-round'].includes(command.type)) return;
      const after = standing(play);
      const undone = play.send({ type: 'undo', id: play.newId(), session: after.id, of: command.id });
      expect(undone).toMatchObject({ ok: true });
      const session = standing(play);
      expect(session.participants.some((one) => one.left === command.id)).toBe(false);
      for (const round of session.rounds) {
        expect(round.ended?.event).not.toBe(command.id);
        expect(round.introductions.some((one) => one.record === command.id)).toBe(false);
      }
    });
  });

  it('the roles of the catalogue are all that anybody can have', () => {
    always(({ play }) => {
      for (const one of standing(play).participants) expect(roleIds).toContain(one.role);
    });
  });
});
