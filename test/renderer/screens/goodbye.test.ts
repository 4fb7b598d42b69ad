import { describe, expect, it } from 'vitest';
import type { CommandInput } from '../../../core/session/commands.ts';
import { stepIn } from '../../../renderer/screens/board/last-step.tsx';
import { makeASentence } from '../../../renderer/screens/shift/names.ts';
import { type Play, sessionOf, startPlay } from '../../core/support/play.ts';
import { join, lastRound, participant, patientRound, say } from '../../core/support/surgery.ts';

type Team = Extract<CommandInput, { type: 'open-session' }>['team'];

const leaving = (person: string) => ({ person, role: 'bedside-nurse' as const, part: 'leaving' as const });

/** A shift change in which these leave and one arrives, up to its goodbye; gives the tap that said it. */
const goodbye = (...people: string[]): { play: Play; said: string } => {
  const play = startPlay();
  const team: Team = [...people.map(leaving), { person: 'nadia', role: 'bedside-nurse', part: 'arriving' }];
  play.tap({
    ...{ type: 'open-session', kind: 'shift-change', scheduled: null, urgency: 'elective' },
    ...{ interpreter: 'none', team },
  });
  patientRound(play);
  say(play, 'nadia');
  return { play, said: play.tap({ type: 'say-goodbye', round: lastRound(play).id }) };
};

describe('After a goodbye', () => {
  it('the step that can be taken back names whoever left, or, for several, the end of it all', () => {
    const one = goodbye('olena');
    expect(stepIn(sessionOf(one.play), one.said)).toEqual({
      participant: participant(one.play, 'olena'),
      what: 'left',
    });
    const two = goodbye('olena', 'ana');
    expect(stepIn(sessionOf(two.play), two.said)).toEqual({ participant: null, what: 'ended' });
  });

  it('it is not offered while somebody else is being introduced, and again after that', () => {
    const { play, said } = goodbye('olena');
    join(play, 'mei');
    expect(stepIn(sessionOf(play), said)).toBeNull();
    say(play, 'mei');
    expect(stepIn(sessionOf(play), said)).toMatchObject({ what: 'left' });
  });
});

describe('Who goes home', () => {
  const named = (...names: string[]) => makeASentence(names.map((first) => ({ first })));

  it('is said in one sentence, as long as their names are one', () => {
    expect(named('Олена', 'Thandi', 'Kofi')).toBe(true);
    expect(named('Amara', 'Björn', 'Fatima', 'Inês')).toBe(false);
    expect(named('Björn', 'Inês', 'María del Carmen Fernández Villavicencio')).toBe(false);
  });
});
