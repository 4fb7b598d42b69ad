import { expect, type Locator, type Page } from '@playwright/test';

/** The kiosk takes a second touch of the same button within 450 ms for half of a double tap. Nobody speaks faster. */
const breath = 500;

/** Whatever works the screen, and knows how often it did. */
export interface Hand {
  press(target: Locator): Promise<void>;
  /** Presses once somebody has spoken, which takes longer than a nervous second touch. */
  pressAfterWords(target: Locator): Promise<void>;
  /** How often it pressed since this was last asked. */
  counted(): number;
}

type Act = (target: Locator) => Promise<void>;

/** A hand that presses in this way. What else it `does` it counts too, once somebody has spoken. */
const handThat = (act: Act): Hand & { does: (other: Act) => Act } => {
  let presses = 0;
  let last = 0;
  const press = async (target: Locator, how = act): Promise<void> => {
    await how(target);
    presses += 1;
    last = performance.now();
  };
  const does =
    (how: Act): Act =>
    async (target) => {
      await expect.poll(() => performance.now() - last, { intervals: [25] }).toBeGreaterThan(breath);
      await press(target, how);
    };
  const counted = (): number => {
    const counted = presses;
    presses = 0;
    return counted;
  };
  return { press: (target) => press(target), pressAfterWords: does(act), counted, does };
};

interface NervousHand extends Hand {
  /** Touches twice, the second time before the first was answered. */
  pressTwice: Act;
  /** Touches twice, the second time when the same button stands for the next one already. */
  pressOnceTooOften: Act;
}

/** A finger, which may be nervous. */
export const finger = (page: Page): NervousHand => {
  const { does, ...hand } = handThat((target) => target.tap());
  return {
    ...hand,
    pressTwice: does((target) => touchTwice(page, target)),
    pressOnceTooOften: does((target) => touchOnceTooOften(page, target)),
  };
};

/** For the page no time passes between the two, however slow the machine is that runs the test. */
const touchOnceTooOften = async (page: Page, target: Locator): Promise<void> => {
  const title = page.getByRole('heading', { level: 1 });
  const before = (await title.textContent()) ?? '';
  await page.evaluate(() => {
    const now = performance.now();
    performance.now = () => now;
  });
  await target.tap();
  await expect(title).not.toHaveText(before);
  await target.tap();
  await page.evaluate(() => Reflect.deleteProperty(performance, 'now'));
};

const touchTwice = async (page: Page, target: Locator): Promise<void> => {
  const box = await target.boundingBox();
  if (box === null) throw new Error('What was to be touched twice is not on the screen');
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const input = await page.context().newCDPSession(page);
  const touch = () => [
    input.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] }),
    input.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }),
  ];
  await Promise.all([...touch(), ...touch()]);
  await input.detach();
};

/** More things than one screen has. */
const tooFar = 80;

/** No finger at all: Tab until the focus is there, seen all the way, and then a key. */
export const keyboard = (page: Page, key: 'Enter' | 'Space' = 'Enter'): Hand =>
  handThat(async (target) => {
    await tabTo(page, target);
    await page.keyboard.press(key);
  });

export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  const where = () =>
    target.evaluate((element) => {
      const focused = document.activeElement ?? document.body;
      if (focused === element) return 'here';
      return element.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING ? 'before' : 'after';
    });
  for (let tabs = 0; tabs < tooFar; tabs += 1) {
    const found = await where();
    if (found === 'here') return;
    await page.keyboard.press(found === 'before' ? 'Shift+Tab' : 'Tab');
    expect(await focusIn(page)).toMatch(/^seen on /u);
  }
  throw new Error(`Tab does not lead to ${target}`);
};

/** Where the focus is, and whether a ring shows it: on the thing itself or on what stands for it. */
export const focusIn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return 'lost';
    const ringed = [focused, focused.closest('label'), focused.closest('[data-focus-visible]')].some(
      (one) => {
        if (one === null) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      },
    );
    return `${ringed ? 'seen' : 'unseen'} on ${focused.tagName.toLowerCase()}`;
  });

/**
 * Keys as they come from a reader or from fingers, `apart` milliseconds from one to the next by the time that each
 * event carries: so a burst is a burst, however busy the machine that runs the test is.
 */
const keys = async (page: Page, names: readonly string[], apart: number): Promise<void> => {
  const input = await page.context().newCDPSession(page);
  const start = Date.now() / 1000;
  await Promise.all(
    names.flatMap((key, at) => {
      const timestamp = start + (at * apart) / 1000;
      const text = key === 'Enter' ? '\r' : key;
      const stroke = { key, text, timestamp, windowsVirtualKeyCode: key === 'Enter' ? 13 : 0 };
      return [
        input.send('Input.dispatchKeyEvent', { type: 'keyDown', ...stroke }),
        input.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp }),
      ];
    }),
  );
  await input.detach();
};

/** A badge is held to the reader, which types its number, faster than anybody could, and Enter. */
export const scanBadge = (page: Page, code: string): Promise<void> => keys(page, [...code, 'Enter'], 4);

/** Somebody types, as fast as the fastest do, and Enter. */
export const typeFast = (page: Page, text: string): Promise<void> => keys(page, [...text, 'Enter'], 60);
