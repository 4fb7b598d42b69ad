import { finger, keyboard } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { loggedIn } from './record.ts';
import { button, choice, heading } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');
const ar = wordsIn('ar');

test('how the screen is lit and held counts at once in every window, and the log says that somebody changed it', async ({
  page,
  kiosk,
  context,
  folder,
  listen,
}) => {
  const { press } = finger(page);
  const other = await context.newPage();
  await listen(other);
  await other.goto(new URL('/', kiosk.link).href);
  await expect(heading(other)).toBeVisible();
  const hint = other.getByText(en('resting:hint'));
  await expect(hint).toBeVisible();
  const html = other.locator('html');
  await press(button(page, en('kiosk:name')));
  await press(choice(page, en('kiosk:display.light'), en('kiosk:display.mode.night')));
  await expect(html).toHaveAttribute('data-theme', 'night');
  await press(choice(page, en('kiosk:display.hold'), en('kiosk:display.side.left')));
  await expect(html).toHaveAttribute('data-hand', 'left');
  await press(button(page, en('kiosk:display.hints')));
  await expect(hint).toHaveCount(0);
  await expect(page.getByRole('radio', { name: en('kiosk:display.mode.night') })).toBeChecked();
  await expect(button(page, en('kiosk:display.hints'))).toHaveAttribute('aria-pressed', 'false');
  expect(
    loggedIn(folder, 'settings-changed')
      .slice(-3)
      .map(({ data }) => data.settings),
  ).toEqual([['theme'], ['hand'], ['hints']]);
});

test('the sheet says of every language whether a clinician has read it', async ({ page }) => {
  await finger(page).press(button(page, en('kiosk:name')));
  const languages = page.getByRole('dialog').getByRole('listitem');
  await expect(languages.first()).toContainText('English');
  await expect(languages.filter({ hasText: 'العربية' })).toContainText(en('kiosk:languages.notReviewed'));
});

test('the resting screen and its sheet go by keyboard alone', async ({ page }) => {
  const { press } = keyboard(page);
  await press(button(page, en('kiosk:name')));
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await keyboard(page, 'Space').press(button(page, en('kiosk:display.hints')));
  await expect(page.getByText(en('kiosk:hint'))).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(button(page, en('kiosk:name'))).toBeFocused();
  await press(button(page, en('guide:title')));
  await press(button(page, en('guide:leave')));
  await press(button(page, en('suggestions:title')));
  await expect(dialog).toBeVisible();
});

test.describe('where lines run from right to left', () => {
  test.use({ spoken: 'ar' });

  test('the side that is chosen is the side where the main button stands', async ({ page }) => {
    const { press } = finger(page);
    const middle = 640;
    const startAt = async () => {
      const box = await button(page, ar('resting:start')).boundingBox();
      return (box?.x ?? 0) + (box?.width ?? 0) / 2;
    };
    await expect(heading(page)).toBeVisible();
    expect(await startAt()).toBeGreaterThan(middle);
    await press(button(page, ar('kiosk:name')));
    const sides = page.getByRole('radiogroup').nth(1);
    const left = sides.locator('label', { hasText: ar('kiosk:display.side.left') });
    const right = sides.locator('label', { hasText: ar('kiosk:display.side.right') });
    await expect(right.getByRole('radio')).toBeChecked();
    expect((await left.boundingBox())?.x).toBeLessThan((await right.boundingBox())?.x ?? 0);
    await press(left);
    await expect(left.getByRole('radio')).toBeChecked();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await startAt()).toBeLessThan(middle);
  });
});
