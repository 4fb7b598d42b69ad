import type { Page } from 'playwright';

/** What every language writes in Latin letters, and does not translate. */
const saidEverywhere = /^(?:Bedside|Hello|QR|PIN|IT|JPEG|PNG|PDF|WebP|MB|WHO|UTC|SHA|CSV|XLSX|NDJSON|FHIR)$/u;
/** A name inside a sentence that is one text, between Unicode isolates: in whatever script it is. */
const names = /\u2068[^\u2069]*\u2069/gu;
const inOtherLetters = ['ar', 'zh', 'ko', 'ru'];

/** What is wider than its window, or than the box that it stands in and that hides the rest. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('html, main *')]
      .filter((box) => {
        const { overflowX, position } = getComputedStyle(box);
        // What is for a screen reader only, also where react-aria hides it.
        if (position === 'absolute' || position === 'fixed') return false;
        return box.scrollWidth > box.clientWidth + 1 && (box.tagName === 'HTML' || overflowX === 'hidden');
      })
      .map((box) => `${box.tagName.toLowerCase()} “${box.innerText.slice(0, 40).replaceAll('\n', ' ')}”`),
  );

const isTooHigh = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollHeight > window.innerHeight + 1);

/** Texts in Latin letters; not names and what people wrote themselves, which stand by themselves in whatever script. */
const inLatin = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const root = [...document.querySelectorAll('[role="dialog"], body > article')].at(-1) ?? document.body;
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const around = node.parentElement;
      const elsewhere =
        around?.closest('bdi, q, code, option, script, style, [lang]:not(html), [translate="no"]') ?? null;
      if (elsewhere === null && /\p{Script=Latin}{2}/u.test(node.textContent ?? ''))
        found.push(node.textContent ?? '');
    }
    return found;
  });

const foreignWords = async (page: Page): Promise<string[]> =>
  (await inLatin(page)).filter((text) =>
    (text.replace(names, '').match(/\p{Script=Latin}{2,}/gu) ?? []).some(
      (word) => !saidEverywhere.test(word),
    ),
  );

/** Words that begin in one line and end in the next without a hyphen; Chinese is written so. */
const brokenWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      // Signed bytes are no words.
      if (node.parentElement?.closest('[translate="no"]') != null) continue;
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{L}\p{M}]+/gu)) {
        if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)) continue;
        const range = document.createRange();
        // The hyphen that the line before ends with is counted to the letter after it.
        range.setStart(node, node.textContent?.[index - 1] === '\u00ad' ? index + 1 : index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)));
        if (lines.size > 1) found.push(word);
      }
    }
    return found;
  });

/** What is wrong with a screen at first sight, each as half a sentence. */
export const faultsOf = async (page: Page, language: string, scrolls: boolean): Promise<string[]> => [
  ...(!scrolls && (await isTooHigh(page)) ? ['is higher than its window'] : []),
  ...(await cutOff(page)).map((box) => `cuts off ${box}`),
  ...(await brokenWords(page)).map((word) => `breaks “${word}”`),
  ...(inOtherLetters.includes(language) ? await foreignWords(page) : []).map((text) => `says “${text}”`),
];
