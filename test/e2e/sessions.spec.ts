import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { demoPersonId } from '../../electron/services/demo.ts';
import { openDevice } from '../../electron/services/open-device.ts';
import { carryOut, openSession } from '../../electron/services/sessions.ts';
import { changeFromView } from '../../electron/services/settings-view.ts';
import { steadyClock } from '../support/steady-clock.ts';
import { auditor, manager, signIn, test } from './as-manager.ts';
import { expect } from './kiosk-test.ts';
import { wordsIn } from './words.ts';

const say = wordsIn('en');
const bedside = { kind: 'bedside' } as const;

/** A time-out in which Amara is marked as introduced by mistake, which is taken back; then that she was not there. */
const mistakenSession = (folder: string, now = new Date()): void => {
  const device = openDevice({ folder, clock: steadyClock(now) });
  const [session, round, slip] = [device.newId(), device.newId(), device.newId()];
  const team = [
    { person: demoPersonId('amara'), role: 'anesthesiologist' as const },
    { person: demoPersonId('kofi'), role: 'surgeon' as const },
  ];
  const occasion = { kind: 'surgery', scheduled: null, urgency: 'urgent', interpreter: 'none' } as const;
  carryOut(device, { type: 'open-session', id: session, ...occasion, team }, bedside);
  const timeOut = { type: 'open-round', id: round, session, kind: 'team', language: 'en' } as const;
  carryOut(device, { ...timeOut, without: [] }, bedside);
  const participant = openSession(device)?.participants[0]?.id ?? '';
  const about = { type: 'record', session, round, participant, corrects: null } as const;
  const introduced = { status: 'introduced', method: 'self', reason: null } as const;
  const absent = { status: 'absent', method: null, reason: 'called-away' } as const;
  carryOut(device, { ...about, id: slip, verdict: introduced }, bedside);
  carryOut(device, { type: 'undo', id: device.newId(), session, of: slip }, bedside);
  carryOut(device, { ...about, id: device.newId(), verdict: absent }, bedside);
  const end = { type: 'end-round', session, round, reason: null, beforeSedation: null } as const;
  carryOut(device, { ...end, id: device.newId(), outcome: 'stopped' }, bedside);
  carryOut(device, { type: 'close-session', id: device.newId(), session }, bedside);
  const names = { id: device.newId(), change: { names: 'first-and-initial' as const } };
  changeFromView(device, { kind: 'command-line' }, names);
  device.close();
};

test.use({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the first argument destructured
  prepare: async ({}, use) => use(mistakenSession),
});

const go = (page: Page, section: string) =>
  page
    .getByRole('navigation', { name: say('manage:nav') })
    .getByRole('button', { name: say(`manage:sections.${section}`), exact: true })
    .click();

const sound = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};

test('a manager finds the session behind a complaint, sees what was taken back, and has it proven', async ({
  page,
}) => {
  await signIn(page, manager);
  await go(page, 'sessions');
  await page.getByRole('button', { name: say('sessions:filter.mark') }).click();
  await page.getByRole('option', { name: say('sessions:mark.corrected') }).click();
  await expect(page.getByText(say('sessions:found_one').replace('{{count, number}}', '1'))).toBeVisible();
  await sound(page);
  // Wherever it is touched, a row opens: what leads there lies over all of it.
  await page.getByRole('cell', { name: say('sessions:mark.corrected') }).tap({ force: true });

  await expect(page.getByRole('heading', { level: 1, name: /Surgery/u })).toBeFocused();
  const timeline = page.getByRole('region', { name: say('sessions:timeline') });
  const struck = timeline.getByRole('deletion');
  await expect(struck).toHaveText(/Amara.*: introduced, by their own tap/u);
  const lines = timeline.getByRole('listitem');
  const taken = lines.filter({ has: page.getByRole('deletion') });
  const undone = lines.filter({ hasText: /What was recorded of .*Amara.* was taken back/u });
  await taken.getByRole('button', { name: /^Taken back at/u }).click();
  await expect(undone).toBeFocused();
  await undone.getByRole('button', { name: /^Takes back/u }).click();
  await expect(taken).toBeFocused();
  await expect(lines.filter({ hasText: /Amara.*: not there\. Called away\./u })).toBeVisible();
  await sound(page);

  await page.getByRole('button', { name: say('sessions:back') }).click();
  const row = page.getByRole('rowheader').getByRole('button');
  await expect(row).toBeFocused();
  await expect(page.getByRole('button', { name: say('sessions:filter.mark') })).toContainText(
    say('sessions:mark.corrected'),
  );
  await row.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Surgery/u })).toBeFocused();

  await page.getByRole('button', { name: say('sessions:inLog') }).click();
  await page.getByRole('button', { name: say('log:browse.toSession') }).click();
  await page.getByRole('button', { name: say('sessions:back') }).click();
  // What was looked for is there again.
  await expect(page.getByRole('button', { name: say('sessions:filter.clear') })).toBeVisible();

  await go(page, 'log');
  await expect(page.getByText(/^Names\. Before: .+\. Now: First name and initial\.$/u)).toBeVisible();
  await page.getByRole('button', { name: say('kiosk:checkpoint.show') }).click();
  await expect(page.getByRole('img', { name: say('kiosk:checkpoint.code') })).toBeVisible();
  await page.getByRole('button', { name: say('log:check.begin') }).click();
  await expect(page.getByText(/^All is well: entries 1 to \d+ are what was recorded/u)).toBeVisible({
    timeout: 20_000,
  });
  const line = page.getByRole('row', { name: /What was recorded of .*Amara.* was taken back/u });
  await line.getByRole('button').click();
  const entry = page.getByRole('dialog');
  await expect(entry.getByText(/is in the record that was signed on/u)).toBeVisible();
  await expect(entry.getByText('"type":"introduction-withdrawn"')).toBeVisible();
  await sound(page);
  await entry.getByRole('button', { name: say('log:entry.session') }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Surgery/u })).toBeVisible();
  await expect(page.getByText(say('log:event.log-read-session')).first()).toBeVisible();
});

test.describe('with a month before', () => {
  test.use({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the first argument destructured
    prepare: async ({}, use) =>
      use((folder) => {
        const now = new Date();
        mistakenSession(folder, new Date(now.getFullYear(), now.getMonth() - 1, 15, 9));
        mistakenSession(folder, now);
      }),
  });

  test('from a figure, and by the keyboard from a point of its chart, a manager comes to the sessions and back', async ({
    page,
  }) => {
    await signIn(page, manager);
    await page.getByRole('button', { name: say('figures:filter.period') }).click();
    await page.getByRole('option', { name: say('figures:period.this-month') }).click();
    const figure = say('figures:share.teamCompleteness');
    const about = page.getByRole('button', { name: say('figures:about').replace('{{figure}}', figure) });
    await about.click();
    await page.getByRole('button', { name: say('sessions:behind.all') }).click();
    await expect(page.getByRole('rowheader').getByRole('button')).toHaveCount(1);
    await expect(page.getByLabel(say('sessions:filter.from'))).toHaveValue(/-01$/u);
    await sound(page);
    await page.getByRole('button', { name: say('sessions:toFigures') }).click();
    await about.press('Enter');
    await expect(page.getByRole('button', { name: say('figures:filter.period') })).toContainText(
      say('figures:period.this-month'),
    );
    await sound(page);
    await page.getByRole('button', { name: say('sessions:behind.point') }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: say('sessions:title') })).toBeFocused();
    await expect(page.getByRole('rowheader').getByRole('button')).toHaveCount(1);
    await page.getByRole('button', { name: say('sessions:toFigures') }).press('Enter');
    // A reason leads to the session in which it was given.
    await page.getByRole('button', { name: say('common:reason.called-away') }).tap();
    await expect(page.getByRole('button', { name: say('sessions:filter.reason') })).toContainText(
      say('common:reason.called-away'),
    );
    await expect(page.getByRole('rowheader').getByRole('button')).toHaveCount(1);
  });
});

test('an auditor finds whose sessions they were, and that is in the log', async ({ page }) => {
  await signIn(page, auditor);
  await go(page, 'sessions');
  await page.getByRole('button', { name: say('sessions:filter.anybody') }).click();
  await page.getByRole('textbox', { name: say('sessions:filter.find') }).fill('kof');
  await page.getByRole('dialog').getByRole('button', { name: /Kofi/u }).click();
  await expect(page.getByRole('rowheader').getByRole('button')).toHaveCount(1);
  await go(page, 'log');
  await expect(page.getByText(/^The sessions of .*Kofi.* were looked for\. Found: 1\./u)).toBeVisible();
});
