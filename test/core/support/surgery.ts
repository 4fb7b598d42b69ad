import type { Verdict } from '../../../core/session/commands.ts';
import { stageOf } from '../../../core/session/stage.ts';
import type { Outcome } from '../../../core/session/words.ts';
import { type Play, personOf, sessionOf, startPlay } from './play.ts';

export const self: Verdict = { status: 'introduced', method: 'self', reason: null };
export const notArrived: Verdict = { status: 'absent', method: null, reason: 'not-arrived' };
export const noTime: Verdict = { status: 'skipped', method: null, reason: 'no-time' };

/** A surgery with a surgeon, an anesthesiologist, a scrub nurse and a student. */
export const surgery = (): Play => {
  const play = startPlay();
  play.tap({
    ...{ type: 'open-session', kind: 'surgery', scheduled: 'or-3-0830' },
    ...{ urgency: 'elective', interpreter: 'none' },
    team: [
      { person: 'kofi', role: 'surgeon' },
      { person: 'amara', role: 'anesthesiologist' },
      { person: 'linh', role: 'scrub-nurse' },
      { person: 'tom', role: 'medical-student' },
    ],
  });
  return play;
};

export const participant = (play: Play, person: string): string =>
  sessionOf(play).participants.findLast((one) => one.person === person)?.id ?? person;
export const who = (play: Play, ...people: string[]) => people.map((person) => participant(play, person));
export const lastRound = (play: Play) => {
  const round = sessionOf(play).rounds.at(-1);
  if (round === undefined) throw new Error('There is no round');
  return round;
};
export const card = (play: Play): string => personOf(sessionOf(play), lastRound(play).current);
export const at = (play: Play): string => stageOf(sessionOf(play)).at;

export const openRound = (play: Play, kind: 'patient' | 'team') => play.tap({ type: 'open-round', kind });
export const begin = (play: Play, how: { oneByOne?: boolean; without?: string[] } = {}) =>
  play.tap({
    ...{ type: 'start-round', round: lastRound(play).id, language: 'es', oneByOne: how.oneByOne ?? true },
    without: how.without ?? [],
  });
export const patientRound = (play: Play, how?: { oneByOne?: boolean; without?: string[] }) => {
  openRound(play, 'patient');
  return begin(play, how);
};
export const say = (play: Play, person: string, verdict: Verdict = self, corrects: string | null = null) =>
  play.tap({
    ...{ type: 'record', round: lastRound(play).id, participant: participant(play, person) },
    ...{ verdict, corrects },
  });
export const end = (play: Play, outcome: Outcome, beforeSedation: boolean | null = null) =>
  play.tap({
    ...{ type: 'end-round', round: lastRound(play).id, outcome, beforeSedation },
    reason: outcome === 'unable' ? 'sedated' : null,
  });
export const leave = (play: Play, person: string) =>
  play.tap({ type: 'leave', participant: participant(play, person) });
export const join = (play: Play, person: string) =>
  play.tap({ type: 'join', person, role: 'nurse-anesthetist' });
export const undo = (play: Play, of: string) => play.tap({ type: 'undo', of });
