import type { Page } from 'playwright';

/** Opens a start link, and waits until its page has led on to the kiosk: a reload before that would be lost. */
export const enter = async (page: Page, link: string): Promise<void> => {
  await page.goto(link);
  await page.waitForURL((url) => !url.pathname.startsWith('/start/'));
};
