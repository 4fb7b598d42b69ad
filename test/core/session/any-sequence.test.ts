import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sessionEvents } from '../../../core/session/events.ts';
import { evolve } from '../../../core/session/evolve.ts';
import { stageOf } from '../../../core/session/stage.ts';
import { introductionOf, isHere, openRound, type Session, waiting } from '../../../core/session/state.ts';
import { anySequence, playing } from '../support/any-play.ts';
import { sessionOf } from '../support/play.ts';

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
      for (const one of sessionOf(play).rounds.flatMap((round) => round.introductions)) {
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
      for (const round of sessionOf(play).rounds) {
        const people = round.introductions.map((one) => one.participant);
        expect(new Set(people).size).toBe(people.length);
      }
    });
  });

  it('a person is here at most once', () => {
    always(({ play }) => {
      const here = sessionOf(play).participants.filter((one) => one.left === null);
      expect(new Set(here.map((one) => one.person)).size).toBe(here.length);
    });
  });

  it('whoever handed over is gone, to somebody else of the session; whoever came by mistake is gone', () => {
    always(({ play }) => {
      const session = sessionOf(play);
      for (const one of session.participants) {
        if (one.handedTo !== null) {
          expect(one.left).not.toBeNull();
          expect(one.handedTo).not.toBe(one.id);
          expect(session.participants.map(({ id }) => id)).toContain(one.handedTo);
        }
        if (one.mistake) expect(one.left).not.toBeNull();
      }
    });
  });

  it('nobody waits to be introduced to a patient who met them earlier in the stay', () => {
    always(({ play }) => {
      const session = sessionOf(play);
      const known = new Set(session.participants.filter((one) => one.metBefore).map((one) => one.id));
      for (const round of session.rounds)
        if (round.kind !== 'team')
          expect(waiting(session, round).some((one) => known.has(one.participant))).toBe(false);
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
      const session = sessionOf(play);
      const open = session.rounds.filter((one) => one.ended === null).length;
      expect(open).toBeLessThanOrEqual(session.closed === null ? 1 : 0);
    });
  });

  it('a completed round left out nobody who was present, and keeps none of its statuses open', () => {
    always(({ play }) => {
      const session = sessionOf(play);
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
      const session = sessionOf(play);
      for (const round of session.rounds) {
        if (round.current !== null) {
          const shown = introductionOf(round, round.current);
          expect(shown).not.toBeNull();
          expect(isHere(session, round.current)).toBe(true);
          expect(round.ended).toBeNull();
          expect(round.cards).toBe(true);
          // Looking again at somebody who was answered before the round began starts no clock.
          if (shown?.status === null) expect(shown.started).not.toBeNull();
        } else if (round.cards && round.ended === null) expect(waiting(session, round)).toEqual([]);
        if (round.kind === 'team') expect(round.cards).toBe(false);
        if (round.kind === 'join' && round.ended === null) expect(waiting(session, round)).not.toEqual([]);
      }
    });
  });

  it('every window knows what to show', () => {
    always(({ play }) => {
      const session = sessionOf(play);
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
      if (!done || !['record', 'join', 'leave', 'return', 'end-round', 'say-goodbye'].includes(command.type))
        return;
      const after = sessionOf(play);
      const undone = play.send({ type: 'undo', id: play.newId(), session: after.id, of: command.id });
      if (undone !== 'known' && !undone.ok) {
        // Only a record in an earlier round has to wait: that round cannot run while another does.
        expect(undone.problem).toEqual({ code: 'another-round-is-open' });
        expect(openRound(after)?.id).not.toBe('round' in command ? command.round : null);
        return;
      }
      const session = sessionOf(play);
      expect(session.participants.some((one) => one.left === command.id)).toBe(false);
      expect(session.participants.some((one) => one.left === null && one.came.event === command.id)).toBe(
        false,
      );
      for (const round of session.rounds) {
        expect(round.ended?.event).not.toBe(command.id);
        expect(round.introductions.some((one) => one.record === command.id)).toBe(false);
      }
    });
  });
});
