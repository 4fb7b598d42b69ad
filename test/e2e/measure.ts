import type { Page } from '@playwright/test';

/** What must hold for a screen, besides that nothing is cut off and nothing lies over anything else. */
export interface Fit {
  /** Targets of 64 px, 16 px apart: for patients. */
  largeTargets: boolean;
  /** All of it is seen without scrolling the page: in the usual size of text. */
  onOneScreen: boolean;
}

/** What is wrong with how a screen is laid out, each in a sentence. */
export const misfits = (page: Page, fit: Fit): Promise<string[]> =>
  page.evaluate(({ largeTargets, onOneScreen }) => {
    const found: string[] = [];
    const dialogs = [...document.querySelectorAll('[role="dialog"]')];
    const root = dialogs.at(-1) ?? document.querySelector('#root') ?? document.body;
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`;

    /** What can be seen of a box: what no ancestor that hides its overflow cuts away. Scrolling boxes do not count. */
    const hiders = (element: Element) => {
      const list: Element[] = [];
      for (let one = element.parentElement; one !== null && one !== document.body; one = one.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(one);
        if ([overflowX, overflowY].some((how) => how === 'hidden' || how === 'clip')) list.push(one);
      }
      return list;
    };
    /** The part of a box that has not been scrolled away inside a box that scrolls. */
    const inView = (element: Element, { left, top, right, bottom }: DOMRect) => {
      for (let one = element.parentElement; one !== null && one !== document.body; one = one.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(one);
        const edge = one.getBoundingClientRect();
        if (overflowX === 'auto' || overflowX === 'scroll')
          [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
        if (overflowY === 'auto' || overflowY === 'scroll')
          [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      }
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    };
    /** What stays in place while the rest scrolls under it. */
    const stays = (element: Element) => {
      for (let one: Element | null = element; one !== null && one !== root; one = one.parentElement)
        if (['sticky', 'fixed'].includes(getComputedStyle(one).position)) return one;
      return null;
    };
    const isHeardOnly = (element: Element) => {
      for (let one: Element | null = element; one !== null; one = one.parentElement) {
        const { clipPath, visibility } = getComputedStyle(one);
        if (clipPath.startsWith('inset(50%') || visibility === 'hidden') return true;
      }
      return false;
    };

    if (document.documentElement.scrollWidth > window.innerWidth + 1)
      found.push(
        `the page is ${document.documentElement.scrollWidth} px wide in a window of ${window.innerWidth}`,
      );

    if (onOneScreen && document.documentElement.scrollHeight > window.innerHeight + 1)
      found.push(
        `the page is ${document.documentElement.scrollHeight} px high in a window of ${window.innerHeight}`,
      );

    // Every line of every text, as far as its ink goes.
    const lines: { element: Element; box: DOMRect }[] = [];
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const element = node.parentElement;
      if (element === null || node.textContent?.trim() === '' || isHeardOnly(element)) continue;
      if (element.closest('[aria-hidden="true"]:not([data-seen])') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { x, y, width, height } of range.getClientRects()) {
        const box = inView(element, new DOMRect(x, y + height * 0.22, width, height * 0.56));
        if (box.width > 2 && box.height > 2) lines.push({ element, box });
      }
    }
    // Where there is less room than for a word of a role or of a name, it is broken at a hyphen, and nowhere else.
    for (const words of root.querySelectorAll('[data-words="role"], bdi')) {
      if (isHeardOnly(words)) continue;
      const parts = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
      for (let node = parts.nextNode(); node !== null; node = parts.nextNode())
        for (const { 0: part, index } of (node.textContent ?? '').matchAll(/[\p{L}\p{M}]+/gu)) {
          if (/[\p{Script=Han}]/u.test(part)) continue;
          const range = document.createRange();
          // The hyphen that the line before ends with is counted to the letter after it.
          range.setStart(node, node.textContent?.[index - 1] === '\u00ad' ? index + 1 : index);
          range.setEnd(node, index + part.length);
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
            found.push(`${nameOf(words)} is broken in “${part}”`);
        }
    }
    for (const { element, box } of lines) {
      if (box.left < -1 || box.right > window.innerWidth + 1)
        found.push(`${nameOf(element)} leaves the window at the side`);
      for (const hider of hiders(element)) {
        const edge = hider.getBoundingClientRect();
        const cut =
          box.left < edge.left - 1 ||
          box.right > edge.right + 1 ||
          box.top < edge.top - 1 ||
          box.bottom > edge.bottom + 1;
        if (cut) found.push(`${nameOf(element)} is cut off by ${nameOf(hider)}`);
      }
    }
    for (const [at, one] of lines.entries())
      for (const other of lines.slice(at + 1)) {
        if (one.element === other.element || stays(one.element) !== stays(other.element)) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 1 && down > 1) found.push(`${nameOf(one.element)} lies over ${nameOf(other.element)}`);
      }

    if (!largeTargets) return [...new Set(found)];
    const targets = [...root.querySelectorAll('button, label:has(input), input:not([type="radio"])')]
      .filter((one) => !isHeardOnly(one) && one.getClientRects().length > 0)
      .map((element) => ({ element, box: element.getBoundingClientRect() }));
    const seen = targets
      .map(({ element, box }) => ({ element, box: inView(element, box) }))
      .filter(({ box }) => box.height > 0 && box.width > 0);
    for (const { element, box } of targets)
      if (box.width < 63.5 || box.height < 63.5)
        found.push(`${nameOf(element)} is ${Math.round(box.width)} × ${Math.round(box.height)} px`);
    for (const [at, one] of seen.entries())
      for (const other of seen.slice(at + 1)) {
        if (stays(one.element) !== stays(other.element)) continue;
        const across = Math.max(one.box.left, other.box.left) - Math.min(one.box.right, other.box.right);
        const down = Math.max(one.box.top, other.box.top) - Math.min(one.box.bottom, other.box.bottom);
        const apart = Math.max(across, down);
        if (apart < 15.5)
          found.push(`${nameOf(one.element)} is ${Math.round(apart)} px from ${nameOf(other.element)}`);
      }
    return [...new Set(found)];
  }, fit);
