import type { Page } from 'playwright';
import type { DeviceView, RecordStatus } from '../../core/view.ts';
import type { Driver } from './driver.ts';

/** What a person does in one window, by what is written there. `key` is a text such as `board:more`. */
export type Touch = (page: Page, kiosk: Driver) => Promise<void>;

/** Presses the first button that begins with this text. */
export const press =
  (key: string, name?: string): Touch =>
  (page, kiosk) =>
    page
      .getByRole('button', { name: new RegExp(`^${literal(kiosk.says(key, name))}`, 'u') })
      .first()
      .click();

/** Presses whatever has this in its name: a face, a card of the schedule. */
export const pick =
  (name: RegExp): Touch =>
  (page) =>
    page.getByRole('button', { name }).first().click();

export const sees =
  (name: RegExp): Touch =>
  async (page) => {
    await page.getByRole('button', { name }).first().waitFor();
    await page.waitForTimeout(300);
  };

export const type =
  (key: string, text: string): Touch =>
  async (page, kiosk) => {
    await page.getByLabel(kiosk.says(key)).first().fill(text);
    await page.waitForTimeout(400);
  };

/** Moves the focus as a keyboard does, so that its ring shows. */
export const tab =
  (times: number): Touch =>
  async (page) => {
    for (let time = 0; time < times; time += 1) await page.keyboard.press('Tab');
  };

/** A badge reader types faster than people do: all keys at one moment, however busy the machine is. */
export const badge =
  (code: string): Touch =>
  async (page) => {
    await page.evaluate(
      (keys) => {
        for (const key of keys)
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      },
      [...code, 'Enter'],
    );
    await page.getByRole('alert').waitFor();
  };

/** The device says this of its record, whatever is true. */
export const recordIs =
  (record: Partial<RecordStatus>): Touch =>
  async (page, kiosk) => {
    // Without a stream the page asks.
    await page.route('**/api/live', (route) => route.abort());
    await page.route('**/api/view', async (route) => {
      const answer = await route.fetch();
      const view: DeviceView = await answer.json();
      await route.fulfill({ json: { ...view, record: { ...view.record, ...record } } });
    });
    await page.route('**/api/record', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ json: { ...(await answer.json()), ...record } });
    });
    await reload(page, kiosk);
  };

/** Text of 200 %, also on screens of staff, who have no setting for it. */
export const inTwice: Touch = (page) =>
  page.evaluate(() => {
    document.documentElement.dataset.text = 'large';
  });

/** A hand that reaches from the left: where lines begin, or in Arabic end. */
export const leftHanded: Touch = (page) =>
  page.evaluate(() => {
    document.documentElement.dataset.hand = document.dir === 'rtl' ? 'right' : 'left';
  });

export const forcedColors: Touch = (page) => page.emulateMedia({ forcedColors: 'active' });

/** What is printed, on paper as wide as the window, without its margins. */
export const onPaper: Touch = async (page) => {
  await page.locator('body > article').waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
};

export const reload: Touch = async (page) => {
  await page.reload();
  await page.locator('main h1').waitFor();
};

export const both =
  (...touches: Touch[]): Touch =>
  async (page, kiosk) => {
    for (const touch of touches) await touch(page, kiosk);
  };

const literal = (text: string): string =>
  // A name is looked for with plain spaces, also where a line may not be broken, as before a colon in French.
  text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&').replaceAll(/\s+/gu, ' ');
