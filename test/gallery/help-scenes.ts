import { few, type Scene, sheets } from './scene.ts';
import { both, inTwice, leftHanded, pick, press, type Touch } from './touches.ts';

const follow = press('guide:title');

const touchFrom =
  (key: string): Touch =>
  async (page, kiosk) => {
    await page.locator('aside').waitFor();
    await press(key)(page, kiosk);
  };

/** Help on the resting screen and on the start screen, and how the screen is held. */
export const ofHelp: readonly Scene[] = [
  { name: 'resting-large', touch: inTwice, scrolls: true },
  { name: 'resting-left-hand', touch: leftHanded, only: few },
  {
    name: 'kiosk-large',
    touch: both(press('kiosk:name'), inTwice),
    scrolls: true,
    only: sheets,
  },
  { name: 'guide-resting', touch: follow },
  {
    name: 'guide-start',
    touch: both(follow, touchFrom('resting:start'), (page) =>
      page.getByRole('button', { name: /Amara/u }).first().waitFor(),
    ),
  },
  { name: 'guide-start-team', touch: both(follow, touchFrom('resting:start'), pick(/8:30/u)) },
];
