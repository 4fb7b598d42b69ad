import { describe, expect, it } from 'vitest';
import { lines, sessionOf } from '../support/play.ts';
import {
  at,
  card,
  end,
  join,
  lastRound,
  leave,
  openRound,
  participant,
  patientRound,
  say,
  surgery,
  undo,
  who,
} from '../support/surgery.ts';

describe('People come and go', () => {
  it('when somebody leaves whose card is up, the next card comes; when nobody waits, the team is shown', () => {
    const play = surgery();
    patientRound(play);
    leave(play, 'kofi');
    expect(card(play)).toBe('amara');
    for (const person of ['amara', 'linh']) say(play, person);
    leave(play, 'tom');
    expect(at(play)).toBe('together');
    end(play, 'completed', true);
    expect(lastRound(play).ended?.leftOut).toEqual([]);
  });

  it('when that was a mistake, undo brings their card back', () => {
    const play = surgery();
    patientRound(play);
    undo(play, leave(play, 'kofi'));
    expect([card(play), sessionOf(play).participants[0]?.left]).toEqual(['kofi', null]);
  });

  it('a mistaken leaving is taken back without moving the card from somebody else', () => {
    const play = surgery();
    patientRound(play);
    say(play, 'kofi');
    undo(play, leave(play, 'kofi'));
    expect(card(play)).toBe('amara');
  });

  it('whose leaving is taken back during the time-out is part of it', () => {
    const play = surgery();
    const left = leave(play, 'linh');
    openRound(play, 'team');
    undo(play, left);
    expect(lines(play, 0)).toContain('linh -');
  });

  it('whoever the patient met already is not brought back into a second patient round', () => {
    const play = surgery();
    patientRound(play);
    say(play, 'kofi');
    end(play, 'stopped');
    leave(play, 'kofi');
    patientRound(play);
    play.tap({ type: 'return', participant: participant(play, 'kofi') });
    expect(lines(play, 1)).toEqual(['amara -', 'linh -', 'tom -']);
  });

  it('a late joiner goes into the patient round that runs, even after the last card', () => {
    const play = surgery();
    patientRound(play);
    for (const person of ['kofi', 'amara', 'linh', 'tom']) say(play, person);
    expect(at(play)).toBe('together');
    join(play, 'ines');
    expect([at(play), card(play)]).toEqual(['card', 'ines']);
  });

  it('two who arrive together come up one after the other in one round', () => {
    const play = surgery();
    openRound(play, 'team');
    end(play, 'stopped');
    join(play, 'ines');
    join(play, 'yusuf');
    expect(card(play)).toBe('ines');
    say(play, 'ines');
    expect(card(play)).toBe('yusuf');
    say(play, 'yusuf');
    expect(at(play)).toBe('board');
    expect(lines(play, 1)).toEqual(['ines introduced self', 'yusuf introduced self']);
  });

  it('a one-person round stops when its person leaves, and undo opens it again', () => {
    const play = surgery();
    openRound(play, 'team');
    end(play, 'stopped');
    join(play, 'ines');
    const left = leave(play, 'ines');
    expect([at(play), lastRound(play).ended?.outcome]).toEqual(['board', 'stopped']);
    undo(play, left);
    expect([at(play), card(play)]).toEqual(['card', 'ines']);
  });

  it('whoever was here before is back, in the same role, and no stranger', () => {
    const play = surgery();
    openRound(play, 'team');
    say(play, 'kofi');
    end(play, 'stopped');
    leave(play, 'kofi');
    play.tap({ type: 'join', person: 'kofi', role: 'surgeon' });
    expect(sessionOf(play).participants).toHaveLength(4);
    expect(at(play)).toBe('board');
  });

  it('whoever comes back without ever having been introduced gets a round of their own', () => {
    const play = surgery();
    leave(play, 'linh');
    openRound(play, 'team');
    end(play, 'stopped');
    play.tap({ type: 'return', participant: participant(play, 'linh') });
    expect([at(play), card(play)]).toEqual(['card', 'linh']);
  });

  it('whoever comes back during the time-out is part of it; a student does not return to the patient unasked', () => {
    const play = surgery();
    const tom = participant(play, 'tom');
    for (const person of ['linh', 'tom']) leave(play, person);
    openRound(play, 'team');
    play.tap({ type: 'return', participant: participant(play, 'linh') });
    expect(lines(play, 0)).toEqual(['kofi -', 'amara -', 'linh -']);
    end(play, 'stopped');
    patientRound(play);
    play.tap({ type: 'return', participant: tom });
    expect(lines(play, 1)).toEqual(['kofi -', 'amara -', 'linh -']);
  });

  it('the same person is not here twice, by whatever way', () => {
    const play = surgery();
    const [kofi] = who(play, 'kofi');
    const left = leave(play, 'kofi');
    play.tap({ type: 'join', person: 'kofi', role: 'surgical-assistant' });
    expect(play.refused({ type: 'return', participant: kofi ?? '' })).toBe('already-here');
    expect(play.refused({ type: 'undo', of: left })).toBe('already-here');
    expect(play.refused({ type: 'join', person: 'kofi', role: 'surgeon' })).toBe('already-here');
  });

  it('a card is shown out of turn, and the rest follow from there', () => {
    const play = surgery();
    patientRound(play);
    const round = lastRound(play).id;
    play.tap({ type: 'show-card', round, participant: participant(play, 'linh') });
    say(play, 'linh');
    expect(card(play)).toBe('tom');
    say(play, 'tom');
    expect(card(play)).toBe('kofi');
  });

  it('there are no cards in a time-out', () => {
    const play = surgery();
    openRound(play, 'team');
    const step = {
      type: 'show-card',
      round: lastRound(play).id,
      participant: participant(play, 'kofi'),
    } as const;
    expect(play.refused(step)).toBe('no-cards-in-this-round');
  });
});
