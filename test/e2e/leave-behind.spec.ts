import type { Page } from '@playwright/test';
import { quietZone } from '../../core/log/qr.ts';
import { wholeName } from '../../core/names.ts';
import { readQr } from '../electron/anchors/read-qr.ts';
import { type Driver, driverOf } from '../gallery/driver.ts';
import { finger } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { button } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');
const es = wordsIn('es');

/** A round for the patient, held with everybody; then the board. */
const held = async (kiosk: Driver): Promise<void> => {
  await kiosk.tap({ type: 'open-round', kind: 'patient' });
  const { id, introductions } = await kiosk.round();
  await kiosk.tap({ type: 'start-round', round: id, language: 'es', oneByOne: false });
  for (const { participant } of introductions)
    await kiosk.tap({
      ...{ type: 'record', round: id, participant },
      verdict: { status: 'introduced', method: 'self', reason: null },
    });
  await kiosk.tap({ type: 'end-round', round: id, outcome: 'completed', beforeSedation: true });
};

const open = async (page: Page): Promise<void> => {
  await finger(page).press(button(page, en('board:takeAlong')));
  await expect(picture(page)).toBeVisible();
};

const picture = (page: Page) => page.getByRole('dialog').getByRole('img');

/** What a camera reads off the screen: the modules are those of the drawing. */
const scanned = async (page: Page): Promise<string> => {
  const { path, side } = await picture(page).evaluate((drawn) => ({
    path: drawn.querySelector('path')?.getAttribute('d') ?? '',
    side: Number(drawn.getAttribute('viewBox')?.split(' ')[2]),
  }));
  const dark = new Set<string>();
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)/gu))
    for (let at = 0; at < Number(length); at += 1) dark.add(`${y} ${Number(x) + at}`);
  const bytes = readQr(side - 2 * quietZone, (row, column) =>
    dark.has(`${row + quietZone} ${column + quietZone}`),
  );
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
};

const beside = async (page: Page): Promise<string> => {
  const lines = page.getByRole('dialog').getByRole('region').locator('p');
  return (await lines.allTextContents()).join('\n');
};

const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0;

test.beforeEach(async ({ page }) => {
  await expect(button(page, en('resting:start'))).toBeVisible();
});

test('the code says to a telephone just what stands beside it, in the patient’s language, with no network', async ({
  page,
}) => {
  const kiosk = driverOf(page, 'en');
  await kiosk.open(0);
  await kiosk.choose({ language: 'es', callMe: 'Zorblax', withMe: 'family' });
  await held(kiosk);
  const sent: string[] = [];
  await expect(button(page, en('board:takeAlong'))).toBeVisible();
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url());
  });
  await open(page);
  const text = await scanned(page);
  expect(text).toBe(await beside(page));
  expect(text).toContain('Kofi Mensah\n');
  expect(text).toContain(es('roles:surgeon.patient_masculine'));
  expect(text).not.toMatch(/Zorblax|https?:|[\u2066-\u2069\u202a-\u202e]/u);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('dialog').locator('[lang="es"]').first()).toBeVisible();
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await finger(page).press(button(page, en('leave:print')));
  await expect(page.locator('body')).toHaveAttribute('data-printed');
  // To show it and to print it is nobody's business.
  expect(sent).toEqual([]);
});

test('every code of a large team can be read, on a tablet that lies and on one that stands', async ({
  page,
}) => {
  const kiosk = driverOf(page, 'en');
  await kiosk.openWith(await kiosk.people());
  await held(kiosk);
  await open(page);
  const codes = page.getByRole('dialog').getByRole('radio');
  const names = new Set<string>();
  for (let at = 0; at < (await codes.count()); at += 1) {
    await page.getByRole('dialog').locator('label').nth(at).tap();
    await expect.poll(() => beside(page)).toContain(`Part ${at + 1} of`);
    await expect.poll(() => scanned(page)).toBe(await beside(page));
    for (const line of (await beside(page)).split('\n')) names.add(line);
  }
  for (const person of Object.values((await kiosk.view()).people)) expect(names).toContain(wholeName(person));
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 800, height: 1280 },
    { width: 1024, height: 768 },
  ]) {
    await page.setViewportSize(viewport);
    const side = Number((await picture(page).getAttribute('viewBox'))?.split(' ')[2]);
    const box = await picture(page).boundingBox();
    expect((box?.width ?? 0) / side).toBeGreaterThanOrEqual(4);
    expect(box?.y ?? 0).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
  }
});

test('on the width of a telephone nothing is cut off', async ({ page }) => {
  const kiosk = driverOf(page, 'en');
  const long = await kiosk.visitor('W'.repeat(60), 'care-team-member');
  await kiosk.openWith([long]);
  await held(kiosk);
  await page.setViewportSize({ width: 390, height: 844 });
  await button(page, en('board:takeAlong')).tap();
  await expect(picture(page)).toBeVisible();
  const cut = await page.getByRole('dialog').evaluate((sheet) =>
    [sheet, ...sheet.querySelectorAll('*')]
      .filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        return left < 0 || right > window.innerWidth + 0.5 || one.scrollWidth > one.clientWidth + 1;
      })
      .filter((one) => getComputedStyle(one).display !== 'inline' && one.closest('.only-heard') === null)
      .map((one) => one.outerHTML.slice(0, 120)),
  );
  expect(cut).toEqual([]);
});

for (const [people, pages] of [
  [3, 1],
  [6, 1],
  [9, 1],
  [16, 2],
] as const)
  test(`${people} people are printed on ${pages === 1 ? 'one page' : 'two pages'} of A4 and of Letter, with their photos`, async ({
    page,
  }) => {
    const kiosk = driverOf(page, 'en');
    const everybody = (await kiosk.people()).slice(0, people);
    const photos = everybody.filter(({ photo }) => photo !== null).length;
    await kiosk.openWith(everybody);
    await held(kiosk);
    await open(page);
    await page.evaluate(() => {
      window.print = () => {
        const photos = [...document.querySelectorAll<HTMLImageElement>('body > article img')];
        document.body.dataset.photos = String(photos.filter((one) => one.naturalWidth > 0).length);
      };
    });
    await finger(page).press(button(page, en('leave:print')));
    await expect(page.locator('body')).toHaveAttribute('data-photos', String(photos));
    for (const format of ['A4', 'Letter']) expect(pagesIn(await page.pdf({ format })), format).toBe(pages);
    await page.emulateMedia({ media: 'print' });
    for (const { first } of everybody)
      await expect(page.locator('article li', { hasText: first }).first()).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();
    const module = await page
      .locator('article svg[role="img"]')
      .first()
      .evaluate(
        (drawn) => drawn.getBoundingClientRect().width / Number(drawn.getAttribute('viewBox')?.split(' ')[2]),
      );
    // Half a millimetre, at 96 CSS px an inch.
    expect(module).toBeGreaterThanOrEqual((0.5 * 96) / 25.4 - 0.001);
  });
