import { nextSteps } from '../../../core/session/next-steps.ts';
import type { Stage } from '../../../core/session/stage.ts';
import { openRound, participantOf, type Session, waiting } from '../../../core/session/state.ts';
import type { DeviceView } from '../../../core/view.ts';

/** Where somebody is who follows the guide. */
export type Where = 'resting' | 'start' | 'my-card' | 'manage' | Stage['at'];

/** The steps of a surgery from the first touch to the last, in their order: what “3 of 9” counts. */
export const guideSteps = [
  'begin',
  'choose',
  'hand',
  'welcome',
  'card',
  'together',
  'timeOut',
  'team',
  'end',
] as const;
type NumberedStep = (typeof guideSteps)[number];

/** What the guide says: one sentence, and the number of the step it belongs to; null beside the road. */
export interface GuideStep {
  says:
    | NumberedStep
    | 'chooseFaces'
    | 'nextCard'
    | 'meetTogether'
    | 'doneAsking'
    | 'handAgain'
    | 'teamDone'
    | 'goodbye'
    | 'myCard'
    | 'over';
  number: number | null;
  /** Whose face or card it is about, by their name, where it is about somebody. */
  name: string;
}

interface Scene {
  view: Pick<DeviceView, 'session' | 'people' | 'choices'>;
  where: Where;
  /** Whether a team is chosen on the start screen for a surgery, and whether there is a card to choose it by. */
  chosen: boolean;
  planned: boolean;
  /** Whether a whole surgery lies behind whoever follows. */
  over: boolean;
}

const step = (says: GuideStep['says'], at: NumberedStep | null, name = ''): GuideStep => ({
  says,
  number: at === null ? null : guideSteps.indexOf(at) + 1,
  name,
});

/**
 * What to touch next, from where the kiosk stands. Nothing is remembered but that a surgery lies behind: whatever else
 * was touched, from here on it says what leads to the end.
 */
export const guideStep = ({ view, where, chosen, planned, over }: Scene): GuideStep => {
  const { session, people, choices } = view;
  if (where === 'my-card') return step('myCard', null);
  if (where === 'start')
    return chosen ? step('hand', 'hand') : step(planned ? 'choose' : 'chooseFaces', 'choose');
  if (session === null) return over ? step('over', null) : step('begin', 'begin');
  const round = openRound(session);
  const nameOf = (participant: string | undefined) =>
    people[participantOf(session, participant ?? '')?.person ?? '']?.first ?? '';
  const left = round === null ? [] : waiting(session, round);
  switch (where) {
    case 'welcome':
      return step('welcome', 'welcome');
    case 'card': {
      const done = round?.introductions.some((one) => one.status !== null) === true;
      return step(done ? 'nextCard' : 'card', 'card', nameOf(round?.current ?? undefined));
    }
    case 'together': {
      const onlyShown = choices.way === 'show';
      const next = onlyShown ? undefined : left[0];
      if (next !== undefined) return step('meetTogether', 'card', nameOf(next.participant));
      return step(session.kind === 'surgery' && !onlyShown ? 'together' : 'doneAsking', 'together');
    }
    case 'goodbye':
      return step('goodbye', 'together');
    case 'team': {
      const next = left[0];
      return next === undefined ? step('teamDone', 'team') : step('team', 'team', nameOf(next.participant));
    }
    default:
      return onTheBoard(session);
  }
};

const onTheBoard = (session: Session): GuideStep => {
  const { due, patient } = nextSteps(session);
  if (due === 'team') return step('timeOut', 'timeOut');
  if (due === 'patient') return step('handAgain', 'hand');
  return patient === 'postponed' && session.kind === 'shift-change'
    ? step('handAgain', 'hand')
    : step('end', 'end');
};
