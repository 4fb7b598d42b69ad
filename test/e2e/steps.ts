import { expect, type Locator, type Page } from '@playwright/test';
import team from '../../resources/demo/team.json' with { type: 'json' };
import type { Hand } from './hands.ts';
import { misfits } from './measure.ts';
import type { Say } from './words.ts';

/** Where things are on the screens, as people find them: by what is written on them. */

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true });

/** The whole screen’s heading; on a card it is the person’s name. */
export const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 });

/** What can be chosen on the welcome screen, by its words. */
export const choice = (page: Page, group: string, name: string): Locator =>
  page.getByRole('radiogroup', { name: group }).getByText(name, { exact: true });

/** Somebody on the board, in the time-out or in the picture of the team. */
export const faceOf = (page: Page, name: string): Locator =>
  page.getByRole('main').getByRole('button', { name: new RegExp(`^${name}(?!\\s*[:：])`, 'u') });

/** The dots beside somebody in the time-out. */
export const otherFor = (page: Page, say: Say, name: string): Locator =>
  button(page, say('team:other', { name }));

/** From the resting screen to the patient’s, with the team of the first scheduled session. */
export const startScheduled = async (page: Page, say: Say, { press }: Hand): Promise<void> => {
  await press(button(page, say('resting:start')));
  await press(page.getByRole('button', { name: /8:30/u }));
  await press(button(page, say('start:hand')));
};

/** From the resting screen to the first card: the patient chose nothing but to begin. */
export const beginScheduled = async (page: Page, say: Say, hand: Hand): Promise<void> => {
  await startScheduled(page, say, hand);
  await hand.press(button(page, say('welcome:begin')));
  await expect(heading(page)).toHaveText('Kofi');
};

/** From the resting screen to the board of the first scheduled session: nobody was introduced. */
export const openBoard = async (page: Page, say: Say, { press }: Pick<Hand, 'press'>): Promise<void> => {
  await press(button(page, say('resting:start')));
  await press(page.getByRole('button', { name: /8:30/u }));
  await press(button(page, say('start:boardOnly')));
  await expect(heading(page)).toHaveText(say('board:title'));
};

/** The badge of somebody in the demo team, by the name they go by. */
export const badgeOf = (name: string): string => {
  const found = team.find((one) => (one.preferred ?? one.given) === name);
  if (found === undefined) throw new Error(`${name} is not in the demo team`);
  return found.badge;
};

/** What is wrong with how a screen of the staff is laid out on any tablet, each in a sentence. */
export const misfitsOnTablets = async (page: Page): Promise<string[]> => {
  const found: string[] = [];
  for (const [width, height] of [
    [800, 1280],
    [1024, 768],
    [1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.evaluate(() => document.fonts.ready);
    const problems = await misfits(page, { largeTargets: false, onOneScreen: true });
    found.push(...problems.map((problem) => `${width}×${height}: ${problem}`));
  }
  return found;
};

/** Waits for somebody’s card and presses its button when they have spoken; gives how many presses that took. */
export const meet = async (page: Page, say: Say, hand: Hand, name: string): Promise<number> => {
  await expect(heading(page)).toHaveText(name);
  hand.counted();
  await hand.pressAfterWords(button(page, say('patient:met')));
  return hand.counted();
};

/** Marks somebody in the time-out as having spoken; gives how many presses that took. */
export const mark = async (page: Page, say: Say, hand: Hand, name: string): Promise<number> => {
  hand.counted();
  await hand.press(faceOf(page, name));
  await expect(faceOf(page, name)).toContainText(say('team:status.introduced'));
  return hand.counted();
};

/** Ends the session on the board. */
export const endSession = async (page: Page, say: Say, { press }: Hand): Promise<void> => {
  await press(button(page, say('board:more')));
  await press(button(page, say('board:session.close')));
  await press(button(page, say('board:session.closeYes')));
  await expect(button(page, say('resting:start'))).toBeVisible();
};
