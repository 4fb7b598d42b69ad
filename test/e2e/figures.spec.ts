import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { dayAfter } from '../../core/figures/days.ts';
import { shares } from '../../core/rates/case.ts';
import { nameManager } from '../../electron/services/access/first-manager.ts';
import { readReport } from '../../electron/services/figures/read.ts';
import { openDevice } from '../../electron/services/open-device.ts';
import type { RatesDocument } from '../../electron/services/reports/document.ts';
import { simulate } from '../../electron/services/simulate/simulate.ts';
import { daysOf } from '../../renderer/screens/manage/parts/periods.ts';
import { logged } from '../electron/own-card/desk.ts';
import { auditor, givePinAgain, manager, signIn, test as withManager } from './as-manager.ts';
import { test as base } from './kiosk-test.ts';
import { button } from './steps.ts';
import { wordsIn } from './words.ts';

const say = wordsIn('en');

const dayNow = (): string => {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10);
};
const lastMonth = daysOf('last-month', dayNow());

/** A kiosk with some simulated months that end with the last one, and what the command line would report of it. */
const test = base.extend<{ counted: RatesDocument }>({
  demo: false,
  // The browser says so of every answer that wants the PIN once more.
  tolerated: /403 .*\/manage\/reports$/u,
  folder: async ({ folder }, use) => {
    simulate(folder, { sessions: 140, seed: 4, days: 92, until: lastMonth.to });
    const device = openDevice({ folder });
    await nameManager(device, { kind: 'command-line' }, manager);
    const report = await readReport(device, { ...lastMonth, by: null, withinUnit: true, invented: true });
    device.close();
    // Before the kiosk runs, which nobody else opens then.
    writeFileSync(join(folder, 'counted.json'), JSON.stringify(report));
    await use(folder);
  },
  counted: async ({ folder }, use) => {
    await use(JSON.parse(readFileSync(join(folder, 'counted.json'), 'utf8')));
  },
});

/** What a text of the screen says, with this in it. */
const filled = (key: string, values: Record<string, string>): string =>
  say(key).replace(/\{\{-?\s*(\w+)[^}]*\}\}/gu, (_, name: string) => values[name] ?? '');

/** What the chart of a figure and the table behind it are called. */
const titled = (figure: string): string => filled('figures:trend.chart', { figure });

const whole = new Intl.NumberFormat('en');

const sound = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};

/** How many pages a PDF of Chromium has. */
const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0;

test('the figures of the last month are what the report counts, with how each is counted and how it went; what was chosen stays', async ({
  page,
  counted,
}) => {
  await signIn(page);
  await expect(page.getByText(say('figures:invented'))).toBeVisible();
  const rows = page.getByRole('region', { name: say('figures:rates') }).getByRole('listitem');
  for (const name of shares) {
    const row = rows.filter({ hasText: say(`figures:share.${name}`) }).first();
    const share = counted.total.shares[name];
    if (share === undefined || 'suppressed' in share) throw new Error(`There is no ${name}`);
    const [n, N] = [whole.format(share.numerator), whole.format(share.denominator)];
    await expect(row).toContainText(filled('figures:of', { n, N }));
    await expect(row).toContainText(`${((100 * share.numerator) / share.denominator).toFixed(1)}%`);
  }
  const name = say('figures:share.patientIntroduction');
  await button(page, filled('figures:about', { figure: name })).click();
  const chart = page.getByRole('img', { name: titled(name) });
  await expect(chart.locator('svg path').first()).toBeAttached();
  await expect(page.getByText(say('figures:define.patientIntroduction.n'))).toBeVisible();
  await expect(page.getByText(/^From .* The middle line is all of this time together: /u)).toBeVisible();
  await button(page, say('figures:trend.table')).click();
  await expect(page.getByRole('table', { name: titled(name) }).getByRole('row')).toHaveCount(4);
  await sound(page);

  // What was chosen stays while another section is looked at.
  const picked = (key: string) => page.getByRole('button', { name: new RegExp(`${say(key)}$`, 'u') });
  await picked('figures:filter.kind').click();
  await page.getByRole('option', { name: say('figures:kind.shift-change') }).click();
  const sessions = page.getByText(/^\d+ sessions$/u);
  await expect(sessions).toBeVisible();
  const few = await sessions.textContent();
  const nav = page.getByRole('navigation', { name: say('manage:nav') });
  await nav.getByRole('button', { name: say('manage:sections.log'), exact: true }).click();
  await nav.getByRole('button', { name: say('manage:sections.figures'), exact: true }).click();
  await expect(sessions).toHaveText(few ?? '');
  await button(page, say('figures:filter.unset')).click();
  await expect(sessions).not.toHaveText(few ?? '');
  await picked('figures:filter.period').click();
  await page.getByRole('option', { name: say('figures:period.own') }).click();
  await page.getByLabel(say('figures:filter.to')).fill(dayAfter(lastMonth.from, -1));
  await expect(page.getByText(say('figures:filter.wrong'))).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: say('figures:rates') })).toBeVisible();
});

test('a report is printed on A4 and Letter with what it was counted from, and the log says so', async ({
  page,
  kiosk,
  folder,
}) => {
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', document.title);
  });
  await page.reload();
  await signIn(page);
  await button(page, say('report:open')).click();
  await page.getByText(say('report:within')).click();
  await button(page, say('report:make')).click();
  await givePinAgain(page);
  await expect(page.locator('body')).toHaveAttribute('data-printed', new RegExp(lastMonth.from, 'u'));
  await sound(page);
  for (const format of ['A4', 'Letter'] as const) {
    const pdf = await page.pdf({ format, tagged: true, outline: true });
    const pages = pagesIn(pdf);
    expect(pages, format).toBeGreaterThanOrEqual(3);
    expect(pages, format).toBeLessThanOrEqual(6);
    // Whoever reads it with a screen reader finds its headings and tables, whoever looks for a part its outline.
    expect(['/StructTreeRoot', '/Outlines'].filter((part) => !pdf.includes(part))).toEqual([]);
  }
  await page.emulateMedia({ media: 'print' });
  const paper = page.getByRole('article');
  await expect(paper).toContainText(say('figures:invented'));
  await expect(paper).toContainText(say('report:role.manager'));
  await expect(paper).not.toContainText(manager.name);
  await expect(paper.locator('figure svg')).toHaveCount(shares.length);
  await expect(paper.getByRole('img', { name: say('kiosk:checkpoint.code') })).toBeVisible();
  const text = await paper.innerText();
  await page.close();
  await kiosk.stop();
  const device = openDevice({ folder });
  const [entry] = logged(device, 'report-made');
  const [shared] = logged(device, 'checkpoint-shared').slice(-1);
  device.close();
  expect(entry?.data).toMatchObject({ format: 'page', ...lastMonth, withinUnit: true, invented: true });
  expect(text).toContain(entry !== undefined && 'digest' in entry.data ? entry.data.digest : 'no digest');
  expect(text).toContain(whole.format(entry?.seq ?? 0));
  expect(shared?.data).toMatchObject({ way: 'printed' });
});

withManager('who only inspects reads the figures and takes none of them along', async ({ page }) => {
  await signIn(page, auditor);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(say('figures:filter.period')).first()).toBeVisible();
  await expect(button(page, say('report:open'))).toHaveCount(0);
});
