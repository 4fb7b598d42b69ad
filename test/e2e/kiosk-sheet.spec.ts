import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { create } from 'qrcode';
import { type QrModules, qrOptions, qrSegments, quietZone } from '../../core/log/qr.ts';
import type { RecordSheet } from '../../core/view.ts';
import { finger, focusIn, keyboard, tabTo } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { misfits } from './measure.ts';
import { loggedIn } from './record.ts';
import { button, heading, startScheduled } from './steps.ts';
import { wordsIn } from './words.ts';

const sizes = ['800x1280', '1920x1080', '1024x768', '1280x800'];
/** CSS px to a millimetre of paper. */
const millimetre = 96 / 25.4;

/** What the device says of its record, asked as the page does. */
const recordOf = (page: Page): Promise<RecordSheet> =>
  page.evaluate(async () => (await fetch('/api/record')).json());

/** The modules that a path of rows draws, as the screen has it, row by row. */
const drawn = (path: string, side: number): boolean[] => {
  const dark = Array.from({ length: side * side }, () => false);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/gu))
    dark.fill(true, Number(y) * side + Number(x), Number(y) * side + Number(x) + Number(length));
  return dark;
};

/** The modules of a code with its quiet zone, by its own matrix. */
const modulesOf = ({ size, data }: QrModules): boolean[] => {
  const side = size + 2 * quietZone;
  return Array.from({ length: side * side }, (_, at) => {
    const [row, column] = [Math.floor(at / side) - quietZone, (at % side) - quietZone];
    return row >= 0 && row < size && column >= 0 && column < size && data[row * size + column] !== 0;
  });
};

const en = wordsIn('en');
const codeIn = (page: Page, say = en) => page.getByRole('img', { name: say('kiosk:checkpoint.code') });

const openSheet = async (page: Page, say = en): Promise<void> => {
  await button(page, say('kiosk:name')).tap();
  await expect(button(page, say('kiosk:checkpoint.show'))).toBeVisible();
};

test('anybody reads off a kiosk how its record is, and leaves nothing in it', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await expect(button(page, en('kiosk:name'))).toBeVisible();
  const before = await recordOf(page);
  await openSheet(page);
  const sheet = page.getByRole('dialog', { name: en('kiosk:name') });
  await expect(sheet).toContainText('OR 3');
  await expect(sheet).toContainText(`${before.size} entries`);
  await expect(sheet).toContainText(en('kiosk:checked.ok'));
  await expect(sheet).toContainText(before.app);
  const groups = await sheet.locator('bdi', { hasText: before.fingerprint.slice(0, 4) }).textContent();
  expect(groups?.split(' ')).toEqual(before.fingerprint.match(/.{4}/gu));
  expect(await recordOf(page)).toEqual(before);
  // What draws codes comes when there is one to draw: no screen at the bedside carries it.
  const drawers = () => fetched.filter((url) => url.includes('/qr-code-'));
  expect(drawers()).toEqual([]);
  await button(page, en('kiosk:checkpoint.show')).tap();
  await expect.poll(drawers).toHaveLength(1);
});

test.describe('by night', () => {
  test.use({ colorScheme: 'dark' });

  test('a checkpoint is shown as text and as a code, black on white, and the log says so', async ({
    page,
    folder,
  }) => {
    await openSheet(page);
    await finger(page).press(button(page, en('kiosk:checkpoint.show')));
    await expect(codeIn(page)).toBeVisible();
    const { checkpoint } = await recordOf(page);
    const note = checkpoint?.note ?? '';
    const { modules } = create(qrSegments(note), qrOptions);
    const side = modules.size + 2 * quietZone;
    expect(await codeIn(page).getAttribute('viewBox')).toBe(`0 0 ${side} ${side}`);
    const path = (await codeIn(page).locator('path').getAttribute('d')) ?? '';
    expect(drawn(path, side)).toEqual(modulesOf(modules));
    const look = await codeIn(page).evaluate((code) => {
      const { backgroundColor, fill, shapeRendering, width } = getComputedStyle(code);
      return { backgroundColor, fill, shapeRendering, width: Number.parseFloat(width) };
    });
    expect(look).toEqual({
      ...{ backgroundColor: 'rgb(255, 255, 255)', fill: 'rgb(0, 0, 0)', shapeRendering: 'crispedges' },
      width: 4 * side,
    });
    const lines = await codeIn(page).locator('xpath=following-sibling::p/span').allTextContents();
    expect(lines).toEqual(note.trimEnd().split('\n'));
    expect(loggedIn(folder, 'checkpoint-shared').map(({ data }) => data)).toEqual([
      { size: checkpoint?.size, way: 'shown' },
    ]);
  });

  test('a checkpoint is printed on one white page, and the log says so first', async ({ page, folder }) => {
    await openSheet(page);
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'once');
    });
    await finger(page).press(button(page, en('kiosk:checkpoint.print')));
    await expect(page.locator('body')).toHaveAttribute('data-printed', 'once');
    const { checkpoint, fingerprint } = await recordOf(page);
    expect(loggedIn(folder, 'checkpoint-shared').map(({ data }) => data)).toEqual([
      { size: checkpoint?.size, way: 'printed' },
    ]);
    await page.emulateMedia({ media: 'print' });
    const paper = page.getByRole('article');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(paper).toContainText(en('kiosk:page.keep'));
    await expect(paper).toContainText('OR 3');
    await expect(paper).toContainText(fingerprint.match(/.{4}/gu)?.join(' ') ?? '');
    for (const line of checkpoint?.note.trimEnd().split('\n') ?? []) await expect(paper).toContainText(line);
    const code = await codeIn(page).last().boundingBox();
    expect(code?.width).toBeGreaterThanOrEqual(35 * millimetre);
    const colours = await page.evaluate(() => [
      getComputedStyle(document.documentElement).backgroundColor,
      getComputedStyle(document.querySelector('article') ?? document.body).color,
    ]);
    expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    for (const format of ['A4', 'Letter']) {
      const pdf = (await page.pdf({ format, printBackground: true })).toString('latin1');
      expect(pdf.match(/\/Type \/Page\b/gu)).toHaveLength(1);
    }
  });
});

test('the sheet goes by keyboard alone, and the focus comes back from it', async ({ page }) => {
  const { press } = keyboard(page);
  await press(button(page, en('kiosk:name')));
  await expect(page.getByRole('dialog')).toBeVisible();
  await press(button(page, en('kiosk:checkpoint.show')));
  await expect(codeIn(page)).toBeVisible();
  expect(await focusIn(page)).toMatch(/^seen on button/u);
  await tabTo(page, button(page, en('kiosk:close')));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(button(page, en('kiosk:name'))).toBeFocused();
});

for (const language of ['en', 'ar'] as const)
  test.describe(`in ${language}`, () => {
    test.use({ spoken: language });
    const say = wordsIn(language);

    test('nothing of it is cut off at twice the size of text, and signed bytes read left to right', async ({
      page,
    }) => {
      await openSheet(page, say);
      await page.evaluate(() => {
        document.documentElement.dataset.text = 'large';
      });
      await button(page, say('kiosk:checkpoint.show')).tap();
      await expect(codeIn(page, say)).toBeVisible();
      const found: string[] = [];
      for (const size of sizes) {
        const [width = 0, height = 0] = size.split('x').map(Number);
        await page.setViewportSize({ width, height });
        found.push(...(await misfits(page, { largeTargets: true, onOneScreen: false })));
      }
      expect(found).toEqual([]);
      const directions = await page
        .getByRole('dialog')
        .locator('[translate="no"]')
        .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).direction));
      expect(directions).toEqual(['ltr', 'ltr']);
    });
  });

test.describe('when the database vanishes', () => {
  test.use({ tolerated: /503/u });

  test('the team stays, every screen says that nothing is recorded, and nothing pretends to be', async ({
    page,
    folder,
  }) => {
    const { press, pressAfterWords } = finger(page);
    await startScheduled(page, en, { press, pressAfterWords, counted: () => 0 });
    await press(button(page, en('welcome:begin')));
    await expect(heading(page)).toHaveText('Kofi');
    const [there, away] = [join(folder, 'bedside.db'), join(folder, 'away.db')];
    renameSync(there, away);
    await pressAfterWords(button(page, en('patient:met')));
    await expect(page.getByRole('alert')).toContainText(en('problems:stopped.todo'));
    await expect(page.getByRole('status').filter({ hasText: en('problems:stopped.patient') })).toBeVisible();
    await expect(heading(page)).toHaveText('Kofi');
    await press(button(page, en('problems:ok')));
    for (const size of sizes) {
      const [width = 0, height = 0] = size.split('x').map(Number);
      await page.setViewportSize({ width, height });
      await expect.poll(() => misfits(page, { largeTargets: true, onOneScreen: true })).toEqual([]);
    }
    renameSync(away, there);
    await pressAfterWords(button(page, en('patient:met')));
    await expect(heading(page)).toHaveText('Amara');
    await expect(page.getByText(en('problems:stopped.patient'))).toHaveCount(0);
  });
});
