import { participantOf } from '../../../core/session/state.ts';
import type { PlaceRow } from '../../store/settings.ts';
import type { Occasion } from './calendar.ts';
import { type Member, somebody } from './cast.ts';
import { Play, type Stage } from './play.ts';
import { answerAll, correct, type Ease, patientRound, teamRound } from './rounds.ts';

/** What one session is made of. */
export interface Scene {
  occasion: Occasion;
  place: PlaceRow;
  team: [Member, ...Member[]];
  interpreter: boolean;
  /** The id of the scheduled session that it is; null for none. */
  scheduled: string | null;
  people: readonly Member[];
}

/** Plays a session from opening to close; gives the number of its introductions. */
export const playScene = (stage: Stage, scene: Scene): number => {
  const { chance, clock } = stage;
  const { kind, urgency, start } = scene.occasion;
  clock.reach(start);
  const interpreter = scene.interpreter ? chance.oneOf(['waiting', 'in-person', 'remote'] as const) : 'none';
  const { team, scheduled } = scene;
  const play = new Play(stage, scene.place, { kind, scheduled, urgency, interpreter, team });
  const ease = easeOf(scene.occasion, clock.now());
  const wait = waits(stage, scene);
  if (interpreter === 'waiting') {
    const arrived = { urgency, interpreter: chance.oneOf(['in-person', 'remote'] as const) };
    play.step({ type: 'change-session', ...arrived }, wait(4));
  }
  const emergency = urgency === 'emergency';
  if (patientRound(play, ease, emergency) === 'later') {
    clock.pass(wait(7));
    // “Not now” is a good answer; asked once more, some still have not been introduced when it is over.
    if (chance.happens(0.8)) patientRound(play, ease, emergency);
  }
  comeAndGo(play, scene, ease, wait);
  if (kind === 'surgery' && chance.happens(0.86 + 0.13 * ease)) {
    clock.pass(wait(15));
    teamRound(play, ease, () => join(play, scene, 0.3));
  }
  comeAndGo(play, scene, ease, wait);
  if (chance.happens(0.03)) correct(play);
  play.step({ type: 'close-session' }, wait(kind === 'surgery' ? 50 : 4));
  return play.session.rounds.reduce((sum, round) => sum + round.introductions.length, 0);
};

const easeOf = ({ progress, urgency }: Occasion, now: Date): Ease => {
  const night = now.getHours() < 6 || now.getHours() >= 20;
  const base = 0.35 + 0.55 * progress;
  return base * (night ? 0.8 : 1) * (urgency === 'emergency' ? 0.7 : 1);
};

/** Waiting around so many minutes, in seconds; shorter where the next session leaves less time than a full one. */
const waits = ({ chance, clock }: Stage, { occasion: { until } }: Scene) => {
  const inAll = 90 * 60_000;
  const share = Math.min(1, Math.max(0, (until - clock.now().getTime() - 4 * 60_000) / inAll));
  return (minutes: number): number => chance.around(minutes * 60) * share;
};

/** Relief is normal: somebody leaves, somebody arrives, and some come back. */
const comeAndGo = (play: Play, scene: Scene, ease: Ease, wait: (minutes: number) => number): void => {
  const { chance, clock } = play.stage;
  if (chance.happens(0.18)) {
    clock.pass(wait(3));
    const joined = join(play, scene, 4);
    // A slip: somebody else was meant, and nobody was introduced.
    if (joined !== null && chance.happens(0.12)) play.step({ type: 'undo', of: joined }, chance.around(3));
    answerAlone(play, ease);
  }
  const [first, ...others] = play.session.participants.filter((one) => one.left === null);
  if (first === undefined || others.length === 0 || !chance.happens(0.15)) return;
  const { id: participant } = chance.oneOf([first, ...others]);
  if (chance.happens(0.4)) {
    relieve(play, scene, participant, wait(5));
    answerAlone(play, ease);
    return;
  }
  const left = play.step({ type: 'leave', participant }, wait(5));
  if (chance.happens(0.1)) play.step({ type: 'undo', of: left }, chance.around(4));
  if (participantOf(play.session, participant)?.left === null || !chance.happens(0.3)) return;
  play.step({ type: 'return', participant }, wait(6));
  answerAlone(play, ease);
};

/** Somebody of the same role takes over where there is one, else anybody. */
const relieve = (play: Play, { people }: Scene, relieves: string, after: number): void => {
  const { chance } = play.stage;
  const here = play.session.participants.map(({ person, role }) => ({ person, role }));
  const role = participantOf(play.session, relieves)?.role;
  const one =
    somebody(chance, people, here, (member) => member.role === role) ?? somebody(chance, people, here);
  if (one === null) play.step({ type: 'leave', participant: relieves }, after);
  else play.step({ type: 'join', ...one, relieves }, after);
};

/** The id of the step, null where nobody is left who could join. */
const join = (play: Play, { people }: Scene, minutes: number): string | null => {
  const { chance } = play.stage;
  const here = play.session.participants.map(({ person, role }) => ({ person, role }));
  const one = somebody(chance, people, here);
  return one === null ? null : play.step({ type: 'join', ...one }, chance.around(minutes * 20));
};

/** The round of one person that opens by itself when they arrive, if one did. */
const answerAlone = (play: Play, ease: Ease): void => {
  const { round } = play;
  if (round !== null) answerAll(play, round.id, { ease, each: 9, giveUp: 0 });
};
