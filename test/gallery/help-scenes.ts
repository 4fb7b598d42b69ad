import { type Scene, sheets } from './scene.ts';
import { both, dismiss, pick, press, reload, type Touch } from './touches.ts';

const follow = press('guide:title');

/** Whatever stands beside a text that is twice as large. */
const large: Touch = (page) =>
  page.evaluate(() => {
    document.documentElement.dataset.text = 'large';
  });
const usual: Touch = (page) =>
  page.evaluate(() => {
    document.documentElement.dataset.text = 'usual';
  });

/** A hand that reaches from the left, in this window. */
const leftHand: Touch = (page) =>
  page.evaluate(() => {
    document.documentElement.dataset.hand = 'left';
  });
const rightHand: Touch = (page) =>
  page.evaluate(() => {
    document.documentElement.dataset.hand = 'right';
  });

const touchFrom =
  (key: string): Touch =>
  async (page, kiosk) => {
    await page.locator('aside').waitFor();
    await press(key)(page, kiosk);
  };

/** Help on the resting screen and on the start screen, and how the screen is held. */
export const ofHelp: readonly Scene[] = [
  { name: 'resting-large', touch: large, after: usual, scrolls: true },
  { name: 'resting-left-hand', touch: leftHand, after: rightHand },
  {
    name: 'kiosk-large',
    touch: both(press('kiosk:name'), large),
    after: both(usual, dismiss),
    scrolls: true,
    only: sheets,
  },
  { name: 'guide-resting', touch: follow, after: reload },
  {
    name: 'guide-start',
    touch: both(follow, touchFrom('resting:start'), (page) =>
      page.getByRole('button', { name: /Amara/u }).first().waitFor(),
    ),
    after: reload,
  },
  { name: 'guide-start-team', touch: both(follow, touchFrom('resting:start'), pick(/8:30/u)), after: reload },
];
