import { focusIn, keyboard, tabTo } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { loggedIn } from './record.ts';
import { button, endSession, faceOf, heading, mark, meet, otherFor } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');

test('a whole surgery goes by keyboard alone, and the focus is always seen', async ({ page, folder }) => {
  const hand = keyboard(page);
  const { press, pressAfterWords } = hand;
  const space = keyboard(page, 'Space').press;
  const dialog = page.getByRole('dialog');
  /** Another screen, sheet or state came up: the focus is on it, and not lost. */
  const focusIsThere = () => expect.poll(() => focusIn(page)).not.toContain('lost');
  /** A screen begins at its heading. */
  const beginsAt = async (text: string) => {
    await expect(heading(page)).toHaveText(text);
    await expect(heading(page)).toBeFocused();
  };

  await test.step('start', async () => {
    await press(button(page, en('resting:start')));
    await beginsAt(en('start:title'));
    await space(page.getByRole('button', { name: /8:30/u }));
    await press(button(page, en('start:hand')));
  });

  await test.step('welcome: arrow keys choose', async () => {
    await beginsAt(en('welcome:hello'));
    const ways = page.getByRole('radiogroup', { name: en('welcome:meet') });
    await tabTo(page, ways.getByRole('radio', { checked: true }));
    await page.keyboard.press('ArrowDown');
    await expect(ways.getByRole('radio', { name: en('welcome:way.together') })).toBeChecked();
    await page.keyboard.press('ArrowUp');
    await expect(ways.getByRole('radio', { name: en('welcome:way.one-by-one') })).toBeChecked();
    expect(await focusIn(page)).toMatch(/^seen/u);
    await space(button(page, en('welcome:readAloud')));
    await expect(button(page, en('welcome:readAloud'))).toHaveAttribute('aria-pressed', 'true');
    await press(button(page, en('welcome:begin')));
  });

  await test.step('patient round: Escape decides nothing, an absence is told, a step is taken back', async () => {
    await beginsAt('Kofi');
    await press(button(page, en('patient:notHere')));
    await expect(dialog).toBeVisible();
    await focusIsThere();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(button(page, en('patient:notHere'))).toBeFocused();
    await press(button(page, en('patient:notHere')));
    await press(button(page, en('common:reason.called-away')));

    await beginsAt('Amara');
    expect(await meet(page, en, hand, 'Amara')).toBe(1);
    await beginsAt('Inês');
    await press(button(page, en('common:undo')));
    await beginsAt('Amara');
    for (const name of ['Amara', 'Inês', 'Yusuf', 'Linh', 'Rosa']) {
      await beginsAt(name);
      expect(await meet(page, en, hand, name)).toBe(1);
    }
    await beginsAt(en('patient:yourTeam'));
    await press(button(page, en('patient:doneBefore')));
  });

  await test.step('board: somebody is added, and introduced', async () => {
    await beginsAt(en('board:title'));
    await press(button(page, en('board:addSomeone')));
    await expect(dialog).toBeVisible();
    await focusIsThere();
    await tabTo(page, page.getByLabel(en('start:find')));
    await page.keyboard.type('mei', { delay: 60 });
    await press(dialog.getByRole('button', { name: /^Mei/u }));
    await beginsAt('Mei');
    await pressAfterWords(button(page, en('patient:met')));
  });

  await test.step('time-out: marks, another answer, one taken back, nobody forgotten', async () => {
    await beginsAt(en('board:title'));
    await press(button(page, en('board:timeOut')));
    await beginsAt(en('team:title'));
    for (const name of ['Kofi', 'Amara']) {
      expect(await mark(page, en, hand, name)).toBe(1);
      await focusIsThere();
    }
    await press(otherFor(page, en, 'Inês'));
    await focusIsThere();
    await press(button(page, en('team:choose.already-known')));
    await expect(dialog).toHaveCount(0);
    await expect(faceOf(page, 'Inês')).toContainText(en('team:status.already-known'));
    await focusIsThere();
    for (const name of ['Yusuf', 'Linh', 'Rosa']) await mark(page, en, hand, name);
    await press(button(page, en('common:undo')));
    await expect(faceOf(page, 'Rosa')).not.toContainText(en('team:status.introduced'));
    await focusIsThere();
    await press(page.getByRole('button', { name: new RegExp(`^${en('team:finish')}`, 'u') }));
    await expect(dialog).toContainText('Rosa');
    await press(button(page, en('team:missing.back')));
    await expect(dialog).toHaveCount(0);
    await focusIsThere();
    await press(page.getByRole('button', { name: new RegExp(`^${en('team:finish')}`, 'u') }));
    await press(button(page, en('team:missing.anyway')));
  });

  await test.step('close', async () => {
    await beginsAt(en('board:title'));
    await endSession(page, en, hand);
    await focusIsThere();
  });

  expect(loggedIn(folder, 'session-closed')).toHaveLength(1);
});

test('a shift change goes by keyboard alone: who stays after all, the goodbye, and its undo', async ({
  page,
  folder,
}) => {
  const hand = keyboard(page);
  const { press, pressAfterWords } = hand;
  const beginsAt = async (text: string | RegExp) => {
    await expect(heading(page)).toHaveText(text);
    await expect(heading(page)).toBeFocused();
  };
  await press(button(page, en('resting:start')));
  await beginsAt(en('start:title'));
  // The last of the day: one leaves, one arrives.
  await press(page.getByRole('button', { name: new RegExp(en('start:kind.shift-change'), 'u') }).last());
  await press(button(page, en('start:hand')));
  await beginsAt(en('welcome:hello'));
  await press(button(page, en('welcome:begin')));
  await expect(button(page, en('patient:met'))).toBeVisible();
  await pressAfterWords(button(page, en('patient:met')));

  const goodbye = button(page, en('shift:goodbye.said'));
  await expect(goodbye).toBeVisible();
  await expect(heading(page)).toBeFocused();
  const face = page.getByRole('main').getByRole('listitem').getByRole('button');
  await press(face);
  await expect(button(page, en('shift:goodbye.allStay'))).toBeVisible();
  await press(face);
  await pressAfterWords(goodbye);
  await beginsAt(en('board:title'));
  await press(button(page, en('common:undo')));
  await expect(goodbye).toBeVisible();
  await expect.poll(() => focusIn(page)).not.toContain('lost');
  await pressAfterWords(goodbye);
  await beginsAt(en('board:title'));
  await endSession(page, en, hand);
  expect(loggedIn(folder, 'participant-left')).toHaveLength(2);
});
