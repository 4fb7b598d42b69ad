import { finger } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { loggedIn } from './record.ts';
import { button, heading, openBoard } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');

test('somebody says what does not work; an empty note is asked for again, and a sent one is in the box once', async ({
  page,
  folder,
}) => {
  const { press } = finger(page);
  await press(button(page, en('suggestions:title')));
  const words = page.getByLabel(en('suggestions:label'));
  await words.fill('   ');
  await press(button(page, en('suggestions:send')));
  await expect(page.getByText(en('suggestions:empty'))).toBeVisible();
  await words.fill('x'.repeat(2_000));
  await expect(page.getByText(en('suggestions:over_other', { count: '1400' }))).toBeVisible();
  await words.fill('The button is too low.');
  await page.keyboard.press('Escape');
  await press(button(page, en('suggestions:title')));
  await expect(words).toHaveValue('The button is too low.');
  await press(button(page, en('suggestions:send')));
  await expect(page.getByText(en('suggestions:thanks'))).toBeVisible();
  expect(loggedIn(folder, 'suggestion-left')).toHaveLength(1);
  await press(button(page, en('suggestions:another')));
  await expect(words).toHaveValue('');
});

test('what somebody typed and did not put into the box is not read by the next', async ({ page }) => {
  const { press } = finger(page);
  await page.clock.install();
  const words = page.getByLabel(en('suggestions:label'));
  await press(button(page, en('suggestions:title')));
  await words.fill('The night shift is rude.');
  await page.keyboard.press('Escape');
  await page.clock.fastForward('00:31');
  await press(button(page, en('suggestions:title')));
  await expect(words).toHaveValue('');

  await words.fill('The night shift is rude.');
  await page.clock.fastForward('03:01');
  await expect(page.getByText(en('common:still.box'))).toBeVisible();
  await page.clock.fastForward('00:21');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await press(button(page, en('suggestions:title')));
  await expect(words).toHaveValue('');
});

test('the people in the room find the box on the board too, and are back there after it', async ({
  page,
  folder,
}) => {
  const { press } = finger(page);
  await openBoard(page, en, finger(page));
  await press(button(page, en('board:more')));
  await press(button(page, en('suggestions:title')));
  await page.getByLabel(en('suggestions:label')).fill('The board is too high.');
  await press(button(page, en('suggestions:send')));
  await expect(page.getByText(en('suggestions:thanks'))).toBeVisible();
  expect(loggedIn(folder, 'suggestion-left')).toHaveLength(1);
  await press(button(page, en('suggestions:close')));
  await expect(heading(page)).toHaveText(en('board:title'));
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
