import type { Driver } from './driver.ts';
import type { Scene } from './scene.ts';
import { both, dismiss, press, type Touch } from './touches.ts';

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

/** What is printed, on paper as wide as the window, without its margins. */
const onPaper: Touch = async (page) => {
  await page.locator('body > article').waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
};
const printed: Scene = {
  name: 'leave-page',
  touch: both(takeAlong, press('leave:print'), onPaper),
  after: both((page) => page.emulateMedia({ media: null }), press('leave:close')),
  only: /^(?:800x1280|1280x800)-day/u,
  scrolls: true,
};

/** What the patient takes along, for a team, for one whose patient reads Arabic, and for a crowd. */
export const ofTheLeaveBehind: readonly Scene[] = [
  {
    name: 'leave',
    before: async (kiosk) => {
      if ((await kiosk.view()).session !== null) await kiosk.tap({ type: 'close-session' });
      await kiosk.open(0);
      await held(kiosk);
    },
    touch: takeAlong,
    after: dismiss,
  },
  printed,
  {
    name: 'leave-in-arabic',
    before: (kiosk) => kiosk.choose({ language: 'ar' }),
    touch: takeAlong,
    after: dismiss,
    only: /-day-en/u,
  },
  { ...printed, name: 'leave-page-in-arabic', only: /^800x1280-day-en/u },
  {
    name: 'leave-several',
    before: async (kiosk) => {
      await kiosk.tap({ type: 'close-session' });
      await kiosk.openWith();
      await held(kiosk);
    },
    touch: takeAlong,
    after: dismiss,
    only: /-day-/u,
  },
  { ...printed, name: 'leave-page-of-sixteen', only: /^800x1280-day-en/u },
];
