import { describe, expect, it } from 'vitest';
import { lines, type Play, personOf, sessionOf } from '../support/play.ts';
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
} from '../support/surgery.ts';

const takeOver = (play: Play, person: string, from: string) =>
  play.tap({
    ...{ type: 'join', person, role: 'anesthesiologist' },
    relieves: participant(play, from),
  });
const one = (play: Play, person: string) => {
  const found = sessionOf(play).participants.findLast((each) => each.person === person);
  if (found === undefined) throw new Error(`${person} was never here`);
  return found;
};
const isHere = (play: Play, person: string) => one(play, person).left === null;
const handedTo = (play: Play, person: string) => personOf(sessionOf(play), one(play, person).handedTo);

/** A surgery whose patient has met the team. */
const underWay = (): Play => {
  const play = surgery();
  patientRound(play);
  for (const person of ['kofi', 'amara', 'linh', 'tom']) say(play, person);
  end(play, 'completed', true);
  return play;
};

describe('Somebody takes over from somebody', () => {
  it('in one touch: the one is gone and has handed over, the other has a round of their own', () => {
    const play = underWay();
    takeOver(play, 'bjorn', 'amara');
    expect([isHere(play, 'amara'), handedTo(play, 'amara')]).toEqual([false, 'bjorn']);
    expect([at(play), card(play), lastRound(play).kind]).toEqual(['card', 'bjorn', 'join']);
    expect(one(play, 'bjorn').role).toBe('anesthesiologist');
    expect(lines(play, 0)).toContain('amara introduced self');
  });

  it('undone: it is as it was, and who was there by mistake never came', () => {
    const play = underWay();
    undo(play, takeOver(play, 'bjorn', 'amara'));
    expect([isHere(play, 'amara'), handedTo(play, 'amara')]).toEqual([true, 'nobody']);
    expect(one(play, 'bjorn')).toMatchObject({ mistake: true });
    expect([at(play), lastRound(play).ended?.outcome]).toEqual(['board', 'stopped']);
  });

  it('is not undone once they were introduced: that did happen', () => {
    const play = underWay();
    const tap = takeOver(play, 'bjorn', 'amara');
    say(play, 'bjorn');
    expect(play.refused({ type: 'undo', of: tap })).toBe('already-recorded');
  });

  it('on a card in the patient round: the other comes up in their turn, and undone the card is back', () => {
    const play = surgery();
    patientRound(play);
    say(play, 'kofi');
    const tap = takeOver(play, 'bjorn', 'amara');
    expect(card(play)).toBe('linh');
    for (const person of ['linh', 'tom']) say(play, person);
    expect(card(play)).toBe('bjorn');
    undo(play, tap);
    expect([card(play), isHere(play, 'bjorn')]).toEqual(['amara', false]);
  });

  it('in the time-out: the other is part of it, the one is not waited for', () => {
    const play = surgery();
    openRound(play, 'team');
    takeOver(play, 'bjorn', 'amara');
    for (const person of ['kofi', 'linh', 'tom', 'bjorn']) say(play, person);
    end(play, 'completed');
    expect(lastRound(play).ended?.leftOut).toEqual([]);
  });

  it('whoever comes back to do so is no stranger, and undone they have left again, as they had', () => {
    const play = underWay();
    takeOver(play, 'bjorn', 'amara');
    say(play, 'bjorn');
    leave(play, 'bjorn');
    play.tap({ type: 'return', participant: participant(play, 'amara') });
    const tap = takeOver(play, 'bjorn', 'amara');
    expect([at(play), handedTo(play, 'amara')]).toEqual(['board', 'bjorn']);
    undo(play, tap);
    expect([isHere(play, 'amara'), isHere(play, 'bjorn'), one(play, 'bjorn').mistake]).toEqual([
      ...[true, false, false],
    ]);
  });

  it('by somebody who came in before: they hand over and are gone, and undone they are back', () => {
    const play = underWay();
    join(play, 'bjorn');
    const tap = play.tap({
      ...{ type: 'leave', participant: participant(play, 'amara') },
      to: participant(play, 'bjorn'),
    });
    expect([handedTo(play, 'amara'), card(play)]).toEqual(['bjorn', 'bjorn']);
    undo(play, tap);
    expect([isHere(play, 'amara'), handedTo(play, 'amara'), card(play)]).toEqual([true, 'nobody', 'bjorn']);
  });

  it('nobody hands over to themselves, to nobody, or to somebody who is gone; nobody relieves who has left', () => {
    const play = underWay();
    const amara = participant(play, 'amara');
    const give = (to: string) => play.refused({ type: 'leave', participant: amara, to });
    leave(play, 'linh');
    expect([
      give(amara),
      give(participant(play, 'linh')),
      give('00000000-0000-4000-8000-00000000dead'),
    ]).toEqual(['not-here', 'not-here', 'no-such-participant']);
    const relieve = (relieves: string) =>
      play.refused({ type: 'join', person: 'bjorn', role: 'scrub-nurse', relieves });
    expect(relieve(participant(play, 'linh'))).toBe('not-here');
    expect(relieve('00000000-0000-4000-8000-00000000dead')).toBe('no-such-participant');
    expect(isHere(play, 'amara')).toBe(true);
  });
});

describe('A coming that was a mistake', () => {
  it('is taken back, with the round that it opened', () => {
    const play = underWay();
    undo(play, join(play, 'ines'));
    expect([isHere(play, 'ines'), one(play, 'ines').mistake, at(play)]).toEqual([false, true, 'board']);
  });

  it('does not take back the whole team with the session', () => {
    const play = surgery();
    expect(play.refused({ type: 'undo', of: sessionOf(play).id })).toBe('nothing-to-undo');
  });

  it('is none when they then come in after all', () => {
    const play = underWay();
    undo(play, join(play, 'ines'));
    join(play, 'ines');
    expect([one(play, 'ines').mistake, card(play)]).toEqual([false, 'ines']);
    expect(sessionOf(play).participants.filter((each) => each.person === 'ines')).toHaveLength(1);
  });

  it('taken back for somebody who was here before, they have left as they had', () => {
    const play = underWay();
    leave(play, 'linh');
    undo(play, play.tap({ type: 'return', participant: participant(play, 'linh') }));
    expect([isHere(play, 'linh'), one(play, 'linh').mistake]).toEqual([false, false]);
  });
});

describe('Whom the patient met before', () => {
  it('comes up no more, and is shown again where the patient wishes it', () => {
    const play = surgery();
    patientRound(play);
    play.recognise(participant(play, 'kofi'), participant(play, 'linh'));
    expect(card(play)).toBe('amara');
    say(play, 'amara');
    say(play, 'tom');
    expect(at(play)).toBe('together');
    play.tap({ type: 'show-card', round: lastRound(play).id, participant: participant(play, 'kofi') });
    say(play, 'kofi');
    end(play, 'completed', true);
    expect(lastRound(play).ended?.leftOut).toEqual([]);
  });

  it('is not any more where it was another patient’s wristband: their card comes up after all', () => {
    const play = surgery();
    patientRound(play);
    const all = ['kofi', 'amara', 'linh', 'tom'].map((person) => participant(play, person));
    play.recognise(...all);
    expect(at(play)).toBe('together');
    play.recognise();
    expect(card(play)).toBe('kofi');
  });

  it('whose one-person round runs needs none: the board is back', () => {
    const play = underWay();
    join(play, 'ines');
    play.recognise(participant(play, 'ines'));
    expect(at(play)).toBe('board');
  });
});
