import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { type Fit, misfits } from './measure.ts';

const usual = { width: 1280, height: 800 };
const sizes = [
  { width: 800, height: 1280 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
  usual,
];
const texts = ['usual', 'large'] as const;
const themes = ['night', 'day'] as const;
const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Once what is to be seen is there: fonts, faces, and the end of every movement. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    await Promise.all(document.getAnimations().map((animation) => animation.finished));
    await new Promise((drawn) => requestAnimationFrame(drawn));
  });

const putOnTheme = async (page: Page, theme: 'day' | 'night'): Promise<void> => {
  await page.emulateMedia({ colorScheme: theme === 'day' ? 'light' : 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
};

/** The size of text that a patient can choose, on whatever screen; gives what it was. */
const putText = (page: Page, size: string): Promise<string> =>
  page.evaluate((wanted) => {
    const { dataset } = document.documentElement;
    const before = dataset.text ?? 'usual';
    dataset.text = wanted;
    return before;
  }, size);

/** What axe finds: by day all of it, by night in what the night changes, which is colour. */
const barriers = async (page: Page, theme: 'day' | 'night'): Promise<string[]> => {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (theme === 'day') axe.withTags(everyRule);
  else axe.withRules(['color-contrast', 'link-in-text-block']);
  // Under a sheet the page is hidden, and its landmarks and first heading with it.
  if (await page.getByRole('dialog').isVisible())
    axe.disableRules(['landmark-one-main', 'page-has-heading-one']);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
};

/**
 * Looks at screens in both sizes of text, in every size of window, and keeps everything that is wrong with them. Text at
 * 200 % may be scrolled to. Barriers are looked for in both sizes of text, by day and by night; if not in `every` one,
 * then once, and on no wall: what else they hang on is the same in all languages, and a wall is a tablet enlarged.
 */
export const inspector = (page: Page, fit: Fit, { every }: { every: boolean }) => {
  const found: string[] = [];
  const look = async (screen: string): Promise<void> => {
    const before = await putText(page, 'usual');
    for (const text of texts) {
      await putText(page, text);
      const keep = (where: string, problems: string[]) =>
        found.push(...problems.map((problem) => `${screen}, ${text} text, ${where}: ${problem}`));
      for (const theme of every ? themes : text === 'usual' ? (['day'] as const) : []) {
        await putOnTheme(page, theme);
        await settled(page);
        keep(theme, await barriers(page, theme));
      }
      for (const size of every ? sizes : sizes.filter(({ width }) => width <= usual.width)) {
        await page.setViewportSize(size);
        await settled(page);
        const onOneScreen = fit.onOneScreen && text === 'usual';
        keep(`${size.width}×${size.height}`, await misfits(page, { ...fit, onOneScreen }));
      }
    }
    await putText(page, before);
    // Chromium goes on scrolling to the text field it was in when the window changed its size.
    await page.evaluate(() => window.scrollTo(0, 0));
    await settled(page);
  };
  return { found, look };
};
