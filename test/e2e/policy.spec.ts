import { finger } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { button, heading } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');

test('the page runs nothing but its own files, and each style in it carries the nonce of its policy', async ({
  page,
}) => {
  await finger(page).press(button(page, en('resting:start')));
  await expect(heading(page)).toHaveText(en('start:title'));
  const answer = await page.reload();
  const policy = answer?.headers()['content-security-policy'] ?? '';
  const nonce = /style-src 'self' 'nonce-([\w-]{22})'/u.exec(policy)?.[1];
  expect(policy).toContain("default-src 'none'; script-src 'self';");

  // The style that react-aria injects comes with the first thing to press.
  await finger(page).press(button(page, en('resting:start')));
  await expect(heading(page)).toHaveText(en('start:title'));
  const nonces = () =>
    page.evaluate(() => [...new Set([...document.querySelectorAll('style')].map((style) => style.nonce))]);
  await expect.poll(nonces).toEqual([nonce]);
});

test.describe('a style without the nonce', () => {
  test.use({ tolerated: /^The policy was broken: style-src-elem inline|^Applying inline style violates/u });

  test('changes nothing', async ({ page }) => {
    await expect(button(page, en('resting:start'))).toBeVisible();
    const applied = await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'html { --injected: 1 }';
      document.head.append(style);
      return getComputedStyle(document.documentElement).getPropertyValue('--injected');
    });
    expect(applied).toBe('');
  });
});
