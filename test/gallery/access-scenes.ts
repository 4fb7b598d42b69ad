import type { Page } from 'playwright';
import type { AccessView } from '../../core/access/view.ts';
import type { DeviceView } from '../../core/view.ts';
import type { Driver } from './driver.ts';
import { few, type Scene, sheets } from './scene.ts';
import { amaraManages, pin as managerPin } from './sessions-scenes.ts';
import { both, inTwice, press, reload, type Touch, tab } from './touches.ts';

/** What the window asks of the device is answered so. */
const answers =
  (path: string, answer: { status?: number; json: object }): Touch =>
  async (page) => {
    await page.route(path, (route) => route.fulfill(answer));
  };

const heading: Touch = (page) => page.locator('main h1').first().waitFor();
const field = (page: Page, kiosk: Driver, key: string) => page.getByLabel(kiosk.says(key), { exact: true });

const enter = both(press('kiosk:name'), press('manage:open'), heading);
const open = both(amaraManages, enter);

/** Types who it is, and a PIN, into the fields of the sign-in. */
const typed =
  (pin: string): Touch =>
  async (page, kiosk) => {
    const name = field(page, kiosk, 'manage:name');
    if (await name.isVisible()) await name.fill('Amara Okafor');
    await field(page, kiosk, 'manage:pin').fill(pin);
    await page.getByRole('button', { name: kiosk.says('manage:signIn.open'), exact: true }).click();
  };

const inside: Touch = async (page, kiosk) => {
  await both(open, typed(managerPin))(page, kiosk);
  await page.getByRole('navigation', { name: kiosk.says('manage:nav') }).waitFor();
};

/** What one begins with after signing in, as another scene has it. */
const section = (id: string): Touch => both(inside, press(`manage:sections.${id}`), heading);

/** The device says this of whoever wants to sign in, whatever they typed: a real wrong PIN would count. */
const notIn = (problem: string, wait = 0): Touch =>
  both(
    open,
    answers('**/api/access/sign-in', { status: 409, json: { problem, wait } }),
    typed('590318'),
    (page) => page.getByRole('alert').waitFor(),
  );

/** The device as it was before anybody managed it; `sited` where somebody said already where it stands. */
const unpacked = (sited: boolean): Touch =>
  both(
    async (page) => {
      await page.route('**/api/access', async (route) => {
        const view: AccessView = await (await route.fetch()).json();
        await route.fulfill({ json: { ...view, hasManager: false, firstStart: true } });
      });
      if (sited) return;
      await page.route('**/api/live', (route) => route.abort());
      await page.route('**/api/view', async (route) => {
        const view: DeviceView = await (await route.fetch()).json();
        await route.fulfill({ json: { ...view, place: { ...view.place, name: '', unit: '' } } });
      });
    },
    reload,
    enter,
  );

/** The sign-in is over on the device, and the page finds out. */
const timeUp: Touch = both(
  inside,
  answers('**/api/access/people', { status: 401, json: { problem: 'not-signed-in' } }),
  press('manage:sections.access'),
  (page, kiosk) => page.getByRole('button', { name: kiosk.says('manage:signIn.another') }).waitFor(),
);

const choose =
  (name: RegExp): Touch =>
  async (page) => {
    await page.getByRole('button', { name }).first().click();
    await page.locator('input[type="password"]').first().waitFor();
  };

/** The frame around what managers look after: the way in, who may come in, and the settings. */
export const ofTheManagers: readonly Scene[] = [
  { name: 'manage-first-site', touch: unpacked(false), scrolls: true, trouble: true },
  { name: 'manage-first-who', touch: unpacked(true), scrolls: true },
  { name: 'manage-first-pin', touch: both(unpacked(true), choose(/Amara/u)), scrolls: true },
  {
    name: 'manage-first-code',
    touch: both(
      unpacked(true),
      choose(/Amara/u),
      answers('**/api/access/first', { json: { code: 'K7QM-2XHT-9BRW-4DNC-VF3E-8JYA-6PZS' } }),
      async (page, kiosk) => {
        await field(page, kiosk, 'manage:newPin.first').fill('590318');
        await field(page, kiosk, 'manage:newPin.second').fill('590318');
      },
      press('manage:first.name'),
      (page, kiosk) => page.getByRole('button', { name: kiosk.says('manage:code.done') }).waitFor(),
    ),
    scrolls: true,
  },
  { name: 'manage-sign-in', touch: open },
  { name: 'manage-sign-in-large', touch: both(open, inTwice), only: sheets, scrolls: true },
  { name: 'manage-sign-in-focus', touch: both(open, tab(1)), only: few },
  { name: 'manage-sign-in-wrong', touch: notIn('not-opened'), scrolls: true, trouble: true },
  {
    name: 'manage-sign-in-waiting',
    touch: notIn('waiting', 30_000),
    only: sheets,
    scrolls: true,
    trouble: true,
  },
  { name: 'manage-sign-in-disabled', touch: notIn('disabled'), only: few, scrolls: true, trouble: true },
  { name: 'manage-sign-in-over', touch: timeUp, trouble: true },
  { name: 'manage-recovery', touch: both(open, press('manage:signIn.recover'), heading), scrolls: true },
  { name: 'manage-access', touch: section('access') },
  { name: 'manage-access-large', touch: both(section('access'), inTwice), only: sheets, scrolls: true },
  { name: 'manage-access-give', touch: both(section('access'), press('manage:access.give')), only: sheets },
  {
    name: 'manage-pin-again',
    touch: both(section('access'), press('manage:access.codeNew'), (page, kiosk) =>
      page
        .getByRole('dialog')
        .getByRole('button', { name: kiosk.says('manage:access.codeNew') })
        .click(),
    ),
    only: sheets,
    trouble: true,
  },
  { name: 'manage-settings', touch: section('settings') },
  { name: 'manage-settings-large', touch: both(section('settings'), inTwice), only: sheets, scrolls: true },
];
