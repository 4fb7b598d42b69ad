import { describe, expect, it } from 'vitest';
import type { CommandInput } from '../../../core/session/commands.ts';
import { lines, type Play, sessionOf, startPlay } from '../support/play.ts';
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
  undo,
  who,
} from '../support/surgery.ts';

type Opening = Extract<CommandInput, { type: 'open-session' }>;

const team: Opening['team'] = [
  { person: 'olena', role: 'bedside-nurse', part: 'leaving' },
  { person: 'nadia', role: 'bedside-nurse', part: 'arriving' },
  { person: 'ana', role: 'nursing-assistant', part: 'leaving' },
  { person: 'sok-ja', role: 'charge-nurse', part: null },
];

const shiftChange = (values: Partial<Opening> = {}): Play => {
  const play = startPlay();
  play.tap({
    ...{ type: 'open-session', kind: 'shift-change', scheduled: null, urgency: 'elective' },
    ...{ interpreter: 'none', team, ...values },
  });
  return play;
};

/** The whole round up to the goodbye. */
const toGoodbye = (): Play => {
  const play = shiftChange();
  patientRound(play);
  for (const person of ['nadia', 'sok-ja']) say(play, person);
  return play;
};

const here = (play: Play): string[] =>
  sessionOf(play)
    .participants.filter((one) => one.left === null)
    .map((one) => one.person);
const goodbye = (play: Play, ...staying: string[]) =>
  play.tap({ type: 'say-goodbye', round: lastRound(play).id, staying: who(play, ...staying) });

describe('A shift change', () => {
  it('introduces those who arrive or stay on; those who leave have met the patient and say goodbye', () => {
    const play = shiftChange();
    openRound(play, 'patient');
    expect(lines(play, 0)).toEqual(['nadia -', 'sok-ja -']);
    begin(play);
    for (const person of ['nadia', 'sok-ja']) say(play, person);
    expect(at(play)).toBe('goodbye');
    expect(here(play)).toEqual(['olena', 'nadia', 'ana', 'sok-ja']);
  });

  it('changes the board with the goodbye', () => {
    const play = toGoodbye();
    goodbye(play);
    expect([at(play), here(play)]).toEqual(['board', ['nadia', 'sok-ja']]);
    expect(lastRound(play).ended).toMatchObject({ outcome: 'completed', leftOut: [] });
  });

  it('lets somebody stay after all', () => {
    const play = toGoodbye();
    goodbye(play, 'ana');
    expect(here(play)).toEqual(['nadia', 'ana', 'sok-ja']);
    const everybody = toGoodbye();
    goodbye(everybody, 'ana', 'olena');
    expect([at(everybody), here(everybody)]).toEqual(['board', ['olena', 'nadia', 'ana', 'sok-ja']]);
  });

  it('has its goodbye once everybody was introduced, and not before', () => {
    const play = shiftChange();
    patientRound(play);
    const early = { type: 'say-goodbye', round: lastRound(play).id } as const;
    expect(play.refused(early)).toBe('no-goodbye-now');
    for (const person of ['nadia', 'sok-ja']) say(play, person);
    goodbye(play);
    expect(play.refused(early)).toBe('round-is-over');
  });

  it('goes back to the goodbye when it is taken back, with everybody', () => {
    const play = toGoodbye();
    undo(play, goodbye(play));
    expect([at(play), here(play)]).toEqual(['goodbye', ['olena', 'nadia', 'ana', 'sok-ja']]);
    expect(lines(play, 0)).toEqual(['nadia introduced self', 'sok-ja introduced self']);
    goodbye(play, 'olena');
    expect([at(play), here(play)]).toEqual(['board', ['olena', 'nadia', 'sok-ja']]);
  });

  it('remembers who was to stay after all, when the goodbye is taken back, until it is said anew', () => {
    const play = toGoodbye();
    expect(lastRound(play).staying).toEqual([]);
    undo(play, goodbye(play, 'ana'));
    expect(at(play)).toBe('goodbye');
    expect(lastRound(play).staying).toEqual(who(play, 'ana'));
    undo(play, goodbye(play, 'ana', 'olena'));
    expect([...lastRound(play).staying].sort()).toEqual([...who(play, 'ana', 'olena')].sort());
    undo(play, goodbye(play));
    expect(lastRound(play).staying).toEqual([]);
  });

  it('keeps those who said goodbye away while somebody else is being introduced', () => {
    const play = toGoodbye();
    const said = goodbye(play);
    join(play, 'mei');
    expect(play.refused({ type: 'undo', of: said })).toBe('another-round-is-open');
    expect([card(play), here(play)]).toEqual(['mei', ['nadia', 'sok-ja', 'mei']]);
    say(play, 'mei');
    undo(play, said);
    expect([at(play), here(play)]).toEqual(['goodbye', ['olena', 'nadia', 'ana', 'sok-ja', 'mei']]);
  });

  it.each(['asleep', 'away'] as const)(
    'changes the board as well where the patient is %s, and undo asks them again',
    (reason) => {
      const play = shiftChange();
      openRound(play, 'patient');
      const tap = play.tap({ type: 'end-round', round: lastRound(play).id, outcome: 'unable', reason });
      expect([at(play), here(play)]).toEqual(['board', ['nadia', 'sok-ja']]);
      expect(lines(play, 0)).toEqual([`nadia unable ${reason}`, `sok-ja unable ${reason}`]);
      undo(play, tap);
      expect([at(play), here(play)]).toEqual(['welcome', ['olena', 'nadia', 'ana', 'sok-ja']]);
      expect(lines(play, 0)).toEqual(['nadia -', 'sok-ja -']);
      begin(play);
      expect(card(play)).toBe('nadia');
    },
  );

  it.each(['postponed', 'declined', 'shown', 'stopped'] as const)(
    'changes the board as well where the round is %s',
    (outcome) => {
      const play = shiftChange();
      openRound(play, 'patient');
      end(play, outcome);
      expect([at(play), here(play)]).toEqual(['board', ['nadia', 'sok-ja']]);
    },
  );

  it('changes the board at once where the patient is not met, and they meet who is here later', () => {
    const play = shiftChange({ withoutPatient: true });
    expect([at(play), here(play)]).toEqual(['board', ['nadia', 'sok-ja']]);
    expect(sessionOf(play).participants.map((one) => one.part)).toEqual([
      'leaving',
      'arriving',
      'leaving',
      null,
    ]);
    patientRound(play);
    for (const person of ['nadia', 'sok-ja']) say(play, person);
    expect(at(play)).toBe('together');
  });

  it('is a team of those who leave only where somebody can still be introduced', () => {
    const play = shiftChange({ team: team.filter((one) => one.part === 'leaving') });
    expect(play.refused({ type: 'open-round', kind: 'patient' })).toBe('nobody-to-introduce');
  });

  it('is none in an operation: nobody of its team leaves with the round', () => {
    const play = shiftChange({ kind: 'surgery', withoutPatient: true });
    expect(sessionOf(play).participants.map((one) => one.part)).toEqual([null, null, null, null]);
    patientRound(play);
    for (const person of ['olena', 'nadia', 'ana', 'sok-ja']) say(play, person);
    expect(at(play)).toBe('together');
    end(play, 'completed');
    expect(here(play)).toHaveLength(4);
  });

  it('knows each of those who leave only once gone', () => {
    const play = toGoodbye();
    play.tap({ type: 'leave', participant: participant(play, 'ana') });
    expect(at(play)).toBe('goodbye');
    play.tap({ type: 'leave', participant: participant(play, 'olena') });
    expect(at(play)).toBe('together');
  });
});
