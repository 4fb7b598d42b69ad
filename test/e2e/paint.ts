import type { Page } from '@playwright/test';

/** Keeps when the first touch lifts from now on, by the clock of all windows. */
export const watchTouch = (page: Page): Promise<void> =>
  page.evaluate(() =>
    document.addEventListener(
      'pointerup',
      () => {
        document.documentElement.dataset.touched = String(performance.timeOrigin + performance.now());
      },
      { capture: true, once: true },
    ),
  );

/** When that touch lifted, in ms. */
export const touched = async (page: Page): Promise<number> =>
  Number(await page.evaluate(() => document.documentElement.dataset.touched));

/** When the frame was painted in which one of these elements came to say all these words, in ms by the same clock. */
export const painted = (page: Page, elements: string, words: readonly string[]): Promise<number> =>
  page.evaluate(
    ([selector, said]) =>
      new Promise<number>((done) => {
        const observer = new MutationObserver(() => {
          const texts = [...document.querySelectorAll(selector)].map((one) => one.textContent);
          if (!texts.some((text) => said.every((word) => text.includes(word)))) return;
          observer.disconnect();
          // A message posted within a frame is delivered when the frame was painted.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(performance.timeOrigin + performance.now());
            port2.postMessage(null);
          });
        });
        observer.observe(document.body, { characterData: true, childList: true, subtree: true });
      }),
    [elements, words] as const,
  );
