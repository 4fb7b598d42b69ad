import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../core/session/commands.ts';
import { lines, sessionOf } from '../support/play.ts';
import {
  at,
  begin,
  card,
  end,
  join,
  lastRound,
  leave,
  noTime,
  notArrived,
  openRound,
  participant,
  patientRound,
  say,
  self,
  surgery,
  who,
} from '../support/surgery.ts';

describe('A whole surgery', () => {
  it('goes from the patient round through the time-out and a relief to the closing board', () => {
    const play = surgery();
    expect(at(play)).toBe('board');
    openRound(play, 'patient');
    expect(at(play)).toBe('welcome');
    begin(play);
    expect([at(play), card(play)]).toEqual(['card', 'kofi']);
    const kofi = say(play, 'kofi');
    expect(card(play)).toBe('amara');
    say(play, 'amara', notArrived);
    expect(card(play)).toBe('linh');
    say(play, 'linh', { status: 'introduced', method: 'badge', reason: null });
    say(play, 'tom', noTime);
    expect(at(play)).toBe('together');
    // Kofi's tap was the coordinator's word in truth.
    say(play, 'kofi', { status: 'introduced', method: 'attested', reason: null }, kofi);
    end(play, 'completed', true);
    expect(at(play)).toBe('board');
    expect(lastRound(play).ended).toMatchObject({ outcome: 'completed', beforeSedation: true, leftOut: [] });
    expect(lines(play, 0)).toEqual([
      'kofi introduced attested',
      'amara absent not-arrived',
      'linh introduced badge',
      'tom skipped no-time',
    ]);

    openRound(play, 'team');
    expect(at(play)).toBe('team');
    say(play, 'linh', { status: 'already-known', method: 'attested', reason: null });
    for (const person of ['kofi', 'amara', 'tom']) say(play, person);
    expect(at(play)).toBe('team');
    end(play, 'completed');

    leave(play, 'amara');
    join(play, 'ines');
    expect([at(play), card(play)]).toEqual(['card', 'ines']);
    say(play, 'ines');
    expect(at(play)).toBe('board');
    expect(lastRound(play).ended?.outcome).toBe('completed');
    play.tap({ type: 'close-session' });
    expect(sessionOf(play).closed).not.toBeNull();
    expect(play.refused({ type: 'open-round', kind: 'team' })).toBe('session-closed');
  });

  it('cannot be closed while a round runs', () => {
    const play = surgery();
    patientRound(play);
    expect(play.refused({ type: 'close-session' })).toBe('a-round-is-open');
  });

  it('is not completed while somebody present has no status: it names them', () => {
    const play = surgery();
    openRound(play, 'team');
    say(play, 'kofi');
    leave(play, 'tom');
    const { id } = lastRound(play);
    const command = { type: 'end-round', id: play.newId(), session: sessionOf(play).id, round: id } as const;
    const decision = play.send({ ...command, outcome: 'completed', beforeSedation: null, reason: null });
    expect(decision).toEqual({
      ok: false,
      problem: { code: 'people-left-out', participants: who(play, 'amara', 'linh') },
    });
    end(play, 'stopped');
    expect(lastRound(play).ended?.leftOut).toEqual(who(play, 'amara', 'linh'));
    expect(lines(play, 0)).toEqual(['kofi introduced self', 'amara -', 'linh -', 'tom -']);
  });

  it('is not completed before it began', () => {
    const play = surgery();
    openRound(play, 'patient');
    const step = { type: 'end-round', round: lastRound(play).id, outcome: 'completed' } as const;
    expect(play.refused(step)).toBe('round-not-started');
  });

  it('a second tap on the same introduction is refused, not recorded twice', () => {
    const play = surgery();
    patientRound(play);
    say(play, 'kofi');
    const record = { type: 'record', round: lastRound(play).id, verdict: self } as const;
    expect(play.refused({ ...record, participant: participant(play, 'kofi') })).toBe('already-recorded');
  });

  it('a correction of what was corrected meanwhile is refused', () => {
    const play = surgery();
    patientRound(play);
    const first = say(play, 'kofi');
    say(play, 'kofi', notArrived, first);
    const [round, kofi] = [lastRound(play).id, participant(play, 'kofi')];
    const late = { type: 'record', round, participant: kofi, verdict: noTime, corrects: first } as const;
    expect(play.refused(late)).toBe('record-has-changed');
  });

  it.each<[Verdict, string]>([
    [{ status: 'introduced', method: null, reason: null }, 'method-does-not-fit'],
    [{ status: 'absent', method: 'self', reason: 'not-arrived' }, 'method-does-not-fit'],
    [{ status: 'absent', method: null, reason: null }, 'reason-does-not-fit'],
    [{ status: 'absent', method: null, reason: 'no-time' }, 'reason-does-not-fit'],
    [{ status: 'introduced', method: 'self', reason: 'no-time' }, 'reason-does-not-fit'],
    [{ status: 'already-known', method: 'self', reason: null }, 'status-not-for-this-round'],
  ])('refuses to record %o to the patient', (verdict, code) => {
    const play = surgery();
    patientRound(play);
    const kofi = participant(play, 'kofi');
    expect(play.refused({ type: 'record', round: lastRound(play).id, participant: kofi, verdict })).toBe(
      code,
    );
  });
});
