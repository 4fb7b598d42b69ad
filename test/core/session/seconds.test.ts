import { describe, expect, it } from 'vitest';
import type { Play } from '../support/play.ts';
import {
  lastRound,
  notArrived,
  openRound,
  participant,
  patientRound,
  say,
  surgery,
  undo,
} from '../support/surgery.ts';

describe('Seconds', () => {
  const seconds = (play: Play) => lastRound(play).introductions.map((one) => one.seconds);

  it('count from the card coming up to the first record, and a correction leaves them', () => {
    const play = surgery();
    patientRound(play);
    play.wait(7.34);
    const kofi = say(play, 'kofi');
    play.wait(12);
    say(play, 'amara');
    play.wait(60);
    const [first] = lastRound(play).introductions;
    say(play, 'kofi', notArrived, kofi);
    expect(seconds(play)).toEqual([7.3, 12, null, null]);
    expect(lastRound(play).introductions[0]?.recorded).toEqual(first?.recorded);
  });

  it('are not shortened by asking for a card that is up already', () => {
    const play = surgery();
    patientRound(play);
    play.wait(5);
    play.tap({ type: 'show-card', round: lastRound(play).id, participant: participant(play, 'kofi') });
    play.wait(3);
    say(play, 'kofi');
    expect(seconds(play)[0]).toBe(8);
  });

  it('begin anew when a card comes back by undo', () => {
    const play = surgery();
    patientRound(play);
    play.wait(2);
    const tap = say(play, 'kofi', notArrived);
    play.wait(4);
    undo(play, tap);
    play.wait(9);
    say(play, 'kofi');
    expect(seconds(play)[0]).toBe(9);
  });

  it('count in a time-out from the record before', () => {
    const play = surgery();
    openRound(play, 'team');
    play.wait(4);
    say(play, 'linh');
    play.wait(3);
    say(play, 'kofi');
    expect(seconds(play)).toEqual([3, null, 4, null]);
  });

  it('count by wall time across a restart, and are never negative when the clock was set back', () => {
    const play = surgery();
    patientRound(play);
    play.wait(2);
    play.reboot(30);
    play.wait(1);
    say(play, 'kofi');
    play.reboot(-3600);
    say(play, 'amara');
    expect(seconds(play).slice(0, 2)).toEqual([33, 0]);
  });
});
