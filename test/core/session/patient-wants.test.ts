import { describe, expect, it } from 'vitest';
import { lines, sessionOf } from '../support/play.ts';
import {
  at,
  begin,
  card,
  end,
  join,
  lastRound,
  openRound,
  participant,
  patientRound,
  say,
  surgery,
  undo,
} from '../support/surgery.ts';

describe('What the patient wants', () => {
  it('“not now” records nothing about anybody, and the round can come back', () => {
    const play = surgery();
    openRound(play, 'patient');
    end(play, 'postponed');
    expect(lines(play, 0)).toEqual(['kofi -', 'amara -', 'linh -', 'tom -']);
    join(play, 'ines');
    expect(at(play)).toBe('board');
    patientRound(play);
    expect(lines(play, 1)).toHaveLength(5);
    expect(card(play)).toBe('kofi');
  });

  it('all together: nobody’s card comes up, and undo brings up none', () => {
    const play = surgery();
    patientRound(play, { oneByOne: false });
    expect(at(play)).toBe('together');
    const tap = say(play, 'linh');
    expect(at(play)).toBe('together');
    undo(play, tap);
    expect(at(play)).toBe('together');
    expect(lines(play, 0)).toContain('linh -');
  });

  it('without students: the student is recorded as declined, and their card never comes up', () => {
    const play = surgery();
    openRound(play, 'patient');
    begin(play, { without: [participant(play, 'tom')] });
    for (const person of ['kofi', 'amara', 'linh']) say(play, person);
    expect(at(play)).toBe('together');
    end(play, 'completed', true);
    expect(lines(play, 0).at(-1)).toBe('tom declined');
  });

  it('declined introductions are recorded for everybody who had none', () => {
    const play = surgery();
    patientRound(play);
    say(play, 'kofi');
    end(play, 'declined');
    expect(lines(play, 0)).toEqual([
      'kofi introduced self',
      'amara declined',
      'linh declined',
      'tom declined',
    ]);
  });

  it('a patient who cannot take part: for each the reason, and undo takes all of it back', () => {
    const play = surgery();
    patientRound(play);
    say(play, 'kofi');
    const tap = end(play, 'unable');
    expect(lines(play, 0).slice(1)).toEqual([
      'amara unable sedated',
      'linh unable sedated',
      'tom unable sedated',
    ]);
    undo(play, tap);
    expect(lines(play, 0)).toEqual(['kofi introduced self', 'amara -', 'linh -', 'tom -']);
    expect(card(play)).toBe('amara');
  });

  it('declining at the welcome can be undone: the welcome is back', () => {
    const play = surgery();
    openRound(play, 'patient');
    undo(play, end(play, 'declined'));
    expect(at(play)).toBe('welcome');
  });

  it('nobody took any time in a round that was declined at the welcome', () => {
    const play = surgery();
    openRound(play, 'patient');
    play.wait(40);
    end(play, 'declined');
    for (const one of sessionOf(play).rounds[0]?.introductions ?? [])
      expect(one).toMatchObject({ status: 'declined', started: null, seconds: null });
  });

  it('declines nothing in the team’s own round', () => {
    const play = surgery();
    openRound(play, 'team');
    const step = { type: 'end-round', round: lastRound(play).id, outcome: 'declined' } as const;
    expect(play.refused(step)).toBe('outcome-does-not-fit');
  });
});
