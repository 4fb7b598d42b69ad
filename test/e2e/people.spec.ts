import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openDevice } from '../../electron/services/open-device.ts';
import { addVisitor } from '../../electron/services/people.ts';
import { auditor, givePinAgain, signIn, test } from './as-manager.ts';
import { scanBadge } from './hands.ts';
import { expect } from './kiosk-test.ts';
import { loggedIn } from './record.ts';
import { badgeOf, button } from './steps.ts';
import { wordsIn } from './words.ts';

const say = wordsIn('en');

test.use({
  // The browser says so where the PIN is wanted once more, or a name cannot be kept as it was typed.
  tolerated: /status of (?:403|422)/u,
  // Kofi was typed in a second time, as a visitor.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the first argument destructured
  prepare: async ({}, use) =>
    use((folder) => {
      const device = openDevice({ folder });
      addVisitor(device, { id: device.newId(), name: 'Kofi Mensah', role: 'surgeon' });
      device.close();
    }),
});

const openPeople = async (page: Page): Promise<void> => {
  await signIn(page);
  const nav = page.getByRole('navigation', { name: say('manage:nav') });
  await nav.getByRole('button', { name: say('manage:sections.people') }).click();
  await givePinAgain(page);
  await expect(page.getByRole('table')).toBeVisible();
};

const openPerson = async (page: Page, typed: string, name: RegExp): Promise<void> => {
  await page.getByLabel(say('people:find')).fill(typed);
  await page.getByRole('rowheader').getByRole('button', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
};

const saved = (page: Page, key: string) =>
  page.getByRole('status').filter({ hasText: say(`people:saved.${key}`) });

test('a manager finds somebody, corrects a name, gives a photo and a badge, and takes one step back', async ({
  page,
  folder,
}) => {
  await openPeople(page);
  await openPerson(page, 'zielin', /Tomasz/u);
  const axe = await new AxeBuilder({ page }).analyze();
  expect(axe.violations.map(({ id }) => id)).toEqual([]);

  await page.getByLabel(say('people:field.family')).fill('Zieli\u202eński');
  await button(page, say('people:save')).click();
  await expect(page.getByText(say('people:text.forbidden-character'))).toBeVisible();
  await page.getByLabel(say('people:field.family')).fill('Zielińska-Nowak');
  await button(page, say('people:save')).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tomasz Zielińska-Nowak');
  await button(page, say('common:undo')).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tomasz Zieliński');

  await button(page, say('people:photo.new')).first().click();
  const file = page.waitForEvent('filechooser');
  await button(page, say('card:photo.file')).click();
  await (await file).setFiles(`${import.meta.dirname}/../../resources/demo/photos/amara.webp`);
  await page.locator('input[type=date]').last().fill('2026-02-03');
  await button(page, say('card:photo.keep')).click();
  await expect(saved(page, 'photo')).toBeVisible();

  await button(page, say('people:badge.give')).click();
  await scanBadge(page, badgeOf('Mei'));
  await expect(page.getByRole('dialog')).toContainText('陈美');
  await button(page, say('people:badge.move')).click();
  await expect(page.getByRole('dialog')).toBeHidden();

  await button(page, say('people:retire.button')).click();
  await button(page, say('people:retire.do')).click();
  await expect(page.getByText(say('people:retire.left'))).toBeVisible();
  await button(page, say('people:retire.back')).click();
  await expect(saved(page, 'returned')).toBeVisible();
  const fields = loggedIn(folder, 'person-changed').map(({ data }) => data.fields);
  expect(fields).toEqual([['family'], ['photo']]);
  expect(loggedIn(folder, 'badge-assigned')).toHaveLength(1);
  expect(loggedIn(folder, 'person-put-back')).toHaveLength(1);
});

test('who is there twice is made one, and two again', async ({ page, folder }) => {
  await openPeople(page);
  await page
    .getByRole('navigation', { name: say('people:lookAfter'), exact: true })
    .getByRole('button', { name: new RegExp(say('people:filter.doubles'), 'u') })
    .click();
  await button(page, say('people:lookAtBoth')).click();
  const sides = page.getByRole('button', { name: say('people:pair.keep') });
  await expect(sides).toHaveCount(2);
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await sides.first().click();
  await button(page, say('people:pair.do')).click();
  await expect(saved(page, 'merged')).toBeVisible();
  await expect(page.getByText(say('people:same.merged', { name: 'Kofi Mensah' }))).toBeVisible();
  await button(page, say('people:allPeople')).click();
  await page.getByLabel(say('people:find')).fill('kofi');
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  await button(page, say('people:lastChanges')).click();
  await button(page, say('people:changes.putBack')).click();
  await expect(page.getByText(say('people:changes.none'))).toBeVisible();
  expect(loggedIn(folder, 'people-merged')).toHaveLength(1);
  expect(loggedIn(folder, 'person-put-back')).toHaveLength(1);
});

test('an auditor is not shown the list of people', async ({ page }) => {
  await signIn(page, auditor);
  const nav = page.getByRole('navigation', { name: say('manage:nav') });
  await expect(nav.getByRole('button', { name: say('manage:sections.log') })).toBeVisible();
  await expect(nav.getByRole('button', { name: say('manage:sections.people') })).toHaveCount(0);
});
