import type { Locator, Page } from '@playwright/test';
import { finger } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { button, heading } from './steps.ts';
import { wordsIn } from './words.ts';

/** How far apart, in px, the middle of a button must stand for another hand to find it where it reaches. */
const clearly = 150;

const hold = async (page: Page, hand: 'left' | 'right'): Promise<void> => {
  const before = await page.locator('html').getAttribute('data-hand');
  await page.evaluate(async (wanted) => {
    const headers = { 'content-type': 'application/json' };
    await fetch('/api/display', { method: 'POST', headers, body: JSON.stringify({ hand: wanted }) });
  }, hand);
  await expect(page.locator('html')).not.toHaveAttribute('data-hand', before ?? '');
};

const middleOf = async (target: Locator): Promise<number> => {
  const box = await target.boundingBox();
  if (box === null) throw new Error('What is to be pressed is not on the screen');
  return box.x + box.width / 2;
};

/** How far what is pressed moves to the right when the right hand reaches for the screen instead of the left. */
const movedBy = async (page: Page, primary: Locator): Promise<number> => {
  await expect(primary).toBeVisible();
  const right = await middleOf(primary);
  await hold(page, 'left');
  const left = await middleOf(primary);
  await hold(page, 'right');
  return Math.round(right - left);
};

for (const language of ['en', 'ar'] as const)
  test.describe(`in ${language}`, () => {
    test.use({ spoken: language });
    const say = wordsIn(language);

    test('what is pressed stands on the side of the hand, on every screen of a surgery', async ({ page }) => {
      const { press, pressAfterWords } = finger(page);
      const moved: Record<string, number> = {};
      const look = async (screen: string, primary: Locator) => {
        moved[screen] = await movedBy(page, primary);
      };
      await look('resting', button(page, say('resting:start')));
      await press(button(page, say('resting:start')));
      await press(page.getByRole('button', { name: /Kofi/u }).first());
      await look('start', button(page, say('start:hand')));
      await press(button(page, say('start:hand')));
      await look('welcome', button(page, say('welcome:begin')));
      await press(button(page, say('welcome:largerText')));
      await look('welcome in larger text', button(page, say('welcome:begin')));
      await press(button(page, say('welcome:largerText')));
      await press(button(page, say('welcome:begin')));
      await expect(heading(page)).toHaveText('Kofi');
      await look('card', button(page, say('patient:met')));
      for (const name of ['Kofi', 'Amara', 'Inês', 'Yusuf', 'Linh', 'Rosa']) {
        await expect(heading(page)).toHaveText(name);
        await pressAfterWords(button(page, say('patient:met')));
      }
      await look('together', button(page, say('patient:doneBefore')));
      await press(button(page, say('patient:doneBefore')));
      await look('board', button(page, say('board:timeOut')));
      await press(button(page, say('board:timeOut')));
      await look('time-out', page.getByRole('button', { name: new RegExp(`^${say('team:finish')}`, 'u') }));
      const stay = Object.entries(moved).filter(([, by]) => by < clearly);
      expect(stay).toEqual([]);
    });

    test('and so it does on somebody’s own card', async ({ page }) => {
      const { press } = finger(page);
      await press(button(page, say('card:title')));
      await press(page.getByRole('main').getByRole('button', { name: /Amara/u }).first());
      expect(await movedBy(page, button(page, say('card:done')))).toBeGreaterThanOrEqual(clearly);
    });
  });
