import { describe, expect, it } from 'vitest';
import { stageOf } from '../../../core/session/stage.ts';
import { type Play, sessionOf } from '../support/play.ts';
import { begin, end, join, lastRound, openRound, participant, say, surgery } from '../support/surgery.ts';

const stage = (play: Play) => stageOf(sessionOf(play));

describe('What every window shows', () => {
  it('is the board while nothing runs', () => {
    expect(stage(surgery())).toEqual({ at: 'board' });
  });

  it('is the welcome while the patient is being asked', () => {
    const play = surgery();
    openRound(play, 'patient');
    expect(stage(play)).toEqual({ at: 'welcome', round: lastRound(play) });
  });

  it('is the card of whoever introduces themselves', () => {
    const play = surgery();
    openRound(play, 'patient');
    begin(play);
    expect(stage(play)).toEqual({
      at: 'card',
      round: lastRound(play),
      participant: participant(play, 'kofi'),
    });
  });

  it('is the whole team when everybody had their card, or the patient wanted all together', () => {
    const play = surgery();
    openRound(play, 'patient');
    begin(play);
    for (const person of ['kofi', 'amara', 'linh', 'tom']) say(play, person);
    expect(stage(play)).toEqual({ at: 'together', round: lastRound(play) });
    end(play, 'completed');
    openRound(play, 'patient');
    begin(play, { oneByOne: false });
    expect(stage(play)).toEqual({ at: 'together', round: lastRound(play) });
  });

  it('is the time-out while the team introduces itself, and stays it when somebody arrives', () => {
    const play = surgery();
    openRound(play, 'team');
    join(play, 'ines');
    expect(stage(play)).toEqual({ at: 'team', round: lastRound(play) });
  });

  it('is the card of whoever arrived later, and then the board again', () => {
    const play = surgery();
    openRound(play, 'team');
    end(play, 'stopped');
    join(play, 'ines');
    expect(stage(play)).toMatchObject({ at: 'card', participant: participant(play, 'ines') });
    say(play, 'ines');
    expect(stage(play)).toEqual({ at: 'board' });
  });
});
