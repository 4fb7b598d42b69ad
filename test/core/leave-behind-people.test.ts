import { expect, test } from 'vitest';
import { peopleOnLeaveBehind } from '../../core/leave-behind/people.ts';
import { type Play, personOf, sessionOf, startPlay } from './support/play.ts';
import { begin, card, lastRound, openRound, participant, self, surgery } from './support/surgery.ts';

const on = (play: Play, students: boolean | null = null): string[] =>
  peopleOnLeaveBehind(sessionOf(play), students).map((one) => personOf(sessionOf(play), one.id));

const away = (play: Play, reason: 'scrubbing' | 'not-coming') =>
  play.tap({
    ...{ type: 'record', round: lastRound(play).id, participant: participant(play, card(play)) },
    verdict: { status: 'absent', method: null, reason },
  });

test('everybody in the team is on it before anybody was introduced', () => {
  expect(on(surgery())).toEqual(['kofi', 'amara', 'linh', 'tom']);
});

test('who is away for a moment is on it, who is not coming or has left is not', () => {
  const play = surgery();
  openRound(play, 'patient');
  begin(play);
  away(play, 'scrubbing');
  away(play, 'not-coming');
  play.tap({ type: 'leave', participant: participant(play, 'linh') });
  expect(on(play)).toEqual(['kofi', 'tom']);
});

test('who was said not to be coming and came is on it', () => {
  const play = surgery();
  openRound(play, 'patient');
  begin(play);
  away(play, 'not-coming');
  expect(on(play)).not.toContain('kofi');
  play.tap({ type: 'end-round', round: lastRound(play).id, outcome: 'stopped', beforeSedation: true });
  openRound(play, 'team');
  play.tap({
    ...{ type: 'record', round: lastRound(play).id, participant: participant(play, 'kofi') },
    verdict: self,
  });
  expect(on(play)).toContain('kofi');
});

test('a student is not on it where the patient would rather have none', () => {
  const play = surgery();
  expect(on(play, true)).toContain('tom');
  expect(on(play, false)).toEqual(['kofi', 'amara', 'linh']);
});

test('in a shift change whoever is about to leave is not on it', () => {
  const play = startPlay();
  play.tap({
    ...{ type: 'open-session', kind: 'shift-change', scheduled: null },
    ...{ urgency: 'elective', interpreter: 'none' },
    team: [
      { person: 'rosa', role: 'bedside-nurse', part: 'leaving' },
      { person: 'ines', role: 'bedside-nurse', part: 'arriving' },
      { person: 'mei', role: 'charge-nurse' },
    ],
  });
  expect(on(play)).toEqual(['ines', 'mei']);
});
