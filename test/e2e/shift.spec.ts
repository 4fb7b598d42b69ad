import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import team from '../../resources/demo/team.json' with { type: 'json' };
import { finger, scanBadge } from './hands.ts';
import { test as base, expect } from './kiosk-test.ts';
import { misfits } from './measure.ts';
import { kioskCommand, loggedIn, today } from './record.ts';
import { button, choice, faceOf, heading, meet } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');
const [olena, thandi] = ['Олена', 'Thandi'];

const badgeOf = (id: string): string => {
  const found = team.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} is not in the demo team`);
  return found.badge;
};

interface ShiftFixtures {
  arriving: string[];
  leaving: string[];
  /** At noon, where the tests live, somebody leaves and somebody arrives. */
  shift: undefined;
}

const test = base.extend<ShiftFixtures>({
  arriving: [['thandiwe'], { option: true }],
  leaving: [['olena'], { option: true }],
  shift: [
    async ({ page, folder, arriving, leaving }, use, testInfo) => {
      await expect(button(page, en('resting:start'))).toBeVisible();
      const schedule = testInfo.outputPath('schedule.csv');
      const list = (people: string[]) => people.map(badgeOf).join(';');
      writeFileSync(
        schedule,
        `date,time,place,unit,kind,arriving,leaving\n${today()},12:30,OR 3,Operating rooms,shift change,${list(arriving)},${list(leaving)}\n`,
      );
      expect(await kioskCommand('schedule', schedule, '--data', folder)).toContain('sessions: 1');
      await use(undefined);
    },
    { auto: true },
  ],
});

/** Everything that is wrong with how the screen is laid out, in every size of screen. */
const laidOut = async (page: Page, onOneScreen: boolean): Promise<string[]> => {
  const found: string[] = [];
  for (const size of [
    { width: 800, height: 1280 },
    { width: 1024, height: 768 },
    { width: 1920, height: 1080 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size);
    const wrong = await misfits(page, { largeTargets: true, onOneScreen });
    found.push(...wrong.map((one) => `${size.width}×${size.height}: ${one}`));
  }
  return found;
};

test('two nurses change shifts in five touches, from the resting screen to the new board', async ({
  page,
  folder,
}) => {
  const { press, pressAfterWords, counted } = finger(page);
  await press(button(page, en('resting:start')));
  await press(button(page, en('start:hand')));
  await press(button(page, en('welcome:begin')));

  await expect(heading(page)).toHaveText(thandi);
  await expect(page.getByText(en('shift:handover', { leaving: olena, arriving: thandi }))).toBeVisible();
  expect(await laidOut(page, true)).toEqual([]);
  await pressAfterWords(button(page, en('patient:met')));

  await expect(heading(page)).toContainText(olena);
  expect(await laidOut(page, true)).toEqual([]);
  await pressAfterWords(button(page, en('shift:goodbye.said')));

  await expect(heading(page)).toHaveText(en('board:title'));
  await expect(faceOf(page, thandi)).toContainText(en('board:met'));
  await expect(page.getByText(olena)).toHaveCount(0);
  expect(counted()).toBeLessThanOrEqual(5);
  // How urgent it is, is asked of an operation only.
  await press(button(page, en('board:more')));
  const choices = page.getByRole('dialog').getByRole('radiogroup');
  await expect(choices).toHaveCount(1);
  await expect(choices).toHaveAccessibleName(en('start:interpreter.label'));
  await page.keyboard.press('Escape');
  expect(loggedIn(folder, 'participant-left')).toHaveLength(1);
  expect(loggedIn(folder, 'introduction-recorded').map(({ data }) => data.status)).toEqual(['introduced']);
});

base('a scheduled surgery starts in four touches', async ({ page }) => {
  const { press, counted } = finger(page);
  await press(button(page, en('resting:start')));
  await press(button(page, en('start:hand')));
  await expect(heading(page)).toHaveText(en('welcome:hello'));
  expect(counted()).toBeLessThanOrEqual(4);
});

test('who comes and who goes is seen at once, and changed with one touch', async ({ page, folder }) => {
  const { press } = finger(page);
  await press(button(page, en('resting:start')));
  const group = (word: string) => page.getByRole('main').locator('dl > div').filter({ hasText: word });
  await expect(group(en('start:turnover.arriving'))).toContainText(thandi);
  await expect(group(en('start:turnover.leaving'))).toContainText(olena);

  const part = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}: `, 'u') });
  await press(part(olena));
  await expect(group(en('start:turnover.staying'))).toContainText(olena);
  await press(part(thandi));
  await expect(group(en('start:turnover.leaving'))).toContainText(thandi);
  await press(page.getByRole('button', { name: /^Fatima/u }));
  await expect(group(en('start:turnover.arriving'))).toContainText('Fatima');
  expect(await misfits(page, { largeTargets: false, onOneScreen: true })).toEqual([]);

  await press(button(page, en('start:hand')));
  await expect(heading(page)).toHaveText(en('welcome:hello'));
  const parts = loggedIn(folder, 'participant-joined').map(({ data }) => data.part ?? null);
  expect([...parts].sort()).toEqual(['arriving', 'leaving', null]);
});

test('under a face stand two things that do something else, each large enough, and apart', async ({
  page,
}) => {
  const { press } = finger(page);
  await press(button(page, en('resting:start')));
  const face = page.getByRole('listitem').filter({ has: page.getByText(en('start:part.leaving')) });
  await expect(face).toHaveCount(1);
  for (const text of ['usual', 'large']) {
    await page.evaluate((size) => {
      document.documentElement.dataset.text = size;
    }, text);
    const boxes = await face
      .getByRole('button')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    expect(boxes).toHaveLength(3);
    for (const [at, { height, bottom }] of boxes.entries()) {
      expect(height).toBeGreaterThanOrEqual(48);
      const below = boxes[at + 1];
      if (below !== undefined) expect(below.top - bottom).toBeGreaterThanOrEqual(11.5);
    }
  }
});

test('a shift of those who leave alone is not handed to the patient', async ({ page }) => {
  const { press } = finger(page);
  await press(button(page, en('resting:start')));
  await press(page.getByRole('button', { name: thandi, exact: true }));
  await expect(page.getByText(en('start:nobodyArrives'))).toBeVisible();
  await expect(button(page, en('start:hand'))).toBeDisabled();
});

test('somebody stays after all, and a goodbye is taken back; the family is greeted', async ({ page }) => {
  const hand = finger(page);
  const { press, pressAfterWords } = hand;
  await press(button(page, en('resting:start')));
  await press(button(page, en('start:hand')));
  await press(choice(page, en('welcome:withMe'), en('welcome:companion.family')));
  await press(button(page, en('welcome:begin')));
  await expect(heading(page)).toHaveText(thandi);
  await expect(
    page.getByText(en('shift:cue.leaving.family', { leaving: olena, arriving: thandi })),
  ).toBeVisible();
  await meet(page, en, hand, thandi);

  await expect(page.getByText(en('shift:goodbye.cue.family'))).toBeVisible();
  await pressAfterWords(button(page, en('shift:goodbye.said')));
  await expect(heading(page)).toHaveText(en('board:title'));
  await press(button(page, en('common:undo')));
  await expect(heading(page)).toContainText(olena);
  await press(faceOf(page, olena));
  await expect(heading(page)).toHaveText(en('shift:goodbye.titleNobody'));
  await pressAfterWords(button(page, en('shift:goodbye.allStay')));
  await expect(heading(page)).toHaveText(en('board:title'));
  await expect(faceOf(page, olena)).toContainText(en('board:metBefore'));

  // Taken back once more it is as it was said.
  await press(button(page, en('common:undo')));
  await expect(heading(page)).toHaveText(en('shift:goodbye.titleNobody'));
  await expect(faceOf(page, olena)).toContainText(en('shift:goodbye.stays'));
});

for (const reason of ['asleep', 'away'])
  test(`the board changes while the patient is ${reason}`, async ({ page, folder }) => {
    const { press } = finger(page);
    await press(button(page, en('resting:start')));
    await press(button(page, en('start:hand')));
    await press(button(page, en('welcome:unable')));
    await press(button(page, en(`common:reason.${reason}`)));
    await expect(heading(page)).toHaveText(en('board:title'));
    await expect(faceOf(page, thandi)).toBeVisible();
    await expect(page.getByText(olena, { exact: true })).toHaveCount(0);
    // Whoever slept was shown nobody yet.
    await expect(button(page, en('board:introduce'))).toBeVisible();
    expect(loggedIn(folder, 'introduction-recorded').map(({ data }) => [data.status, data.reason])).toEqual([
      ['unable', reason],
    ]);
  });

test('with the board only, those who leave are gone from it at once', async ({ page }) => {
  const { press } = finger(page);
  await press(button(page, en('resting:start')));
  await press(button(page, en('start:boardOnly')));
  await expect(heading(page)).toHaveText(en('board:title'));
  await expect(faceOf(page, thandi)).toBeVisible();
  await expect(page.getByText(olena, { exact: true })).toHaveCount(0);
});

test('the next shift takes over from the board, and what the patient chose ends with the one before', async ({
  page,
  folder,
}) => {
  const hand = finger(page);
  const { press, counted } = hand;
  await press(button(page, en('resting:start')));
  await press(button(page, en('start:hand')));
  await page.getByLabel(en('welcome:callMe')).fill('María');
  await press(button(page, en('welcome:begin')));
  await meet(page, en, hand, thandi);
  await hand.pressAfterWords(button(page, en('shift:goodbye.said')));
  await expect(heading(page)).toHaveText(en('board:title'));

  counted();
  await press(button(page, en('shift:next')));
  await expect(heading(page)).toHaveText(en('start:nextTitle'));
  await expect(page.getByText(en('start:nextErases'))).toBeVisible();
  await scanBadge(page, badgeOf('olena'));
  await press(button(page, en('start:hand')));
  await expect(heading(page)).toHaveText(en('welcome:hello'));
  expect(counted()).toBe(2);
  await press(button(page, en('welcome:begin')));
  await meet(page, en, hand, olena);
  await expect(heading(page)).toContainText(thandi);
  expect(loggedIn(folder, 'session-opened')).toHaveLength(2);
  expect(loggedIn(folder, 'session-closed')).toHaveLength(1);
});

test('Back from choosing the next shift leaves everything as it was', async ({ page, folder }) => {
  const { press } = finger(page);
  await press(button(page, en('resting:start')));
  await press(button(page, en('start:boardOnly')));
  await press(button(page, en('shift:next')));
  await expect(heading(page)).toHaveText(en('start:nextTitle'));
  await press(button(page, en('start:back')));
  await expect(heading(page)).toHaveText(en('board:title'));
  expect(loggedIn(folder, 'session-closed')).toEqual([]);
});

test.describe('six and six', () => {
  test.use({
    arriving: ['amara', 'kofi', 'ines', 'yusuf', 'linh', 'thandiwe'],
    leaving: ['rosa', 'tom', 'fatima', 'mei', 'nadia', 'olena'],
  });

  test('change shifts; everybody has a place in every size of screen and of text', async ({ page }) => {
    const hand = finger(page);
    const { press } = hand;
    await press(button(page, en('resting:start')));
    await expect(page.getByText(en('start:chosen_other', { count: '12' }))).toBeVisible();
    await press(button(page, en('start:hand')));
    await press(button(page, en('welcome:largerText')));
    await press(button(page, en('welcome:begin')));
    for (const name of ['Amara', 'Kofi', 'Inês', 'Yusuf', 'Linh']) await meet(page, en, hand, name);
    expect(await laidOut(page, false)).toEqual([]);
    await meet(page, en, hand, thandi);
    await expect(heading(page)).toHaveText(en('shift:goodbye.titleMany'));
    expect(await laidOut(page, false)).toEqual([]);
    const faces = await page.locator('main li img').evaluateAll((all) => all.map((one) => one.clientWidth));
    expect(faces).toHaveLength(6);
    expect(Math.min(...faces)).toBeGreaterThan(100);
    await press(faceOf(page, 'Rosa'));
    await expect(faceOf(page, 'Rosa')).toContainText(en('shift:goodbye.stays'));
    await hand.pressAfterWords(button(page, en('shift:goodbye.said')));
    await expect(heading(page)).toHaveText(en('board:title'));
    await expect(page.getByRole('list', { name: en('board:title') }).getByRole('listitem')).toHaveCount(7);
  });
});
