import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { finger } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { loggedIn } from './record.ts';
import { button, heading, misfitsOnTablets, openBoard } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');
/** What a surgery takes besides one touch for each introduction; whoever needs more was not told the shortest way. */
const otherTouches = 9;
/** More sentences than the longest demo surgery has. */
const tooMany = 60;

const tour = (page: Page): Locator => page.getByRole('complementary', { name: en('guide:name') });
const sentence = (page: Page): Locator => tour(page).getByRole('status');

/** What stands out in the sentence, touched one after the other where it stands on the screen. */
const doAsTold = async (page: Page, touch: (target: Locator) => Promise<void>): Promise<void> => {
  for (const said of await sentence(page).locator('strong').allTextContents()) {
    const called = new RegExp(`^${said.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)}(?!:)`, 'u');
    const dialog = page.getByRole('dialog');
    const within = (await dialog.count()) > 0 ? dialog : page.getByRole('main');
    await touch(within.getByRole('button', { name: called }).first());
  }
};

test('whoever does only what the guide says finishes a whole surgery', async ({ page, folder }) => {
  const { press, pressAfterWords, counted } = finger(page);
  await press(button(page, en('guide:title')));
  counted();
  const steps: string[] = [];
  const end = en('guide:step.over').replace('{{button}}', en('resting:start'));
  for (let told = 0; told < tooMany; told += 1) {
    const text = (await sentence(page).textContent()) ?? '';
    if (text === end) break;
    steps.push(text.match(/^\d of 9/u)?.[0] ?? '');
    await doAsTold(page, pressAfterWords);
    await expect(sentence(page)).not.toHaveText(text);
  }
  await expect(sentence(page)).toHaveText(end);
  const introduced = loggedIn(folder, 'introduction-recorded').length;
  expect(introduced).toBeGreaterThanOrEqual(12);
  expect(counted()).toBeLessThanOrEqual(introduced + otherTouches);
  expect(steps).toEqual([...steps].sort());
  expect(new Set(steps).size).toBeGreaterThanOrEqual(8);
  expect(loggedIn(folder, 'session-closed')).toHaveLength(1);
  expect(loggedIn(folder, 'round-ended').map(({ data }) => data.outcome)).toEqual(['completed', 'completed']);
  await press(button(page, en('guide:close')));
  await expect(tour(page)).toHaveCount(0);
});

test('the guide can be left anywhere, and finds its place again when something else was touched', async ({
  page,
}) => {
  const { press } = finger(page);
  await press(button(page, en('guide:title')));
  await openBoard(page, en, { press });
  await expect(sentence(page)).toContainText(en('board:introduce'));
  await press(button(page, en('guide:leave')));
  await expect(tour(page)).toHaveCount(0);
  await expect(heading(page)).toHaveText(en('board:title'));
});

test('the guide takes its room from the screens: nothing is covered and nothing pushed out of sight', async ({
  page,
}) => {
  const { press } = finger(page);
  const found: string[] = [];
  const look = async (screen: string) => {
    for (const misfit of await misfitsOnTablets(page)) found.push(`${screen} ${misfit}`);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('aside').analyze();
    found.push(...violations.map(({ id, help }) => `${screen}: ${id}: ${help}`));
  };
  await press(button(page, en('guide:title')));
  await look('resting');
  await press(button(page, en('resting:start')));
  await press(page.getByRole('button', { name: /8:30/u }));
  await look('start');
  await press(button(page, en('start:hand')));
  await expect(heading(page)).toHaveText(en('welcome:hello'));
  await look('welcome');
  await press(button(page, en('welcome:begin')));
  await expect(heading(page)).toHaveText('Kofi');
  await look('card');
  expect(found).toEqual([]);
});

test.describe('on a device that is no demo', () => {
  test.use({ demo: false });

  test('nobody is offered a tour with an invented team', async ({ page }) => {
    await expect(button(page, en('resting:start'))).toBeVisible();
    await expect(button(page, en('guide:title'))).toHaveCount(0);
  });
});
