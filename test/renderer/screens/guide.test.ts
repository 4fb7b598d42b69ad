import { describe, expect, it } from 'vitest';
import { stageOf } from '../../../core/session/stage.ts';
import { type Choices, noChoices, type PersonCard } from '../../../core/view.ts';
import { guideStep, guideSteps, type Where } from '../../../renderer/screens/guide/guide-step.ts';
import { type Progress, progressAfter } from '../../../renderer/screens/guide/progress.ts';
import { type Play, sessionOf } from '../../core/support/play.ts';
import { begin, card, end, join, notArrived, openRound, say, surgery } from '../../core/support/surgery.ts';

const team = ['kofi', 'amara', 'linh', 'tom'];
const people: Record<string, PersonCard> = Object.fromEntries(
  [...team, 'mei'].map((id): [string, PersonCard] => [
    id,
    {
      ...{
        id,
        first: id,
        rest: '',
        sayIt: null,
        pronouns: null,
        gender: 'neutral' as const,
        credentials: null,
      },
      ...{
        role: 'surgeon' as const,
        languages: [],
        line: null,
        photo: null,
        maskedPhoto: null,
        nameSound: null,
      },
      visitor: false,
    },
  ]),
);

/** What the guide says while this session stands, and whose name is in it. */
const saysOf = (play: Play, choices: Partial<Choices> = {}): string => {
  const session = sessionOf(play);
  const { says, name } = guideStep({
    view: { session, people, choices: { ...noChoices, ...choices } },
    where: stageOf(session).at,
    ...{ chosen: false, planned: true, over: false },
  });
  return name === '' ? says : `${says} ${name}`;
};

/** Without a session. */
const without = (where: Where, { chosen = false, planned = true, over = false } = {}) =>
  guideStep({ view: { session: null, people: {}, choices: noChoices }, where, chosen, planned, over });

describe('The guide', () => {
  it('leads through a whole surgery, one sentence after the other', () => {
    const said: string[] = [
      without('resting').says,
      without('start').says,
      without('start', { chosen: true }).says,
    ];
    const play = surgery();
    openRound(play, 'patient');
    said.push(saysOf(play));
    begin(play);
    for (const person of team) {
      said.push(saysOf(play));
      say(play, person);
    }
    said.push(saysOf(play));
    end(play, 'completed', true);
    said.push(saysOf(play));
    openRound(play, 'team');
    for (const person of team) {
      said.push(saysOf(play));
      say(play, person);
    }
    said.push(saysOf(play));
    end(play, 'completed');
    said.push(saysOf(play), without('resting', { over: true }).says);
    expect(said).toEqual([
      ...['begin', 'choose', 'hand', 'welcome'],
      ...['card kofi', 'nextCard amara', 'nextCard linh', 'nextCard tom', 'together', 'timeOut'],
      ...['team kofi', 'team amara', 'team linh', 'team tom', 'teamDone', 'end', 'over'],
    ]);
  });

  it('counts its steps in their order', () => {
    const numbers = [without('resting'), without('start'), without('start', { chosen: true })].map(
      ({ number }) => number,
    );
    expect(numbers).toEqual([1, 2, 3]);
    expect(guideSteps).toHaveLength(9);
    expect([without('my-card').number, without('resting', { over: true }).number]).toEqual([null, null]);
  });

  it('goes by faces where no surgery is planned', () => {
    expect(without('start', { planned: false }).says).toBe('chooseFaces');
  });

  it('fits again when something else was touched: board only, not now, no cards, nobody marked, somebody new', () => {
    const play = surgery();
    expect(saysOf(play)).toBe('handAgain');
    openRound(play, 'patient');
    end(play, 'postponed');
    expect(saysOf(play)).toBe('timeOut');
    openRound(play, 'patient');
    begin(play, { oneByOne: false });
    expect(saysOf(play, { way: 'show' })).toBe('doneAsking');
    expect(saysOf(play, { way: 'together' })).toBe('meetTogether kofi');
    say(play, 'kofi', notArrived);
    expect(saysOf(play, { way: 'together' })).toBe('meetTogether amara');
    end(play, 'stopped');
    join(play, 'mei');
    expect([saysOf(play), card(play)]).toEqual(['card mei', 'mei']);
  });

  it('never says how to end the session while a round runs', () => {
    const play = surgery();
    openRound(play, 'patient');
    begin(play);
    end(play, 'stopped');
    openRound(play, 'team');
    expect(saysOf(play)).toBe('team kofi');
  });
});

describe('Whoever follows it', () => {
  const through = (...says: Parameters<typeof progressAfter>[1][]): Progress =>
    says.reduce<Progress>(progressAfter, 'on');

  it('is told that it is all over once the session was ended at its end', () => {
    expect(through('begin', 'choose', 'hand', 'welcome')).toBe('on');
    expect(through('team', 'teamDone', 'end')).toBe('near');
    expect(through('end', 'over')).toBe('over');
    expect(through('end', 'begin', 'myCard')).toBe('over');
  });

  it('begins again where the session was ended early, or another one is started', () => {
    expect(through('timeOut', 'begin')).toBe('on');
    expect(through('end', 'over', 'choose')).toBe('on');
    expect(through('end', 'team')).toBe('on');
  });

  it('is told nothing before they ask, and after they left', () => {
    expect(progressAfter('off', 'end')).toBe('off');
  });
});
