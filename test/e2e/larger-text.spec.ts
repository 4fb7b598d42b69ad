import type { Page } from '@playwright/test';
import { finger } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { button, heading, startScheduled } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');
const arrow = (page: Page) => page.locator('main [data-reach] button');
const reach = (page: Page) => page.locator('main [data-reach]');

const beginInLargerText = async (page: Page) => {
  const hand = finger(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await startScheduled(page, en, hand);
  await hand.press(button(page, en('welcome:largerText')));
  await expect(reach(page)).toHaveAttribute('data-reach', 'more');
  await hand.press(button(page, en('welcome:begin')));
  await expect(heading(page)).toHaveText('Kofi');
  return hand;
};

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
  { width: 1024, height: 768 },
])
  test(`in larger text, ${viewport.width}×${viewport.height}, a card shows that it goes on, and its other answers are reached without a swipe`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    const { press, pressAfterWords } = await beginInLargerText(page);
    const notNow = button(page, en('patient:notNow'));
    await expect(notNow).not.toBeInViewport();
    await expect(reach(page)).toHaveAttribute('data-reach', 'more');
    for (let pressed = 0; (await reach(page).getAttribute('data-reach')) === 'more'; pressed += 1) {
      expect(pressed).toBeLessThan(5);
      const before = await page.evaluate(() => window.scrollY);
      await pressAfterWords(arrow(page));
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(before);
    }
    await expect(notNow).toBeInViewport({ ratio: 1 });
    await pressAfterWords(arrow(page));
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
    await press(button(page, en('patient:met')));
    await expect(heading(page)).toHaveText('Amara');
    await expect(heading(page)).toBeInViewport({ ratio: 1 });
  });

test('keys and screen readers pass the arrow by, and what has the focus lies under nothing', async ({
  page,
}) => {
  await beginInLargerText(page);
  await expect(arrow(page)).toBeVisible();
  await expect(page.getByRole('main').getByRole('button', { name: /^$/u })).toHaveCount(0);
  for (const key of ['question', 'notNow', 'notHere', 'met']) {
    const target = button(page, en(`patient:${key}`, { name: 'Kofi' }));
    for (let tabs = 0; !(await target.evaluate((one) => one.matches(':focus'))); tabs += 1) {
      expect(tabs).toBeLessThan(8);
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeInViewport({ ratio: 1 });
    const isUncovered = await target.evaluate((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return one.contains(document.elementFromPoint(x + width / 2, y + height - 4));
    });
    expect(isUncovered, key).toBe(true);
  }
});

test('in larger text the whole face stands with the answer of the little check, right or not', async ({
  page,
}) => {
  const { press, pressAfterWords } = await beginInLargerText(page);
  for (const name of ['Kofi', 'Amara', 'Inês', 'Yusuf', 'Linh', 'Rosa']) {
    await expect(heading(page)).toHaveText(name);
    await pressAfterWords(button(page, en('patient:met')));
  }
  await press(button(page, en('recall:offer')));
  await press(button(page, en('recall:face', { number: '1' })));
  await expect(button(page, en('recall:back'))).toBeInViewport({ ratio: 1 });
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 800, height: 1280 },
  ]) {
    await page.setViewportSize(viewport);
    const face = await page.getByRole('main').locator('img').first().boundingBox();
    expect((face?.width ?? 0) / (face?.height ?? 1)).toBeCloseTo(0.8, 1);
    expect((face?.y ?? 0) + (face?.height ?? 0)).toBeLessThan(viewport.height);
  }
});
