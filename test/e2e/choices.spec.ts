import { finger } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { loggedIn } from './record.ts';
import { button, choice, heading } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');

test('what the patient chose last counts, also when they begin before the device has answered', async ({
  page,
  folder,
}) => {
  const { press } = finger(page);
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  await press(button(page, en('resting:start')));
  await press(page.getByRole('button', { name: /11:15/u }));
  await press(button(page, en('start:hand')));
  await page.route('**/api/choices', async (route) => {
    await answered;
    await route.continue();
  });
  await press(choice(page, en('welcome:students'), en('welcome:studentsNo')));
  await press(button(page, en('welcome:begin')));
  await expect(heading(page)).toHaveText(en('welcome:hello'));
  answer();
  await expect(heading(page)).toHaveText('Björn');
  const declined = loggedIn(folder, 'introduction-recorded').filter(({ data }) => data.status === 'declined');
  expect(declined).toHaveLength(1);
});
