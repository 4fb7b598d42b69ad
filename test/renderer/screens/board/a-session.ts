import type { CommandInput, Verdict } from '../../../../core/session/commands.ts';
import { command } from '../../../../core/session/commands.ts';
import { decide } from '../../../../core/session/decide.ts';
import { evolve } from '../../../../core/session/evolve.ts';
import type { Session } from '../../../../core/session/state.ts';
import type { PersonCard } from '../../../../core/view.ts';

export const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const session = id(1);
const patientRound = id(2);
export const teamRound = id(3);

/** The session after these commands, decided by the real rules. Participants get the ids 101, 102, … */
export const sessionAfter = (...inputs: CommandInput[]): Session => {
  let participants = 100;
  let state: Session | null = null;
  const opening: CommandInput = {
    ...{ type: 'open-session', id: session, kind: 'surgery', scheduled: null, urgency: 'elective' },
    interpreter: 'none',
    team: [
      { person: 'kofi', role: 'surgeon' },
      { person: 'amara', role: 'anesthesiologist' },
    ],
  };
  for (const input of [opening, ...inputs]) {
    const decision = decide(state, command.parse(input), {
      place: 'or-3',
      unit: 'theatre',
      participantId: () => id(++participants),
    });
    if (!decision.ok) throw new Error(decision.problem.code);
    for (const event of decision.value)
      state = evolve(state, {
        ...event,
        eventId: input.id,
        stamp: { at: '2026-01-05T08:30:00Z', boot: 'b', mono: 0, seq: 0 },
      });
  }
  if (state === null) throw new Error('No session was opened');
  return state;
};

export const kofi = id(101);
export const amara = id(102);
export const introduced: Verdict = { status: 'introduced', method: 'self', reason: null };
export const toPatient: CommandInput[] = [
  { type: 'open-round', id: patientRound, session, kind: 'patient' },
  { type: 'start-round', id: id(10), session, round: patientRound, language: 'en', oneByOne: true },
];
export const kofiMet: CommandInput = {
  ...{ type: 'record', id: id(11), session, round: patientRound, participant: kofi, verdict: introduced },
};
export const endPatient = (outcome: 'postponed' | 'declined' | 'stopped'): CommandInput => ({
  ...{ type: 'end-round', id: id(12), session, round: patientRound, outcome },
});
export const card = (person: string): PersonCard => ({
  ...{ id: person, first: person, rest: '', sayIt: null, pronouns: null, gender: 'neutral' },
  ...{ credentials: null, role: 'surgeon', languages: [], line: null },
  ...{ photo: null, maskedPhoto: null, nameSound: null, visitor: false },
});
export const people = { kofi: card('kofi'), amara: card('amara') };
