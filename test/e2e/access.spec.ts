import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { auditor, givePinAgain, manager, signIn, test } from './as-manager.ts';
import { expect, test as unmanaged } from './kiosk-test.ts';
import { loggedIn } from './record.ts';
import { kioskOn } from './room.ts';
import { wordsIn } from './words.ts';

const say = wordsIn('en');

unmanaged.describe('a kiosk that was just unpacked', () => {
  unmanaged.use({ demo: false });

  unmanaged(
    'is told where it stands, who manages it and their PIN, and gives its recovery code once',
    async ({ page, folder }) => {
      await page.getByRole('button', { name: say('manage:first.begin') }).click();
      await page.getByLabel(say('manage:first.place')).fill('OR 3');
      await page.getByLabel(say('manage:first.unit')).fill('Operating rooms');
      await page.getByRole('button', { name: say('manage:goOn') }).click();
      await page.getByLabel(say('manage:first.manager')).fill(manager.name);
      await page.getByRole('button', { name: say('manage:first.choose') }).click();

      await page.getByLabel(say('manage:newPin.first')).fill('123456');
      await page.getByLabel(say('manage:newPin.second')).fill('123456');
      await page.getByRole('button', { name: say('manage:first.name') }).click();
      await expect(page.getByText(say('manage:newPin.too-easy'))).toBeVisible();
      await page.getByLabel(say('manage:newPin.first')).fill(manager.pin);
      await page.getByLabel(say('manage:newPin.second')).fill(manager.pin);
      await page.getByRole('button', { name: say('manage:first.name') }).click();

      await expect(page.getByText(/^([0-9A-Z]{4} ?){7}$/u)).toBeVisible();
      await page.getByRole('button', { name: say('manage:code.done') }).click();
      // Who has just chosen a PIN need not say once more who they are.
      await expect(page.getByRole('textbox', { name: say('manage:name') })).toHaveCount(0);
      await page.getByLabel(say('manage:pin'), { exact: true }).fill(manager.pin);
      await page.getByRole('button', { name: say('manage:signIn.open'), exact: true }).click();
      await expect(page.getByRole('navigation', { name: say('manage:nav') })).toBeVisible();
      await expect(page.getByText(say('figures:first.why'))).toBeVisible();
      await expect(page.getByText(say('figures:coverage.none'))).toHaveCount(0);
      await page.getByRole('button', { name: say('manage:leave') }).click();
      await expect(page.getByRole('main').getByText('OR 3').first()).toBeVisible();
      await expect(page.getByRole('button', { name: say('manage:first.begin') })).toHaveCount(0);
      expect(loggedIn(folder, 'settings-changed')).toHaveLength(1);
      expect(loggedIn(folder, 'access-granted')).toHaveLength(1);
      expect(loggedIn(folder, 'unlocked')).toHaveLength(1);
    },
  );
});

test.describe('a kiosk that somebody manages', () => {
  test.use({ tolerated: /status of (?:401|403|409)/u });

  test('lets nobody in with another PIN, shows each role what is theirs, and is left with one tap', async ({
    page,
  }) => {
    await page.getByRole('button', { name: say('kiosk:name') }).click();
    await page.getByRole('button', { name: say('manage:open') }).click();
    await page.getByRole('textbox', { name: say('manage:name') }).fill(manager.name);
    await page.getByLabel(say('manage:pin'), { exact: true }).fill('730591');
    await page.getByRole('button', { name: say('manage:signIn.open'), exact: true }).click();
    await expect(page.getByRole('alert')).toContainText(say('manage:notIn.not-opened'));
    await page.getByRole('button', { name: say('manage:back') }).click();

    await signIn(page, auditor);
    const nav = page.getByRole('navigation', { name: say('manage:nav') });
    await expect(nav.getByRole('button', { name: say('manage:sections.log') })).toBeVisible();
    await expect(nav.getByRole('button', { name: say('manage:sections.people') })).toHaveCount(0);
    await expect(nav.getByRole('button', { name: say('manage:sections.settings') })).toHaveCount(0);
    await page.getByRole('button', { name: say('manage:leave') }).click();
    await expect(page.getByRole('button', { name: say('kiosk:name') })).toBeVisible();
  });

  test('asks for the PIN once more before somebody is given access, and says who has it', async ({
    page,
    folder,
  }) => {
    await signIn(page);
    await page.getByRole('button', { name: say('manage:sections.access') }).click();
    await expect(page.getByText(auditor.name)).toBeVisible();
    await page.getByRole('button', { name: say('manage:access.give') }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel(say('manage:finder.name')).fill('Linh');
    await sheet.getByRole('button', { name: /Linh/u }).click();
    await sheet.getByText(say('manage:access.may.admin')).click();
    await sheet.getByLabel(say('manage:newPin.first')).fill('590318');
    await sheet.getByLabel(say('manage:newPin.second')).fill('590318');
    await sheet.getByRole('button', { name: say('manage:access.give') }).click();
    // Who does not give their PIN at once finds what was typed.
    const again = page.getByRole('dialog', { name: say('manage:again.title') });
    await again.getByRole('button', { name: say('common:cancel') }).click();
    await expect(sheet.getByLabel(say('manage:newPin.first'))).toHaveValue('590318');
    await sheet.getByRole('button', { name: say('manage:access.give') }).click();
    await givePinAgain(page);
    await expect(page.getByRole('listitem').filter({ hasText: 'Linh' })).toContainText(
      say('manage:roles.admin'),
    );
    expect(loggedIn(folder, 'confirmed')).toHaveLength(1);
    expect(loggedIn(folder, 'access-granted').at(-1)?.data).toEqual({ role: 'admin' });
  });

  test('is managed also while a team is here, which stays and is gone back to', async ({ page }) => {
    const kiosk = await kioskOn(page);
    await kiosk.openWith((await kiosk.people()).slice(0, 3));
    await page.getByRole('button', { name: say('board:more') }).click();
    await page.getByRole('button', { name: say('manage:open') }).click();
    await page.getByRole('textbox', { name: say('manage:name') }).fill(manager.name);
    await typePin(page, manager.pin);
    await page.getByRole('button', { name: say('manage:leaveToTeam') }).click();
    await expect(page.getByRole('button', { name: say('board:more') })).toBeVisible();
    expect((await kiosk.session()).participants).toHaveLength(3);
  });

  test('keeps what is set, and asks for nothing where nothing was changed', async ({ page }) => {
    await signIn(page);
    await page.getByRole('button', { name: say('manage:sections.settings') }).click();
    await expect(page.getByRole('button', { name: say('settings:nothing') })).toBeDisabled();
    await page.getByLabel(say('settings:shifts')).fill('7:00, 15:00, 23:00');
    await page.getByRole('button', { name: say('settings:save_one').replace(/\{\{.*\}\}/u, '1') }).click();
    await expect(page.getByText(say('settings:said.saved'))).toBeVisible();
    await expect(page.getByLabel(say('settings:shifts'))).toHaveValue('07:00, 15:00, 23:00');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  test('covers what was open when the time is up; the same person goes on there, somebody else finds nothing', async ({
    page,
  }) => {
    await page.clock.install();
    await signIn(page);
    await page.getByRole('button', { name: say('manage:sections.access') }).click();
    await expect(page.getByRole('heading', { name: say('manage:sections.access') })).toBeFocused();
    await page.getByRole('button', { name: say('manage:access.give') }).click();
    const finder = page.getByRole('dialog').getByLabel(say('manage:finder.name'));
    await finder.fill('Lin');
    await worksFor(page, 15);
    const again = page.getByRole('button', { name: say('manage:signIn.another') });
    await expect(again).toBeVisible();
    await expect(page.getByLabel(say('manage:pin'), { exact: true })).toBeFocused();
    expect(await onTop(page, '[role="dialog"] input')).not.toContain(say('manage:access.give'));
    await typePin(page, manager.pin);
    await expect(again).toHaveCount(0);
    await expect(finder).toHaveValue('Lin');
    await expect(finder).toBeFocused();

    await worksFor(page, 15);
    await again.click();
    await page.getByRole('textbox', { name: say('manage:name') }).fill(auditor.name);
    await typePin(page, auditor.pin);
    const first = page.getByRole('button', { name: say('manage:sections.figures') });
    await expect(first).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('dialog')).toHaveCount(0);

    await page.clock.fastForward(91_000);
    await expect(page.getByRole('alertdialog', { name: say('common:still.title') })).toBeVisible();
    await page.clock.fastForward(26_000);
    await expect(page.getByRole('button', { name: say('kiosk:name') })).toBeVisible();
  });
});

/** Somebody presses a key now and then, for so many minutes. */
const worksFor = async (page: Page, minutes: number): Promise<void> => {
  for (let minute = 0; minute < minutes; minute += 1) {
    await page.clock.fastForward(59_000);
    await page.keyboard.press('Shift');
    await page.clock.fastForward(1_001);
  }
};

const typePin = async (page: Page, pin: string): Promise<void> => {
  await page.getByLabel(say('manage:pin'), { exact: true }).fill(pin);
  await page.getByRole('button', { name: say('manage:signIn.open'), exact: true }).click();
};

/** The words of the sheet that is seen where the first of these stands. */
const onTop = (page: Page, selector: string): Promise<string> =>
  page.evaluate((wanted) => {
    const { left, top } = document.querySelector(wanted)?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const seen = document.elementFromPoint(left + 4, top + 4)?.closest('[role="dialog"]');
    return seen instanceof HTMLElement ? seen.innerText : '';
  }, selector);
