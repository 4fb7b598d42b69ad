import { describe, expect, it } from 'vitest';
import { type CommandInput, command, type Verdict } from '../../../core/session/commands.ts';
import { decide } from '../../../core/session/decide.ts';
import { evolve } from '../../../core/session/evolve.ts';
import type { Round, Session } from '../../../core/session/state.ts';
import type { PersonCard } from '../../../core/view.ts';
import { invitedIn, shownIn } from '../../../renderer/screens/team/round-facts.ts';
import { wallOf } from '../../../renderer/screens/wall/wall-of.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const session = id(1);
const round = id(2);
const [kofi, amara, tom, ines] = [id(101), id(102), id(103), id(104)];
const team = [
  { person: 'kofi', role: 'surgeon' },
  { person: 'amara', role: 'anesthesiologist' },
  { person: 'tom', role: 'medical-student' },
  { person: 'ines', role: 'circulating-nurse' },
] as const;
const card = (person: string): PersonCard => ({
  ...{ id: person, first: person, rest: '', sayIt: null, pronouns: null, gender: 'neutral' },
  ...{ credentials: null, role: 'surgeon', languages: [], line: null },
  ...{ photo: null, maskedPhoto: null, nameSound: null, visitor: false },
});
const people = Object.fromEntries(team.map(({ person }) => [person, card(person)]));

/** The session after these commands, decided by the real rules. Participants get the ids 101, 102, … */
const sessionAfter = (...inputs: CommandInput[]): Session => {
  let participants = 100;
  let state: Session | null = null;
  const opening: CommandInput = {
    ...{ type: 'open-session', id: session, kind: 'surgery', scheduled: null, urgency: 'elective' },
    ...{ interpreter: 'none', team: [...team] },
  };
  for (const input of [opening, ...inputs]) {
    const decision = decide(state, command.parse(input), {
      ...{ place: 'or-3', unit: 'theatre', participantId: () => id(++participants) },
    });
    if (!decision.ok) throw new Error(decision.problem.code);
    for (const event of decision.value)
      state = evolve(state, {
        ...event,
        ...{ eventId: input.id, stamp: { at: '2026-01-05T08:30:00Z', boot: 'b', mono: 0, seq: 0 } },
      });
  }
  if (state === null) throw new Error('No session was opened');
  return state;
};

const spoken: Verdict = { status: 'introduced', method: 'attested', reason: null };
const known: Verdict = { status: 'already-known', method: 'attested', reason: null };
const away: Verdict = { status: 'absent', method: null, reason: 'called-away' };
let next = 10;
const is = (participant: string, verdict: Verdict): CommandInput => ({
  ...{ type: 'record', id: id(++next), session, round, participant, verdict },
});
const timeOut: CommandInput = { type: 'open-round', id: round, session, kind: 'team' };
const leaves = (participant: string): CommandInput => ({
  ...{ type: 'leave', id: id(++next), session, participant },
});
const last = (now: Session): Round => {
  const found = now.rounds.at(-1);
  if (found === undefined) throw new Error('No round is open');
  return found;
};
const names = (found: { first: string }[]) => found.map(({ first }) => first);

describe('the time-out', () => {
  it('asks nobody by name while somebody has not spoken', () => {
    const now = sessionAfter(timeOut, is(kofi, spoken), is(amara, spoken), is(tom, spoken));
    expect(invitedIn(now, last(now), people)).toEqual([]);
  });

  it('asks everybody by name once all have spoken, first whoever finds it hardest to say something', () => {
    const now = sessionAfter(timeOut, is(kofi, spoken), is(amara, known), is(tom, spoken), is(ines, spoken));
    expect(names(invitedIn(now, last(now), people))).toEqual(['tom', 'ines', 'amara', 'kofi']);
  });

  it('asks nobody who is not in the room', () => {
    const now = sessionAfter(timeOut, is(kofi, away), is(amara, spoken), is(tom, spoken), leaves(ines));
    expect(names(invitedIn(now, last(now), people))).toEqual(['tom', 'amara']);
  });

  it('does not show a patient who is awake who is missing', () => {
    const now = sessionAfter(timeOut, is(kofi, away), is(amara, spoken));
    const shown = (awake: boolean) =>
      shownIn({ session: now, round: last(now), awake }, people).map(({ person }) => person.id);
    expect(shown(false)).toEqual(['kofi', 'amara', 'tom', 'ines']);
    expect(shown(true)).toEqual(['amara', 'tom', 'ines']);
  });
});

describe('the wall', () => {
  const wall = (now: Session, awake = false) =>
    wallOf({ session: now, awake }, people).map(
      ({ member, look, said }) => `${member.person.id} ${look} ${said ?? '-'}`,
    );

  it('shows the whole team, and those who have gone after them', () => {
    expect(wall(sessionAfter(leaves(kofi)))).toEqual([
      'amara open -',
      'tom open -',
      'ines open -',
      'kofi away left',
    ]);
  });

  it('shows in the time-out who was heard, and of whoever is missing not why', () => {
    expect(wall(sessionAfter(timeOut, is(kofi, away), is(amara, spoken), is(tom, known)))).toEqual([
      'kofi away -',
      'amara done spoken',
      'tom done known',
      'ines open -',
    ]);
  });

  it('shows nobody as missing while the patient listens', () => {
    const now = sessionAfter(leaves(ines), timeOut, is(kofi, away), is(amara, spoken));
    expect(wall(now, true)).toEqual(['amara done spoken', 'tom open -']);
  });

  it('marks in a patient round only whose turn it is: whom the patient declined or met stands as the others', () => {
    const start: CommandInput = {
      ...{ type: 'start-round', id: id(5), session, round, language: 'en', oneByOne: true },
      without: [tom],
    };
    const open: CommandInput = { type: 'open-round', id: round, session, kind: 'patient' };
    const met: Verdict = { status: 'introduced', method: 'self', reason: null };
    expect(wall(sessionAfter(open, start, is(kofi, met)))).toEqual([
      'kofi open -',
      'amara now now',
      'tom open -',
      'ines open -',
    ]);
  });
});
