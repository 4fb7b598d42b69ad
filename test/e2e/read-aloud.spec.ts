import type { Page } from '@playwright/test';
import { finger } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { button, choice, faceOf, heading, meet, startScheduled } from './steps.ts';
import { languages, wordsIn } from './words.ts';

const en = wordsIn('en');
const es = wordsIn('es');

/**
 * A machine that keeps what it was to say, each with the language of its voice, and `silence` when it was cut short.
 * It goes on speaking until it is told that it is done.
 */
const machineWith = async (page: Page, voices: readonly string[], { late = false } = {}): Promise<void> => {
  await page.addInitScript(
    ([langs, come]) => {
      const all = langs.map((lang) => ({ lang, name: lang, localService: true, default: false }));
      let here = come ? all : [];
      interface Heard {
        lang: string;
        text: string;
        onend?: () => void;
        onerror?: () => void;
      }
      let queue: Heard[] = [];
      const said: string[] = [];
      const synthesis = Object.assign(new EventTarget(), {
        said,
        getVoices: () => here,
        speak: (utterance: Heard) => {
          said.push(`${utterance.lang}: ${utterance.text}`);
          queue.push(utterance);
        },
        cancel: () => {
          const cut = queue;
          queue = [];
          if (cut.length > 0) said.push('silence');
          for (const utterance of cut) utterance.onerror?.();
        },
        finish: () => {
          const over = queue;
          queue = [];
          for (const utterance of over) utterance.onend?.();
        },
        come: () => {
          here = all;
          synthesis.dispatchEvent(new Event('voiceschanged'));
        },
      });
      Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
      Object.defineProperty(window, 'SpeechSynthesisUtterance', {
        value: class {
          text: string;
          constructor(text: string) {
            this.text = text;
          }
        },
      });
    },
    [voices, !late] as const,
  );
  await page.reload();
};

const said = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...Reflect.get(speechSynthesis, 'said')]);
const tell = (page: Page, what: 'finish' | 'come'): Promise<void> =>
  page.evaluate((name) => Reflect.get(speechSynthesis, name)(), what);
/** What was said since the last silence before the end. */
const lately = async (page: Page): Promise<string[]> => {
  const all = await said(page);
  return all.slice(all.slice(0, -1).lastIndexOf('silence') + 1);
};

const cardOf = (say: typeof en, role: string): string[] =>
  ['patient', 'today', 'again'].map((part) => say(`roles:${role}.${part}`));

test('whoever asks for it is read the welcome and each card once, in its language, names in their own', async ({
  page,
}) => {
  await machineWith(page, ['en-US', 'pt-PT']);
  const hand = finger(page);
  const { press } = hand;
  await startScheduled(page, en, hand);
  await expect(heading(page)).toHaveText(en('welcome:hello'));
  expect(await said(page)).toEqual([]);
  await press(button(page, en('welcome:readAloud')));
  await expect.poll(() => said(page)).toContain(`en-US: ${en('welcome:lead')}`);

  await press(button(page, en('welcome:begin')));
  await expect(heading(page)).toHaveText('Kofi');
  const kofi = ['Kofi', ...cardOf(en, 'surgeon')].map((text) => `en-US: ${text}`);
  await expect.poll(() => lately(page)).toEqual(kofi);

  await tell(page, 'finish');
  await press(button(page, en('patient:read')));
  await expect.poll(() => lately(page)).toEqual([...kofi, ...kofi]);
  await press(button(page, en('patient:stop')));
  await expect.poll(async () => (await said(page)).at(-1)).toBe('silence');
  await expect(button(page, en('patient:read'))).toBeVisible();

  await meet(page, en, hand, 'Kofi');
  await expect(heading(page)).toHaveText('Amara');
  await expect(button(page, en('patient:stop'))).toBeVisible();
  await meet(page, en, hand, 'Amara');
  // What was being said of Amara is cut short, and Inês comes with her name as she says it.
  const ines = ['pt-PT: Inês', ...cardOf(en, 'circulating-nurse').map((text) => `en-US: ${text}`)];
  await expect.poll(() => lately(page)).toEqual(ines);
  for (const name of ['Inês', 'Yusuf', 'Linh', 'Rosa']) await meet(page, en, hand, name);

  await expect(heading(page)).toHaveText(en('patient:known'));
  await expect.poll(() => lately(page)).toContain(`en-US: ${en('patient:namesStay')}`);
  await press(faceOf(page, 'Inês'));
  await expect.poll(() => lately(page)).toEqual(ines);
  await press(button(page, en('patient:everyone')));
  await press(button(page, en('recall:offer')));
  await expect.poll(() => lately(page)).toContain(`en-US: ${en('roles:anesthesiologist.ask')}`);
  await press(button(page, en('recall:leave')));
  await press(button(page, en('patient:doneBefore')));
  await expect(heading(page)).toHaveText(en('board:title'));
  await expect.poll(async () => (await said(page)).at(-1)).toBe('silence');
});

test('nothing is read to anybody who did not ask for it', async ({ page }) => {
  await machineWith(page, ['en-US']);
  const hand = finger(page);
  await startScheduled(page, en, hand);
  await hand.press(button(page, en('welcome:begin')));
  await expect(heading(page)).toHaveText('Kofi');
  await expect(button(page, en('patient:read'))).toHaveCount(0);
  expect(await said(page)).toEqual([]);
});

test('voices that come late are waited for', async ({ page }) => {
  await machineWith(page, ['en-US'], { late: true });
  const hand = finger(page);
  await startScheduled(page, en, hand);
  await hand.press(button(page, en('welcome:readAloud')));
  await expect(page.getByRole('main')).toContainText(en('patient:noVoice'));
  await tell(page, 'come');
  await expect(button(page, en('patient:stop'))).toBeVisible();
  expect(await said(page)).toContain(`en-US: ${en('welcome:lead')}`);
  await expect(page.getByRole('main')).not.toContainText(en('patient:noVoice'));
});

test('where the machine has no voice for the language it says so, and says nothing in another', async ({
  page,
}) => {
  await machineWith(page, ['en-US']);
  const hand = finger(page);
  await startScheduled(page, en, hand);
  await hand.press(choice(page, en('welcome:language'), 'Español'));
  await hand.press(button(page, es('welcome:readAloud')));
  await expect(page.getByRole('main')).toContainText(es('patient:noVoice'));
  await hand.press(button(page, es('welcome:begin')));
  await expect(heading(page)).toHaveText('Kofi');
  await expect(page.getByRole('main')).toContainText(es('patient:noVoice'));
  expect(await said(page)).toEqual([]);
});

/** How high the lowest face on the welcome is, and whichever is not a whole one. */
const facesOf = (page: Page) =>
  page
    .getByRole('main')
    .locator('header img')
    .evaluateAll((faces) => {
      const boxes = faces.map((face) => face.getBoundingClientRect());
      return {
        count: boxes.length,
        lowest: Math.min(...boxes.map(({ height }) => height)),
        // A portrait is 4:5; broader than high it has no chin, narrower it has no ears.
        cut: boxes.map(({ width, height }) => width / height).filter((shape) => shape > 1.01 || shape < 0.79),
      };
    });

test('while the welcome is read, whole faces stay in view, in every language and on every tablet', async ({
  page,
}) => {
  await machineWith(page, [...languages]);
  const hand = finger(page);
  await startScheduled(page, en, hand);
  await hand.press(button(page, en('welcome:readAloud')));
  for (const language of languages) {
    const say = wordsIn(language);
    await page.getByRole('radiogroup').first().locator(`[lang="${language}"]`).click();
    await expect(heading(page)).toHaveText(say('welcome:hello'));
    for (const [width, height] of [
      [1024, 768],
      [1280, 800],
      [800, 1280],
    ] as const) {
      await page.setViewportSize({ width, height });
      const where = `${language}, ${width}×${height}`;
      const { count, lowest, cut } = await facesOf(page);
      expect(count, where).toBe(6);
      expect(cut, where).toEqual([]);
      expect(lowest, where).toBeGreaterThanOrEqual(64);
      const high = await page.evaluate(() => document.documentElement.scrollHeight);
      expect(high, where).toBeLessThanOrEqual(height);
    }
  }
});
