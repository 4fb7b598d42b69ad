import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './kiosk-test.ts';
import { type Fit, misfits } from './measure.ts';
import { patientTour, staffTour } from './tour.ts';
import { wordsIn } from './words.ts';

const usual = { width: 1280, height: 800 };
const sizes = [
  { width: 800, height: 1280 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
  usual,
];
const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Once what is to be seen is there: fonts, faces, and the end of every movement. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    await Promise.all(document.getAnimations().map((animation) => animation.finished));
    await new Promise((drawn) => requestAnimationFrame(drawn));
  });

/** What axe finds: by day all of it, by night in what the night changes, which is colour. */
const barriers = async (page: Page, theme: 'day' | 'night'): Promise<string[]> => {
  await page.emulateMedia({ colorScheme: theme === 'day' ? 'light' : 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  await settled(page);
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (theme === 'day') axe.withTags(everyRule);
  else axe.withRules(['color-contrast', 'link-in-text-block']);
  // Under a sheet the page is hidden, and its landmarks and first heading with it.
  if (await page.getByRole('dialog').isVisible())
    axe.disableRules(['landmark-one-main', 'page-has-heading-one']);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${theme}: ${id} at ${target.join(' ')}: ${failureSummary}`),
  );
};

/** Keeps everything that is wrong with the screens it looks at. */
const inspector = (page: Page, fit: Fit) => {
  const found: string[] = [];
  const look = async (screen: string): Promise<void> => {
    const keep = (where: string, problems: string[]) =>
      found.push(...problems.map((problem) => `${screen}, ${where}: ${problem}`));
    keep('axe', await barriers(page, 'night'));
    keep('axe', await barriers(page, 'day'));
    for (const size of sizes) {
      await page.setViewportSize(size);
      await settled(page);
      keep(`${size.width}×${size.height}`, await misfits(page, fit));
    }
    // Chromium goes on scrolling to the text field it was in when the window changed its size.
    await page.evaluate(() => window.scrollTo(0, 0));
    await settled(page);
  };
  return { found, look };
};

for (const language of ['en', 'es', 'ar'] as const)
  test.describe(`in ${language}`, () => {
    const say = wordsIn(language);
    test.use({ spoken: language });

    for (const largerText of [false, true])
      test(`a patient can read and touch everything${largerText ? ' in larger text' : ''}`, async ({
        page,
      }) => {
        const { found, look } = inspector(page, { largeTargets: true, onOneScreen: !largerText });
        await patientTour({ page, say, look }, { largerText });
        expect(found).toEqual([]);
      });

    test('the staff can read and use everything', async ({ page }) => {
      const { found, look } = inspector(page, { largeTargets: false, onOneScreen: true });
      await staffTour({ page, say, look });
      expect(found).toEqual([]);
    });
  });
