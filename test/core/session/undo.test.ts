import { describe, expect, it } from 'vitest';
import { lines } from '../support/play.ts';
import {
  at,
  card,
  end,
  join,
  noTime,
  notArrived,
  openRound,
  patientRound,
  say,
  surgery,
  undo,
} from '../support/surgery.ts';

describe('Undo', () => {
  it('of the last card brings that card back, and then the round goes on', () => {
    const play = surgery();
    patientRound(play);
    for (const person of ['kofi', 'amara', 'linh']) say(play, person);
    const last = say(play, 'tom');
    undo(play, last);
    expect([at(play), card(play)]).toEqual(['card', 'tom']);
    say(play, 'tom', notArrived);
    end(play, 'completed', true);
    expect(lines(play, 0).at(-1)).toBe('tom absent not-arrived');
  });

  it('of a card in the middle brings it back; whoever was up waits their turn', () => {
    const play = surgery();
    patientRound(play);
    undo(play, say(play, 'kofi'));
    expect(card(play)).toBe('kofi');
    say(play, 'kofi');
    expect(card(play)).toBe('amara');
  });

  it('of a status in a completed round opens the round again: it left somebody out now', () => {
    const play = surgery();
    patientRound(play);
    const taps = ['kofi', 'amara', 'linh', 'tom'].map((person) => say(play, person));
    end(play, 'completed', true);
    undo(play, taps[1] ?? '');
    expect([at(play), card(play)]).toEqual(['card', 'amara']);
  });

  it('of a stopped round goes on with whoever was left out', () => {
    const play = surgery();
    patientRound(play);
    say(play, 'kofi');
    undo(play, end(play, 'stopped'));
    expect([at(play), card(play)]).toEqual(['card', 'amara']);
  });

  it('of a one-person round brings the card back', () => {
    const play = surgery();
    openRound(play, 'team');
    end(play, 'stopped');
    join(play, 'ines');
    undo(play, say(play, 'ines'));
    expect([at(play), card(play)]).toEqual(['card', 'ines']);
    say(play, 'ines', noTime);
    expect(at(play)).toBe('board');
  });

  it('waits while another round runs', () => {
    const play = surgery();
    openRound(play, 'team');
    const tap = end(play, 'stopped');
    openRound(play, 'patient');
    expect(play.refused({ type: 'undo', of: tap })).toBe('another-round-is-open');
  });

  it('of nothing, or of what was undone, is refused', () => {
    const play = surgery();
    patientRound(play);
    const tap = say(play, 'kofi');
    undo(play, tap);
    expect(play.refused({ type: 'undo', of: tap })).toBe('nothing-to-undo');
  });
});
