import type { Driver } from './driver.ts';
import { inARow, type Scene, sheets } from './scene.ts';
import { both, inTwice, onPaper, press, type Touch } from './touches.ts';

/** A round for the patient, held with everybody; then the board. */
const held = async (kiosk: Driver): Promise<void> => {
  await kiosk.tap({ type: 'open-round', kind: 'patient' });
  const { id, introductions } = await kiosk.round();
  await kiosk.tap({ type: 'start-round', round: id, language: kiosk.language, oneByOne: false });
  for (const { participant } of introductions)
    await kiosk.tap({
      ...{ type: 'record', round: id, participant },
      verdict: { status: 'introduced', method: 'self', reason: null },
    });
  await kiosk.tap({ type: 'end-round', round: id, outcome: 'completed', beforeSedation: true });
};

const codeIsThere: Touch = (page) => page.locator('[role="dialog"] svg[role="img"]').first().waitFor();
const takeAlong = both(press('board:takeAlong'), codeIsThere);

const printed: Scene = {
  name: 'leave-page',
  touch: both(takeAlong, press('leave:print'), onPaper),
  only: /^800x1280-day/u,
  scrolls: true,
};

/** What the patient takes along, for a team, for one whose patient reads Arabic, and for a crowd. */
export const ofTheLeaveBehind: readonly Scene[] = [
  ...inARow(
    {
      name: 'leave',
      before: async (kiosk) => {
        await kiosk.open(0);
        await held(kiosk);
      },
      touch: takeAlong,
      phone: true,
    },
    { name: 'leave-large', touch: both(takeAlong, inTwice), only: sheets, scrolls: true },
    printed,
    {
      name: 'leave-in-arabic',
      before: (kiosk) => kiosk.choose({ language: 'ar' }),
      touch: takeAlong,
      only: /-day-en/u,
    },
    { ...printed, name: 'leave-page-in-arabic', only: /^800x1280-day-en/u },
  ),
  ...inARow(
    {
      name: 'leave-several',
      before: async (kiosk) => {
        await kiosk.openWith(await kiosk.crowd(16));
        await held(kiosk);
      },
      touch: takeAlong,
      only: sheets,
    },
    { ...printed, name: 'leave-page-of-sixteen', only: /^800x1280-day-/u },
  ),
];
