import type { Verdict } from '../../../core/session/commands.ts';
import { recallQuestion } from '../../../core/session/recall.ts';
import { stageOf } from '../../../core/session/stage.ts';
import { isHere, participantOf, type Round, waiting } from '../../../core/session/state.ts';
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
    const ending = { type: 'end-round', round, outcome, beforeSedation, reason: null } as const;
    const ended = play.step(ending, chance.around(4));
    // Ended too soon, and gone on with; at a shift change those who said goodbye would be back too.
    if (play.session.kind === 'shift-change' || !chance.happens(0.02)) return;
    play.step({ type: 'undo', of: ended }, chance.around(3));
    play.step(ending, chance.around(6));
  };
  recogniseSome(play);
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
  if (chance.happens(0.2)) helloAgain(play, round);
  if (chance.happens(0.45)) checkRecall(play, round, ease);
  if (whole && stageOf(play.session).at === 'goodbye' && chance.happens(0.8)) {
    const leaving = play.session.participants.filter((one) => one.part === 'leaving' && one.left === null);
    const staying = leaving.filter(() => chance.happens(0.1)).map((one) => one.id);
    play.step({ type: 'say-goodbye', round, staying }, chance.around(8));
  } else end(whole ? 'completed' : 'stopped');
  return 'done';
};

/** Some patients were here before in the same stay, and know some of the team. */
const recogniseSome = (play: Play): void => {
  const { chance } = play.stage;
  if (!chance.happens(0.12)) return;
  const known = play.session.participants.filter((one) => one.left === null && chance.happens(0.3));
  const participants = known.map((one) => one.id);
  if (known.some((one) => !one.metBefore)) play.step({ type: 'recognise', participants }, chance.around(5));
};

/** Whom the patient knows may say hello once more, and is introduced like everybody else. */
const helloAgain = (play: Play, id: string): void => {
  const round = play.session.rounds.find((one) => one.id === id);
  const known = round?.introductions.find(
    ({ participant, status }) =>
      status === null &&
      isHere(play.session, participant) &&
      participantOf(play.session, participant)?.metBefore,
  );
  if (known === undefined) return;
  const about = { round: id, participant: known.participant };
  const verdict = { status: 'introduced', method: 'self', reason: null } as const;
  play.step({ type: 'show-card', ...about }, play.stage.chance.around(3));
  play.step({ type: 'record', ...about, verdict, corrects: null }, play.stage.chance.around(6));
};

/** The check at the end, where there are faces enough for one. */
const checkRecall = (play: Play, id: string, ease: Ease): void => {
  const { chance } = play.stage;
  const round = play.session.rounds.find((one) => one.id === id);
  const question = round === undefined ? null : recallQuestion(play.session, round);
  if (question === null) return;
  const wrong = question.faces.find((face) => face !== question.asked) ?? question.asked;
  const touched = chance.happens(0.4 + 0.4 * ease) ? question.asked : wrong;
  play.step({ type: 'answer-recall', round: id, asked: question.asked, touched }, chance.around(6));
};

/** One record of a round that is over, put right before the session closes. */
export const correct = (play: Play): void => {
  const { chance } = play.stage;
  const [first, ...others] = play.session.rounds.flatMap((round) =>
    round.introductions.flatMap(({ participant, record }) =>
      record === null ? [] : [{ round, participant, corrects: record }],
    ),
  );
  if (first === undefined) return;
  const { round, participant, corrects } = chance.oneOf([first, ...others]);
  const verdict = verdictFor(play, round, participant, 0.5);
  play.step({ type: 'record', round: round.id, participant, verdict, corrects }, chance.around(20));
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
