import type { Driver } from './driver.ts';
import { inARow, type Scene, sheets } from './scene.ts';
import { both, pick, press, type Touch } from './touches.ts';

const introduced = { status: 'introduced', method: 'self', reason: null } as const;

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
  ...inARow(
    {
      name: 'shift-card',
      before: async (kiosk) => {
        await kiosk.open(twoNurses);
        await kiosk.choose({ withMe: 'family' });
        await begun(kiosk);
      },
    },
    { name: 'shift-goodbye', before: met },
    { name: 'shift-goodbye-stays', touch: touchFace(/^Thandi/u), only: sheets },
    { name: 'shift-board', before: goodbyeSaid },
    { name: 'shift-next', eachWindow: true, touch: press('shift:next') },
  ),
  ...inARow(
    {
      name: 'shift-goodbye-many',
      before: async (kiosk) => {
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
      only: sheets,
      scrolls: true,
    },
  ),
];
