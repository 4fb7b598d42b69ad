import { startKiosk } from '../support/kiosk.ts';
import { finger } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { loggedIn } from './record.ts';
import { button, choice, heading, meet, startScheduled } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');
const es = wordsIn('es');

// The page goes on asking a kiosk that is not there, and the next one wants its own key.
test.use({ tolerated: /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED_ENCODING|401/u });

test('after kill -9 in the middle of the patient round the same card comes up, and nothing is pretended', async ({
  page,
  folder,
  kiosk,
}) => {
  const hand = finger(page);
  const introduced = () =>
    loggedIn(folder, 'introduction-recorded').filter(({ data }) => data.status === 'introduced').length;
  await startScheduled(page, en, hand);
  await hand.press(choice(page, en('welcome:language'), 'Español'));
  await hand.press(button(page, es('welcome:begin')));
  await meet(page, es, hand, 'Kofi');
  await meet(page, es, hand, 'Amara');
  await expect(heading(page)).toHaveText('Inês');
  await kiosk.kill();

  await test.step('a tap while the kiosk is down is not shown as recorded, and says so', async () => {
    await hand.pressAfterWords(button(page, es('patient:met')));
    const notice = page.getByRole('alert');
    await expect(notice).toContainText(es('problems:no-answer.happened'));
    await expect(notice).toContainText(es('problems:no-answer.recorded'));
    await expect(heading(page)).toHaveText('Inês');
    await expect(page.getByText(es('problems:reconnecting'))).toBeVisible();
    expect(introduced()).toBe(2);
  });

  const again = await startKiosk(folder, { port: Number(new URL(kiosk.link).port) });
  try {
    await page.goto(again.link);
    await expect(heading(page)).toHaveText('Inês');
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    expect(introduced()).toBe(2);
    await meet(page, es, hand, 'Inês');
    await expect(heading(page)).toHaveText('Yusuf');
    expect(introduced()).toBe(3);
  } finally {
    await again.kill();
  }
});

test('the kiosk stops when it is asked to, also while a page is open', async ({ page, kiosk, folder }) => {
  await expect(button(page, en('resting:start'))).toBeVisible();
  await kiosk.stop();
  expect(loggedIn(folder, 'kiosk-stopped')).toHaveLength(1);
});
