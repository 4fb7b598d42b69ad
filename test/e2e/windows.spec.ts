import type { Page } from '@playwright/test';
import { finger } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { button, heading, meet, startScheduled } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');

/** Keeps when the first touch lifted, or when the heading last changed: by the clock that all windows share. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const keep = (what: string) => {
      document.documentElement.dataset[what] ??= String(Date.now());
    };
    document.addEventListener('pointerup', () => keep('touched'), { capture: true });
    new MutationObserver(() => keep('changed')).observe(document.body, {
      characterData: true,
      childList: true,
      subtree: true,
    });
  });

const kept = async (page: Page, what: string): Promise<number> =>
  Number(await page.evaluate((name) => document.documentElement.dataset[name], what));

test('two windows on one device agree: what is tapped in one is shown in the other', async ({
  page,
  context,
  listen,
}) => {
  const hand = finger(page);
  const other = await context.newPage();
  await listen(other);
  await other.goto(new URL('/', page.url()).href);
  await expect(button(other, en('resting:start'))).toBeVisible();

  await startScheduled(page, en, hand);
  await expect(heading(other)).toHaveText(en('welcome:hello'));
  await hand.press(button(page, en('welcome:begin')));
  await expect(heading(other)).toHaveText('Kofi');

  await watch(page);
  await watch(other);
  await meet(page, en, hand, 'Kofi');
  await expect(heading(other)).toHaveText('Amara');
  const [touched, changed] = [await kept(page, 'touched'), await kept(other, 'changed')];
  console.log(`from the touch in one window to the new card in the other: ${changed - touched} ms`);

  const second = finger(other);
  await meet(other, en, second, 'Amara');
  await expect(heading(page)).toHaveText('Inês');
  await second.press(button(other, en('common:undo')));
  await expect(heading(page)).toHaveText('Amara');
});
