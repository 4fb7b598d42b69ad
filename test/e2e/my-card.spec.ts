import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { findBrowser } from '../support/browser.ts';
import { finger, keyboard, scanBadge } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { loggedIn } from './record.ts';
import { badgeOf, button, faceOf, openBoard } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');
const { executablePath, args } = await findBrowser();

/** A browser with a camera and a microphone that see and hear something, and may be used. */
test.use({
  // The browser says of a badge or a PIN that opens no card that it was refused; and what records a test for when it
  // fails reads the photo as it is being chosen, by an address that the page itself may only show.
  tolerated:
    /^Failed to load resource: .* 409 \(Conflict\) \S+\/api\/own-card\/openings$|^Connecting to 'blob:.* violates .*"connect-src 'self'"|^The policy was broken: connect-src blob /u,
  launchOptions: {
    executablePath,
    args: [...args, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  },
});

/** Holds a badge to the reader until it was read: on a busy machine the page may hear its keys too far apart. */
const hold = (page: Page, code: string, seen: () => Promise<void>): Promise<void> =>
  expect(async () => {
    await scanBadge(page, code);
    await seen();
  }).toPass();
const soon = { timeout: 5_000 };

const openCard = async (page: Page, name: string): Promise<void> => {
  await finger(page).press(button(page, en('card:title')));
  await expect(page.getByText(en('card:who.badge'))).toBeVisible();
  await expect(button(page, 'Linh')).toBeVisible();
  await hold(page, badgeOf(name), () => expect(preview(page)).toContainText(name, soon));
};
const preview = (page: Page) => page.getByRole('region', { name: en('card:preview') });
const saved = (page: Page, field: string) => page.getByText(en(`card:saved.${field}`));

test('what somebody writes on their card is seen as they type, is saved as they go on, and stands on the board', async ({
  page,
  folder,
}) => {
  const { press } = finger(page);
  await openCard(page, 'Inês');
  const name = page.getByLabel(en('card:preferred'));
  await name.fill('Nê');
  await expect(preview(page)).toContainText('Nê');
  await page.getByLabel(en('card:sayIt')).fill('NEH');
  await expect(saved(page, 'preferred')).toBeVisible();
  await page.getByLabel(en('card:sayIt')).press('Enter');
  await expect(saved(page, 'say-it')).toBeVisible();
  await press(button(page, en('common:undo')));
  await expect(saved(page, 'undone')).toBeVisible();
  await expect(page.getByLabel(en('card:sayIt'))).toHaveValue('ee-NESH');
  await press(button(page, en('card:done')));
  // By the name they chose just now.
  await expect(page.getByText(en('problems:card-done', { name: 'Nê' }))).toBeVisible();
  await expect(button(page, en('resting:start'))).toBeVisible();

  await openBoard(page, en, finger(page));
  await expect(faceOf(page, 'Nê')).toBeVisible();
  expect(loggedIn(folder, 'card-changed').map(({ data }) => data.fields)).toEqual([
    ['preferred'],
    ['say-it'],
    ['say-it'],
  ]);
});

test('what cannot be kept stays typed with a word on why, and is not left behind unasked', async ({
  page,
}) => {
  const { press } = finger(page);
  await openCard(page, 'Inês');
  const line = page.getByLabel(en('card:line'));
  const long = 'I grow tomatoes. '.repeat(8);
  await line.fill(long);
  await line.press('Enter');
  await expect(page.getByText(en('card:text.too-long'))).toBeVisible();
  await expect(line).toHaveValue(long);
  await press(button(page, en('card:done')));
  await expect(page.getByText(en('card:notSaved'))).toBeVisible();
  await line.fill('I grow tomatoes.');
  await line.press('Enter');
  await expect(saved(page, 'line')).toBeVisible();
  await expect(preview(page)).toContainText('I grow tomatoes.');
  await press(button(page, en('card:done')));
  await expect(button(page, en('resting:start'))).toBeVisible();
});

test('whoever types and is done at once is done, however late the device answers', async ({
  page,
  folder,
}) => {
  const { press } = finger(page);
  await openCard(page, 'Inês');
  const answer = Promise.withResolvers<void>();
  await page.route('**/api/own-card/changes', async (route) => {
    await answer.promise;
    await route.continue();
  });
  const sent = page.waitForRequest('**/api/own-card/changes');
  await page.getByLabel(en('card:line')).fill('I grow tomatoes.');
  await press(button(page, en('card:done')));
  await sent;
  answer.resolve();
  await expect(button(page, en('resting:start'))).toBeVisible();
  expect(loggedIn(folder, 'card-changed').map(({ data }) => data.fields)).toEqual([['line']]);
});

test.describe('where the device cannot keep it', () => {
  test.use({ tolerated: /503/u });

  test('a failed save says so, loses nothing, and is tried again', async ({ page, folder }) => {
    const { press } = finger(page);
    await openCard(page, 'Inês');
    await page.route('**/api/own-card/changes', (route) => route.fulfill({ status: 503, body: '{}' }));
    const line = page.getByLabel(en('card:line'));
    await line.fill('I grow tomatoes.');
    await line.press('Enter');
    await expect(page.getByRole('alert')).toContainText(en('card:failed.happened'));
    await expect(line).toHaveValue('I grow tomatoes.');
    await page.unroute('**/api/own-card/changes');
    await press(button(page, en('card:failed.again')));
    await expect(saved(page, 'line')).toBeVisible();
    expect(loggedIn(folder, 'card-changed')).toHaveLength(1);
  });
});

test('somebody records how they say their name, hears it, and erases it', async ({ page, folder }) => {
  const { press } = finger(page);
  await openCard(page, 'Inês');
  await press(button(page, en('card:sound.record')));
  await expect(page.getByRole('timer')).toBeVisible();
  await expect(page.getByText(en('card:sound.now'))).toBeVisible();
  // The browser's own microphone beeps once a second; the recording ends by itself.
  await expect(saved(page, 'sound')).toBeVisible();
  const heard = page.waitForResponse(/\/sounds\/[0-9a-f]{64}\.wav$/u);
  await press(button(page, en('card:sound.listen')));
  const bytes = await (await heard).body();
  expect(bytes.subarray(0, 4).toString()).toBe('RIFF');
  expect(bytes.length).toBeLessThanOrEqual(160_044);
  await press(button(page, en('card:sound.erase')));
  await expect(button(page, en('card:sound.record'))).toBeVisible();
  expect(loggedIn(folder, 'card-changed').map(({ data }) => data.fields)).toEqual([['sound'], ['sound']]);
});

test('a photo comes from a file or from the camera, with its day; one that is none is refused in words', async ({
  page,
  folder,
}) => {
  const { press } = finger(page);
  const file = join(folder, 'me.png');
  await sharp({ create: { width: 900, height: 900, channels: 3, background: '#804020' } })
    .png()
    .toFile(file);
  await openCard(page, 'Inês');
  const before = await preview(page).locator('img').getAttribute('src');
  await press(button(page, en('card:photo.new')).first());
  const choose = async (chosen: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) =>
    page.locator('input[type=file]').setInputFiles(chosen);
  await choose({ name: 'me.gif', mimeType: 'image/gif', buffer: Buffer.from('GIF89a') });
  await expect(page.getByRole('alert')).toHaveText(en('card:photo.not-a-photo'));
  await choose({
    name: 'me.png',
    mimeType: 'image/png',
    buffer: Buffer.from('\x89PNG\r\n\x1a\nnothing', 'latin1'),
  });
  await expect(page.getByRole('alert')).toHaveText(en('card:photo.damaged'));
  await choose(file);
  await page.getByLabel(en('card:photo.when')).fill('2015-03-02');
  await press(button(page, en('card:photo.keep')));
  await expect(page.getByText(en('card:photo.tooOld_other', { count: '5' }))).toBeVisible();
  await expect(preview(page).locator('img')).toHaveCount(0);

  await press(button(page, en('card:photo.new')).first());
  await press(button(page, en('card:photo.camera')));
  await press(button(page, en('card:photo.shoot')));
  await press(button(page, en('card:photo.keep')));
  await expect(page.getByText(en('card:photo.thisYear'))).toBeVisible();
  await expect(preview(page).locator('img')).toHaveAttribute('src', /^\/photos\/[0-9a-f]{64}\.webp$/u);
  expect(await preview(page).locator('img').getAttribute('src')).not.toBe(before);
});

test('a PIN opens the card where there is no reader; a wrong one does not say what was wrong', async ({
  page,
  folder,
}) => {
  const { press } = finger(page);
  await openCard(page, 'Amara');
  await press(button(page, en('card:pin.choose')));
  const type = async (first: string, second: string) => {
    await page.getByLabel(en('card:pin.first')).fill(first);
    await page.getByLabel(en('card:pin.second')).fill(second);
    await press(button(page, en('card:pin.keep')));
  };
  await type('123456', '123456');
  await expect(page.getByText(en('card:pin.too-easy'))).toBeVisible();
  await type('483920', '483921');
  await expect(page.getByText(en('card:pin.different'))).toBeVisible();
  await type('483920', '483920');
  await expect(page.getByText(en('card:pin.set'))).toBeVisible();
  await press(button(page, en('card:done')));

  await press(button(page, en('card:title')));
  await press(button(page, en('card:who.pin')));
  const open = async (name: string, pin: string) => {
    await page.getByLabel(en('card:pinSheet.name')).fill(name);
    await page.getByRole('textbox', { name: en('card:pinSheet.pin'), exact: true }).fill(pin);
    await press(button(page, en('card:pinSheet.open')));
  };
  await open('Amara Okafor', '739104');
  await expect(page.getByRole('dialog')).toContainText(en('card:who.not-opened'));
  await open('amara okafor', '483920');
  await expect(preview(page)).toContainText('Amara');
  expect(loggedIn(folder, 'card-opened').at(-1)?.data.way).toBe('pin');
});

test('another badge opens another card; in the demo a face does; a stranger’s opens none', async ({
  page,
}) => {
  const { press } = finger(page);
  await openCard(page, 'Inês');
  await page.getByLabel(en('card:line')).fill('Only mine');
  await hold(page, badgeOf('Kofi'), () => expect(preview(page)).toContainText('Kofi', soon));
  await expect(preview(page)).not.toContainText('Only mine');
  await press(button(page, en('card:done')));
  await press(button(page, en('card:title')));
  await expect(button(page, 'Linh')).toBeVisible();
  const stranger = page.getByRole('alert').filter({ hasText: en('card:who.unknown-badge') });
  await hold(page, '9999000011', () => expect(stranger).toBeVisible(soon));
  // What was said of the badge is not said of a name and a PIN that nobody typed yet.
  await press(button(page, en('card:who.pin')));
  await expect(page.getByLabel(en('card:pinSheet.name'))).toBeVisible();
  await expect(page.getByText(en('card:who.unknown-badge'))).toHaveCount(0);
  await press(button(page, en('common:cancel')));
  await press(button(page, 'Linh'));
  await expect(preview(page)).toContainText('Linh');
});

test('without a finger: Tab and Enter lead through the whole card', async ({ page }) => {
  const { press } = keyboard(page);
  await press(button(page, en('card:title')));
  await press(button(page, 'Linh'));
  await expect(preview(page)).toContainText('Linh');
  await press(button(page, new RegExp(`^${en('card:change')}`, 'u')));
  await press(button(page, 'Deutsch'));
  await press(button(page, en('card:languageSheet.up', { name: 'Deutsch' })));
  await press(page.getByRole('dialog').getByRole('button', { name: en('card:languageSheet.done') }));
  await expect(preview(page)).toContainText('German');
  await press(button(page, en('card:done')));
  await expect(button(page, en('resting:start'))).toBeVisible();
});

test('whoever is done with their card is thanked for a moment; whoever goes without is not', async ({
  page,
}) => {
  const { press } = finger(page);
  const thanks = page.getByText(en('problems:card-done', { name: 'Kofi' }));
  await page.clock.install();
  await openCard(page, 'Kofi');
  await press(button(page, en('card:done')));
  await expect(thanks).toBeVisible();
  await page.clock.fastForward('00:07');
  await expect(thanks).toHaveCount(0);

  await openCard(page, 'Kofi');
  await page.clock.fastForward('01:31');
  await expect(page.getByText(en('common:still.card'))).toBeVisible();
  await page.clock.fastForward('00:21');
  await expect(button(page, en('resting:start'))).toBeVisible();
  await expect(thanks).toHaveCount(0);
});
