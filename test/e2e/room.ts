import type { BrowserContext, Page } from '@playwright/test';
import { type Driver, driverOf } from '../gallery/driver.ts';
import { expect } from './kiosk-test.ts';
import { button } from './steps.ts';
import { wordsIn } from './words.ts';

/** Brings the kiosk to where a test begins, once its page is there and speaks the language of the place. */
export const kioskOn = async (page: Page, language = 'en'): Promise<Driver> => {
  await expect(button(page, wordsIn(language)('resting:start'))).toBeVisible();
  return driverOf(page, language);
};

/** A second window on the same kiosk, at this address. */
export const openAlso = async (page: Page, context: BrowserContext, path: string): Promise<Page> => {
  const other = await context.newPage();
  await other.goto(new URL(path, page.url()).href);
  return other;
};

/** Sixteen people: the demo team, one with a long name, and a visitor. */
export const roomful = async (kiosk: Driver) => {
  const long = await kiosk.visitor('Konstantinos', 'scrub-technician');
  const visitor = await kiosk.visitor('Noor', 'care-team-member');
  return [long, ...(await kiosk.people()).filter(({ id }) => id !== long.id && id !== visitor.id), visitor];
};

/** The smallest name on the page, the size of its clock (px), and whatever does not fit where it stands. */
export const namesIn = (page: Page): Promise<{ smallest: number; clock: number; cut: string[] }> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const size = (element: Element | null) =>
      element === null ? 0 : Number.parseFloat(getComputedStyle(element).fontSize);
    const names = [...document.querySelectorAll('main li bdi')];
    const cut = names.flatMap((name) => {
      const tile = name.closest('li')?.getBoundingClientRect();
      const { left, right, y, height } = name.getBoundingClientRect();
      // As far as its ink goes.
      const [top, bottom] = [y + 0.2 * height, y + 0.8 * height];
      const isIn =
        tile !== undefined &&
        left >= tile.left &&
        right <= tile.right + 0.5 &&
        top >= tile.top &&
        bottom <= tile.bottom &&
        bottom <= window.innerHeight;
      const oneLine = height < 1.9 * size(name);
      return isIn && (oneLine || /\s/u.test(name.textContent)) ? [] : [name.textContent];
    });
    if (document.documentElement.scrollHeight > window.innerHeight + 1) cut.push('the page');
    return {
      smallest: Math.floor(Math.min(...names.map(size))),
      clock: Math.floor(size(document.querySelector('[role="timer"]'))),
      cut,
    };
  });

/** How many of the portraits wear a mask: their photo is not the one of the face. */
export const masksIn = async (page: Page): Promise<number> => {
  const { people } = await page.evaluate(async () => (await fetch('/api/view')).json());
  const masked = new Set(Object.values<{ maskedPhoto: string }>(people).map((one) => one.maskedPhoto));
  const shown = await page.locator('li img').evaluateAll((all) => all.map((one) => one.getAttribute('src')));
  return shown.filter((src) => src !== null && masked.has(src)).length;
};
