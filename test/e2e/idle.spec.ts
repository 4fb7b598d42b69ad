import type { Page } from '@playwright/test';
import { finger, scanBadge } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { button, faceOf, heading, openBoard, startScheduled } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');
const question = (page: Page) => page.getByRole('alertdialog', { name: en('common:still.title') });
const chosen = (page: Page, name: RegExp) => page.getByRole('button', { name, pressed: true });

test('a start screen that is left alone asks, and lets go of the draft when nobody answers', async ({
  page,
}) => {
  const { press } = finger(page);
  await page.clock.install();
  await press(button(page, en('resting:start')));
  await press(page.getByRole('button', { name: en('start:blank') }));
  await press(page.getByRole('button', { name: /^Олена/u }));
  await expect(chosen(page, /Олена/u)).toBeVisible();
  await page.clock.fastForward('01:59');
  await expect(question(page)).toHaveCount(0);
  await page.clock.fastForward('00:02');
  await expect(question(page)).toBeVisible();
  await press(button(page, en('common:still.yes')));
  await expect(question(page)).toHaveCount(0);
  await expect(chosen(page, /Олена/u)).toBeVisible();

  await page.clock.fastForward('02:01');
  await page.touchscreen.tap(20, 20);
  await expect(question(page)).toHaveCount(0);
  await expect(chosen(page, /Олена/u)).toBeVisible();

  await page.clock.fastForward('02:01');
  await expect(question(page)).toBeVisible();
  await scanBadge(page, '4101993628');
  await expect(question(page)).toHaveCount(0);
  await expect(chosen(page, /Mei/u)).toBeVisible();

  await page.clock.fastForward('02:01');
  await expect(question(page)).toBeVisible();
  await page.clock.fastForward('00:31');
  await expect(question(page)).toHaveCount(0);
  await press(button(page, en('resting:start')));
  await expect(heading(page)).toHaveText(en('start:title'));
  await expect(page.getByRole('button', { name: /Олена/u })).toBeVisible();
  await expect(chosen(page, /Олена/u)).toHaveCount(0);
});

test('a sheet left open on the board closes, so that the names are in view again; the patient’s screen stays', async ({
  page,
}) => {
  const { press } = finger(page);
  await page.clock.install();
  await startScheduled(page, en, finger(page));
  await expect(heading(page)).toHaveText(en('welcome:hello'));
  await page.clock.fastForward('30:00');
  await expect(heading(page)).toHaveText(en('welcome:hello'));
  await expect(question(page)).toHaveCount(0);
  await press(button(page, en('welcome:decline')));
  await press(button(page, en('welcome:declined.yes')));
  await expect(heading(page)).toHaveText(en('board:title'));
  await press(faceOf(page, 'Kofi'));
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.clock.fastForward('03:01');
  await expect(question(page)).toBeVisible();
  await press(button(page, en('common:still.no')));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(heading(page)).toBeVisible();
});

test('a sheet that closed because nobody was there begins anew: for somebody else, and for the session', async ({
  page,
}) => {
  const { press } = finger(page);
  await page.clock.install();
  await openBoard(page, en, finger(page));
  const nobodyIsThere = async () => {
    await page.clock.fastForward('03:01');
    await press(button(page, en('common:still.no')));
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  const takesOver = (name: string) => button(page, en('board:person.takeOver', { name }));
  await press(faceOf(page, 'Kofi'));
  await press(takesOver('Kofi'));
  await expect(takesOver('Kofi')).toHaveCount(0);
  await nobodyIsThere();
  await press(faceOf(page, 'Amara'));
  await expect(takesOver('Amara')).toBeVisible();
  await page.keyboard.press('Escape');

  await press(button(page, en('board:more')));
  await press(button(page, en('board:session.close')));
  await expect(button(page, en('board:session.closeYes'))).toBeVisible();
  await nobodyIsThere();
  await press(button(page, en('board:more')));
  await expect(button(page, en('board:session.close'))).toBeVisible();
  await expect(button(page, en('board:session.closeYes'))).toHaveCount(0);
});
