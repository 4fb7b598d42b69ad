import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Download, expect, type Page } from '@playwright/test';
import { verifyBundleFile } from '../../electron/services/verify/bundle-file.ts';
import { auditor, givePinAgain, signIn, test } from './as-manager.ts';
import { button } from './steps.ts';
import { wordsIn } from './words.ts';

const say = wordsIn('en');

// The browser says so of every answer that wants the PIN once more.
test.use({ tolerated: /403 .*\/manage\/exports\/(?:rows|bundles)$/u });

const openExports = (page: Page): Promise<void> =>
  page
    .getByRole('navigation', { name: say('manage:nav') })
    .getByRole('button', { name: say('manage:sections.exports') })
    .click();

/** Saves the file that is ready, and gives what the person then has. */
const saved = async (page: Page): Promise<{ file: string; name: string }> => {
  const coming: Promise<Download> = page.waitForEvent('download');
  await button(page, say('exports:save')).click();
  const download = await coming;
  return { file: await download.path(), name: download.suggestedFilename() };
};

const digestOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

test('a manager makes a file for the quality office, saves it, and finds it with its digest among what left', async ({
  page,
}) => {
  await signIn(page);
  await openExports(page);
  await page.getByText(say('exports:purpose.quality')).click();
  await page.getByRole('button', { name: say('exports:filter.period') }).click();
  await page.getByRole('option', { name: say('exports:period.this-month') }).click();
  await button(page, say('exports:begin')).click();
  await givePinAgain(page);
  const { file, name } = await saved(page);
  expect(name).toMatch(/^bedside-hello-summary-\d{4}-\d\d-01-to-\d{4}-\d\d-\d\d\.csv$/u);
  const card = page.getByRole('region', { name });
  await expect(card.getByRole('status')).toContainText(say('exports:state.fetched'));
  await expect(card).toContainText(say('exports:then.quality'));
  // Copied, a digest has no gaps.
  const digest = card.locator('bdi').last();
  expect(await digest.textContent()).toBe(digestOf(file));
  expect(readFileSync(file, 'utf8')).toContain('"patient_introduced"');
  const past = page.getByRole('region', { name: say('exports:past.title') }).getByRole('row');
  await expect(past.nth(1)).toContainText(say('exports:table.summary'));
  await past.nth(1).getByRole('button').click();
  await expect(page.getByRole('dialog').locator('bdi').last()).toHaveText(digestOf(file));
  await page.keyboard.press('Escape');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('main').analyze();
  expect(violations).toEqual([]);
});

test('an auditor is offered the record with its proof and nothing else, and it verifies', async ({
  page,
}) => {
  await signIn(page, auditor);
  await openExports(page);
  await expect(page.getByText(say('exports:purpose.quality'))).toHaveCount(0);
  await page.getByRole('button', { name: say('exports:filter.period') }).click();
  await page.getByRole('option', { name: say('exports:period.everything') }).click();
  await button(page, say('exports:begin')).click();
  // A PIN that is not given: nothing leaves, and it is said.
  await page.getByRole('dialog').press('Escape');
  await expect(page.getByText(say('exports:problem.not-confirmed'))).toBeVisible();
  await button(page, say('exports:begin')).click();
  await givePinAgain(page, auditor.pin);
  const { file, name } = await saved(page);
  expect(name).toMatch(/\.tar$/u);
  expect(verifyBundleFile(file, { key: null, anchors: [], witnesses: [] })).toMatchObject({ result: 'ok' });
});
