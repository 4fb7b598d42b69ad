import { describe, expect, it } from 'vitest';
import { nextSteps } from '../../../core/session/next-steps.ts';
import type { Session } from '../../../core/session/state.ts';
import type { Outcome } from '../../../core/session/words.ts';
import { type Play, sessionOf, startPlay } from '../support/play.ts';
import { begin, end, openRound, patientRound, say, surgery } from '../support/surgery.ts';

const afterRound = (outcome: Outcome): Play => {
  const play = surgery();
  patientRound(play);
  end(play, outcome);
  return play;
};

describe('What comes next in a session', () => {
  it('is the patient first, then the time-out', () => {
    expect(nextSteps(sessionOf(surgery()))).toEqual({ due: 'patient', patient: 'due', team: 'due' });
    const play = surgery();
    patientRound(play);
    say(play, 'kofi');
    expect(nextSteps(sessionOf(play)), 'while the round runs').toMatchObject({ patient: 'due' });
    end(play, 'stopped');
    expect(nextSteps(sessionOf(play))).toEqual({ due: 'team', patient: 'held', team: 'due' });
    openRound(play, 'team');
    end(play, 'stopped');
    expect(nextSteps(sessionOf(play))).toEqual({ due: null, patient: 'held', team: 'held' });
  });

  it('has no time-out at a shift change', () => {
    const play = startPlay();
    play.tap({
      ...{ type: 'open-session', kind: 'shift-change', scheduled: null, urgency: 'elective' },
      ...{ interpreter: 'none', team: [{ person: 'nadia', role: 'bedside-nurse', part: 'arriving' }] },
    });
    expect(nextSteps(sessionOf(play))).toEqual({ due: 'patient', patient: 'due', team: null });
  });
});

describe('After “not now”', () => {
  const at = '2026-03-02T10:40:00+01:00';
  const asked = (now: string, when: string | null, of: Session) =>
    nextSteps(of, { now: new Date(now), later: { at: when } });

  it('the patient is not due before the moment they named, and due again when it has come', () => {
    const postponed = sessionOf(afterRound('postponed'));
    const before = asked('2026-03-02T09:39:59Z', at, postponed);
    expect(before).toEqual({ due: 'team', patient: 'postponed', team: 'due' });
    const then = asked('2026-03-02T09:40:00Z', at, postponed);
    expect(then).toEqual({ due: 'patient', patient: 'again', team: 'due' });
  });

  it('no moment comes by itself where none was named, or nothing was said of one', () => {
    const postponed = sessionOf(afterRound('postponed'));
    expect(nextSteps(postponed).patient).toBe('postponed');
    expect(asked('2030-01-01T00:00:00Z', null, postponed).patient).toBe('postponed');
    expect(nextSteps(postponed, { now: new Date(), later: null }).patient).toBe('postponed');
  });

  it('it is over with the next round that is held, and in an operation with the time-out', () => {
    const held = afterRound('postponed');
    openRound(held, 'patient');
    begin(held);
    end(held, 'shown');
    expect(asked('2026-03-02T12:00:00Z', at, sessionOf(held)).patient).toBe('held');
    const timeOut = afterRound('postponed');
    openRound(timeOut, 'team');
    end(timeOut, 'stopped');
    expect(asked('2026-03-02T12:00:00Z', at, sessionOf(timeOut))).toEqual({
      ...{ due: null, patient: 'again', team: 'held' },
    });
  });
});
