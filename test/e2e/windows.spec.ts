import { finger } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { painted, touched, watchTouch } from './paint.ts';
import { openAlso } from './room.ts';
import { button, heading, meet, startScheduled } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');

test('two windows on one device agree: what is tapped in one is shown in the other', async ({
  page,
  context,
  listen,
}) => {
  const hand = finger(page);
  const other = await openAlso(page, context, '/');
  await listen(other);
  await expect(button(other, en('resting:start'))).toBeVisible();

  await startScheduled(page, en, hand);
  await expect(heading(other)).toHaveText(en('welcome:hello'));
  await hand.press(button(page, en('welcome:begin')));
  await expect(heading(other)).toHaveText('Kofi');

  await watchTouch(page);
  const shown = painted(other, 'h1', ['Amara']);
  await meet(page, en, hand, 'Kofi');
  await expect(heading(other)).toHaveText('Amara');
  const late = (await shown) - (await touched(page));
  console.log(`from the touch in one window to the new card in the other: ${Math.round(late)} ms`);

  const second = finger(other);
  await meet(other, en, second, 'Amara');
  await expect(heading(page)).toHaveText('Inês');
  await second.press(button(other, en('common:undo')));
  await expect(heading(page)).toHaveText('Amara');
});
