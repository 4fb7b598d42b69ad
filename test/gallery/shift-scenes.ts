import type { Driver } from './driver.ts';
import { few, type Scene, seenByAll, sheets } from './scene.ts';
import { both, pick, press, reload, type Touch } from './touches.ts';

const introduced = { status: 'introduced', method: 'self', reason: null } as const;

/** Nothing runs any more, whatever was going on. */
const ended = async (kiosk: Driver): Promise<void> => {
  const session = await kiosk.session().catch(() => null);
  if (session === null) return;
  const open = session.rounds.find((round) => round.ended === null);
  if (open !== undefined) await kiosk.tap({ type: 'end-round', round: open.id, outcome: 'stopped' });
  await kiosk.tap({ type: 'close-session' });
};

const begun = async (kiosk: Driver): Promise<void> => {
  await kiosk.tap({ type: 'open-round', kind: 'patient' });
  const { id } = await kiosk.round();
  await kiosk.tap({ type: 'start-round', round: id, language: kiosk.language, oneByOne: true });
};

/** Everybody who arrives or stays on says hello, up to the goodbye. */
const met = async (kiosk: Driver): Promise<void> => {
  const { id, introductions } = await kiosk.round();
  for (const { participant } of introductions)
    await kiosk.tap({ type: 'record', round: id, participant, verdict: introduced });
};

const goodbyeSaid = async (kiosk: Driver): Promise<void> =>
  kiosk.tap({ type: 'say-goodbye', round: (await kiosk.round()).id });

/** The face, and then the finger is gone from it. */
const touchFace = (name: RegExp): Touch => both(pick(name), (page) => page.mouse.move(0, 0));

/** A shift change by the demo's schedule of the late evening: two nurses. */
const twoNurses = 5;

export const ofTheShift: readonly Scene[] = [
  {
    name: 'shift-card',
    before: async (kiosk) => {
      await ended(kiosk);
      await kiosk.open(twoNurses);
      await kiosk.choose({ withMe: 'family' });
      await begun(kiosk);
    },
  },
  { name: 'shift-goodbye', before: met },
  { name: 'shift-goodbye-stays', touch: touchFace(/^Thandi/u), after: reload, only: sheets },
  { name: 'shift-board', before: goodbyeSaid, only: seenByAll },
  { name: 'shift-next', touch: press('shift:next'), after: reload },
  {
    name: 'shift-goodbye-many',
    before: async (kiosk) => {
      await ended(kiosk);
      const long = await kiosk.visitor('María del Carmen Fernández Villavicencio', 'bedside-nurse');
      const single = await kiosk.visitor('Wolfeschlegelsteinhausen', 'nursing-assistant');
      await kiosk.openShift([...(await kiosk.people()).slice(0, 10), long, single]);
      await begun(kiosk);
      await met(kiosk);
    },
  },
  {
    name: 'shift-goodbye-large',
    before: (kiosk) => kiosk.choose({ largerText: true }),
    touch: reload,
    only: few,
    scrolls: true,
  },
];
