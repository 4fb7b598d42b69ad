import { describe, expect, it } from 'vitest';
import { decide } from '../../../core/session/decide.ts';
import { type Step, sessionOf, startPlay, uuid } from '../support/play.ts';
import {
  begin,
  end,
  lastRound,
  leave,
  openRound,
  participant,
  patientRound,
  say,
  self,
  surgery,
} from '../support/surgery.ts';

const opening = {
  type: 'open-session',
  kind: 'surgery',
  scheduled: null,
  urgency: 'elective',
  interpreter: 'none',
  team: [{ person: 'kofi', role: 'surgeon' }],
} satisfies Step;

describe('Nothing is recorded', () => {
  it('about a session that is not the one that is open', () => {
    const here = { place: 'or-3', unit: 'theatres', participantId: () => uuid(99) };
    const command = { type: 'close-session', id: uuid(98), session: uuid(97) } as const;
    for (const session of [null, sessionOf(surgery())])
      expect(decide(session, command, here)).toEqual({ ok: false, problem: { code: 'no-such-session' } });
  });

  it('when a session is opened while one is open, or with somebody in it twice', () => {
    expect(surgery().refused(opening)).toBe('session-already-open');
    expect(startPlay().refused({ ...opening, team: [...opening.team, ...opening.team] })).toBe(
      'already-here',
    );
  });

  it('when somebody leaves or comes back who is not in the session, is gone, or is here', () => {
    const play = surgery();
    const kofi = participant(play, 'kofi');
    expect(play.refused({ type: 'leave', participant: uuid(99) })).toBe('no-such-participant');
    expect(play.refused({ type: 'return', participant: uuid(99) })).toBe('no-such-participant');
    expect(play.refused({ type: 'return', participant: kofi })).toBe('already-here');
    leave(play, 'kofi');
    expect(play.refused({ type: 'leave', participant: kofi })).toBe('already-gone');
  });

  it('of an introduction before the round began, and of a first status after it ended', () => {
    const play = surgery();
    openRound(play, 'patient');
    const round = lastRound(play).id;
    const record = { type: 'record', round, participant: participant(play, 'kofi'), verdict: self } as const;
    expect(play.refused(record)).toBe('round-not-started');
    begin(play);
    end(play, 'stopped');
    expect(play.refused(record)).toBe('round-is-over');
  });

  it('of an introduction by somebody who has left, or who is not in the round', () => {
    const play = surgery();
    patientRound(play);
    leave(play, 'tom');
    const record = { type: 'record', round: lastRound(play).id, verdict: self } as const;
    expect(play.refused({ ...record, participant: participant(play, 'tom') })).toBe('not-here');
    expect(play.refused({ ...record, participant: uuid(99) })).toBe('not-in-this-round');
    expect(play.refused({ ...record, round: uuid(99), participant: participant(play, 'kofi') })).toBe(
      'no-such-round',
    );
  });

  it('when a round ends as unable without saying why, or says why without being so', () => {
    const play = surgery();
    patientRound(play);
    const ending = { type: 'end-round', round: lastRound(play).id } as const;
    expect(play.refused({ ...ending, outcome: 'unable' })).toBe('reason-does-not-fit');
    expect(play.refused({ ...ending, outcome: 'stopped', reason: 'sedated' })).toBe('reason-does-not-fit');
  });

  it('about sedation in a round among the team', () => {
    const play = surgery();
    openRound(play, 'team');
    say(play, 'kofi');
    end(play, 'stopped', true);
    expect(lastRound(play).ended?.beforeSedation).toBeNull();
  });
});
