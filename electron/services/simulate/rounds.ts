import type { Verdict } from '../../../core/session/commands.ts';
import { participantOf, type Round, waiting } from '../../../core/session/state.ts';
import { reasons } from '../../../core/session/words.ts';
import type { Play } from './play.ts';

/** How well it goes, from 0 to 1: better as the weeks pass, worse at night and in an emergency. */
export type Ease = number;

const languages = [
  ['en', 62],
  ['es', 24],
  ['ar', 14],
] as const;

/** Welcome, cards or all at once, and the end; or “not now”, no, or unable. Whether it is to be tried again. */
export const patientRound = (play: Play, ease: Ease, emergency: boolean): 'done' | 'later' => {
  const { chance } = play.stage;
  const round = play.step({ type: 'open-round', kind: 'patient', without: [], language: null });
  const end = (outcome: 'postponed' | 'declined' | 'shown' | 'stopped' | 'completed') => {
    const before = chance.weighted([
      ['yes', 60 + 35 * ease],
      ['no', emergency ? 40 : 8],
      ['unknown', 4],
    ]);
    const beforeSedation = before === 'unknown' ? null : before === 'yes';
    play.step({ type: 'end-round', round, outcome, beforeSedation, reason: null }, chance.around(4));
  };
  if (chance.happens(emergency ? 0.35 : 0.01)) {
    const reason = chance.oneOf(reasons.unable);
    const ended = { outcome: 'unable', beforeSedation: false, reason } as const;
    play.step({ type: 'end-round', round, ...ended }, chance.around(10));
    return 'done';
  }
  play.stage.clock.pass(chance.around(18));
  const answer = chance.weighted([
    ['one-by-one', 80],
    ['together', 8],
    ['shown', 3],
    ['postponed', 6],
    ['declined', 3],
  ]);
  if (answer === 'postponed' || answer === 'declined') {
    end(answer);
    return answer === 'postponed' ? 'later' : 'done';
  }
  const students = play.session.participants.filter((one) => one.learner).map((one) => one.id);
  const others = play.session.participants.some((one) => !one.learner);
  const without = others && chance.happens(0.12) ? students : [];
  const language = chance.weighted(languages);
  play.step({ type: 'start-round', round, language, oneByOne: answer === 'one-by-one', without });
  if (answer === 'shown') {
    end('shown');
    return 'done';
  }
  const whole = answerAll(play, round, { ease, each: 8, giveUp: 0.006 + 0.02 * (1 - ease) });
  end(whole ? 'completed' : 'stopped');
  return 'done';
};

/** The time-out: everyone on one board, and now and then somebody who comes in while it runs. */
export const teamRound = (play: Play, ease: Ease, lateJoin: () => void): void => {
  const { chance } = play.stage;
  const round = play.step({ type: 'open-round', kind: 'team', without: [], language: 'en' });
  if (chance.happens(0.04)) lateJoin();
  const whole = answerAll(play, round, { ease, each: 3.2, giveUp: 0.004 + 0.01 * (1 - ease) });
  const outcome = whole ? 'completed' : 'stopped';
  play.step({ type: 'end-round', round, outcome, beforeSedation: null, reason: null }, chance.around(3));
};

interface Manner {
  ease: Ease;
  /** Seconds per person, about. */
  each: number;
  /** How often, before a person, everybody has to stop. */
  giveUp: number;
}

/** Everybody who waits gets a status, in the order of the cards. False where they had to stop before the end. */
export const answerAll = (play: Play, id: string, manner: Manner): boolean => {
  const { chance } = play.stage;
  for (;;) {
    const round = play.session.rounds.find((one) => one.id === id);
    if (round === undefined || round.ended !== null) return true;
    const participant = round.current ?? waiting(play.session, round)[0]?.participant;
    if (participant === undefined) return true;
    if (chance.happens(manner.giveUp)) return false;
    answer(play, round, participant, manner);
  }
};

/** One introduction; one in forty is tapped wrongly, and then taken back or corrected. */
const answer = (play: Play, round: Round, participant: string, { ease, each }: Manner): void => {
  const { chance } = play.stage;
  const about = { round: round.id, participant };
  const tap = (verdict: Verdict, corrects: string | null, after: number) =>
    play.step({ type: 'record', ...about, verdict, corrects }, after);
  const verdict = verdictFor(play, round, participant, ease);
  const slips = chance.happens(0.025);
  const first = tap(slips ? verdictFor(play, round, participant, 0) : verdict, null, chance.around(each));
  if (!slips) return;
  if (chance.happens(0.5)) tap(verdict, first, chance.around(5));
  else {
    play.step({ type: 'undo', of: first }, chance.around(3));
    tap(verdict, null, chance.around(each / 2));
  }
};

const without = { method: null, reason: null } as const;

const verdictFor = (play: Play, round: Round, participant: string, ease: Ease): Verdict => {
  const { chance } = play.stage;
  const role = participantOf(play.session, participant)?.role;
  const busy = role === 'surgeon' || role === 'perfusionist' ? 2 : 1;
  const team = round.kind === 'team';
  const status = chance.weighted([
    ['introduced', 70 + 60 * ease],
    ['already-known', round.kind === 'patient' ? 0 : 8],
    ['absent', 8 * busy * (1.3 - ease)],
    ['skipped', 7 * (1.2 - ease)],
    ['declined', team ? 0 : 0.7],
    ['unable', team ? 0 : 0.7],
  ]);
  switch (status) {
    case 'introduced':
    case 'already-known': {
      const method = chance.weighted([
        ['self', 58],
        ['badge', 24],
        ['attested', 18],
      ]);
      return { status, method, reason: null };
    }
    case 'absent':
    case 'skipped':
    case 'unable':
      return { status, method: null, reason: chance.oneOf(reasons[status]) };
    case 'declined':
      return { status, ...without };
  }
};
