import type { Page } from '@playwright/test';
import { noChoices } from '../../core/view.ts';
import { finger, type Hand } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { loggedIn } from './record.ts';
import {
  beginScheduled,
  button,
  choice,
  endSession,
  faceOf,
  heading,
  meet,
  startScheduled,
} from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');
const team = ['Kofi', 'Amara', 'Inês', 'Yusuf', 'Linh', 'Rosa'];

const chosen = (page: Page) => page.evaluate(async () => (await (await fetch('/api/view')).json()).choices);

const callMe = async (page: Page, name: string, label = 'welcome:callMe') => {
  await page.getByLabel(en(label)).fill(name);
  await page.getByLabel(en(label)).blur();
};

const meetAll = async (page: Page, hand: Hand, names: readonly string[]) => {
  for (const name of names) await meet(page, en, hand, name);
};

test('what the patient chose last counts, also when they begin before the device has answered', async ({
  page,
  folder,
}) => {
  const { press } = finger(page);
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  await press(button(page, en('resting:start')));
  await press(page.getByRole('button', { name: /11:15/u }));
  await press(button(page, en('start:hand')));
  await page.route('**/api/choices', async (route) => {
    await answered;
    await route.continue();
  });
  await press(choice(page, en('welcome:students'), en('welcome:studentsNo')));
  await press(button(page, en('welcome:begin')));
  await expect(heading(page)).toHaveText(en('welcome:hello'));
  answer();
  await expect(heading(page)).toHaveText('Björn');
  const declined = loggedIn(folder, 'introduction-recorded').filter(({ data }) => data.status === 'declined');
  expect(declined).toHaveLength(1);
});

test('the name and who is there are used on every later screen of the patient, on none of the staff, and gone with the session', async ({
  page,
}) => {
  const hand = finger(page);
  const { press } = hand;
  await startScheduled(page, en, hand);
  await callMe(page, 'María');
  await press(choice(page, en('welcome:withMe'), en('welcome:companion.family')));
  await press(button(page, en('welcome:largerText')));
  await expect(page.locator('html')).toHaveAttribute('data-text', 'large');
  await press(button(page, en('welcome:begin')));

  await expect(heading(page)).toHaveText('Kofi');
  const main = page.getByRole('main');
  await expect(main).toContainText(en('patient:cue.askNamed', { name: 'Kofi', patient: 'María' }));
  await expect(main).toContainText(en('patient:cue.greet.family'));
  await expect(page.locator('html')).toHaveAttribute('data-text', 'large');
  await meetAll(page, hand, team);
  await expect(heading(page)).toHaveText(en('patient:knownNamed', { patient: 'María' }));
  await expect(page.locator('html')).toHaveAttribute('data-text', 'large');
  await press(button(page, en('patient:doneBefore')));

  await expect(heading(page)).toHaveText(en('board:title'));
  await expect(page.getByText('María')).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('data-text', 'usual');
  await endSession(page, en, hand);
  expect(await chosen(page)).toEqual(noChoices);

  await startScheduled(page, en, hand);
  await expect(heading(page)).toHaveText(en('welcome:hello'));
  await expect(page.getByLabel(en('welcome:callMe'))).toHaveValue('');
  for (const help of ['welcome:readAloud', 'welcome:largerText'])
    await expect(button(page, en(help))).toHaveAttribute('aria-pressed', 'false');
  await expect(page.getByRole('radio', { name: en('welcome:companion.family') })).not.toBeChecked();
});

test('a parent answers for a child: the words change, and speakers turn to the child first', async ({
  page,
}) => {
  const hand = finger(page);
  const { press } = hand;
  await startScheduled(page, en, hand);
  await press(button(page, en('welcome:answers.offer')));
  await press(button(page, en('welcome:answers.parent')));
  await expect(page.getByRole('main')).toContainText(en('welcome:leadChild'));
  await callMe(page, 'Leo', 'welcome:callChild');
  await press(button(page, en('welcome:begin')));
  await expect(heading(page)).toHaveText('Kofi');
  await expect(page.getByRole('main')).toContainText(
    en('patient:cue.childNamed', { name: 'Kofi', patient: 'Leo' }),
  );
  await meetAll(page, hand, team);
  await expect(heading(page)).toHaveText(en('patient:knownFor', { patient: 'Leo' }));
});

test('“not now” asks when, ends the round in one more touch, and nothing is wanted later once it begins', async ({
  page,
  folder,
}) => {
  const hand = finger(page);
  const { press } = hand;
  await startScheduled(page, en, hand);
  await press(button(page, en('welcome:notNow')));
  await press(button(page, en('welcome:later.back')));
  await expect(heading(page)).toHaveText(en('welcome:hello'));
  await press(button(page, en('welcome:notNow')));
  await press(button(page, en('welcome:later.in-an-hour')));
  await expect(heading(page)).toHaveText(en('board:title'));
  expect(loggedIn(folder, 'round-ended').map(({ data }) => data.outcome)).toEqual(['postponed']);
  const { later } = await chosen(page);
  expect(later).toEqual({ wish: 'in-an-hour', at: expect.stringMatching(/T\d\d:\d\d:\d\d[+-]\d\d:\d\d$/u) });
  expect(Date.parse(later.at)).toBeGreaterThan(Date.now());

  await press(button(page, en('board:introduce')));
  await press(button(page, en('welcome:begin')));
  await expect(heading(page)).toHaveText('Kofi');
  expect((await chosen(page)).later).toBeNull();
});

test('the mask is a touch away, so that the patient knows the face again later', async ({ page }) => {
  const hand = finger(page);
  const { press } = hand;
  await beginScheduled(page, en, hand);
  const large = page.getByRole('main').locator('img').first();
  const face = await large.getAttribute('src');
  await press(button(page, en('patient:withMask')));
  await expect(large).not.toHaveAttribute('src', face ?? '');
  await press(button(page, en('patient:withoutMask')));
  await expect(large).toHaveAttribute('src', face ?? '');
  await press(button(page, en('patient:withMask')));
  await meet(page, en, hand, 'Kofi');
  // The next person comes with their face.
  await expect(heading(page)).toHaveText('Amara');
  await expect(button(page, en('patient:withMask'))).toBeVisible();
});

test('a question can be asked afterward too, and is shown as answered once it was', async ({ page }) => {
  const hand = finger(page);
  const { press } = hand;
  await startScheduled(page, en, hand);
  await press(choice(page, en('welcome:meet'), en('welcome:way.show')));
  await press(button(page, en('welcome:begin')));
  await expect(heading(page)).toHaveText(en('patient:team'));
  // Whoever only looks is not asked anything.
  await expect(button(page, en('recall:offer'))).toHaveCount(0);
  await press(faceOf(page, 'Amara'));
  await press(button(page, en('patient:question', { name: 'Amara' })));
  await press(button(page, en('patient:everyone')));
  await expect(faceOf(page, 'Amara')).toContainText(en('patient:hasQuestion'));
  await press(faceOf(page, 'Amara'));
  await press(button(page, en('patient:answered')));
  await expect(button(page, en('patient:answered'))).toHaveAttribute('aria-pressed', 'true');
  await press(button(page, en('patient:everyone')));
  await expect(faceOf(page, 'Amara')).toContainText(en('patient:questionAnswered'));
});

test('the little check is offered once, can be left, shows no names, and is kind whatever is touched', async ({
  page,
  folder,
}) => {
  const hand = finger(page);
  const { press } = hand;
  const answers = () => loggedIn(folder, 'recall-answered').map(({ data }) => data);
  await startScheduled(page, en, hand);
  await press(button(page, en('welcome:begin')));
  await expect(button(page, en('recall:offer'))).toHaveCount(0);
  await meetAll(page, hand, team);
  await press(button(page, en('recall:offer')));
  await expect(heading(page)).toHaveText(en('roles:anesthesiologist.ask'));
  for (const name of team) await expect(page.getByText(name)).toHaveCount(0);
  await press(button(page, en('recall:leave')));
  await expect(heading(page)).toHaveText(en('patient:known'));
  expect(answers()).toEqual([]);

  await press(button(page, en('recall:offer')));
  const view = await page.evaluate(async () => (await fetch('/api/view')).json());
  const photoOf = (name: string) =>
    Object.values<{ first: string; photo: string }>(view.people).find(({ first }) => first === name)?.photo;
  const wrong = page.getByRole('main').getByRole('listitem');
  const other = wrong.filter({ hasNot: page.locator(`img[src="${photoOf('Amara')}"]`) }).first();
  await press(other);
  await expect(heading(page)).toHaveText(en('recall:other', { name: 'Amara' }));
  await expect(page.getByRole('main').locator('img')).toHaveAttribute('src', photoOf('Amara') ?? '');
  await press(button(page, en('recall:back')));
  await expect(heading(page)).toHaveText(en('patient:known'));
  await expect(button(page, en('recall:offer'))).toHaveCount(0);
  expect(answers()).toEqual([{ right: false }]);
  await press(button(page, en('patient:takeAlong')));
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('whom the patient met earlier in the stay is no step, and is shown as met with everybody', async ({
  page,
}) => {
  const hand = finger(page);
  const { press } = hand;
  const wristband = () =>
    page.evaluate(async () => {
      const { session } = await (await fetch('/api/view')).json();
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ session: session.id, number: '4711 0815' });
      return (await fetch('/api/stays', { method: 'POST', headers, body })).status;
    });
  await beginScheduled(page, en, hand);
  expect(await wristband()).toBe(200);
  await meetAll(page, hand, team);
  await press(button(page, en('patient:doneBefore')));
  await endSession(page, en, hand);

  await press(button(page, en('resting:start')));
  await press(page.getByRole('button', { name: /11:15/u }));
  await press(button(page, en('start:hand')));
  await expect(heading(page)).toHaveText(en('welcome:hello'));
  expect(await wristband()).toBe(200);
  await press(button(page, en('welcome:begin')));
  await expect(heading(page)).toHaveText('Björn');
  await expect(page.getByRole('main')).toContainText(en('common:step', { step: '1', steps: '2' }));
  await meetAll(page, hand, ['Björn', 'Tom']);
  await expect(heading(page)).toHaveText(en('patient:known'));
  await expect(faceOf(page, 'Amara')).toContainText(en('patient:status.introduced'));
  await press(faceOf(page, 'Amara'));
  await expect(button(page, en('patient:everyone'))).toBeVisible();
});

test('what is said after a “no” is in the patient’s language, and the board around it in that of the place', async ({
  page,
}) => {
  const { press } = finger(page);
  const ar = wordsIn('ar');
  for (const [ask, sure, kind] of [
    ['welcome:decline', 'welcome:declined.yes', 'board:step.refused'],
    ['welcome:notNow', 'welcome:later.when-i-ask', 'board:step.postponed'],
  ] as const) {
    if (kind === 'board:step.refused') await startScheduled(page, en, finger(page));
    else await press(button(page, en('board:introduce')));
    if (kind === 'board:step.refused') await press(choice(page, en('welcome:language'), 'العربية'));
    await press(button(page, ar(ask)));
    await press(button(page, ar(sure)));
    await expect(heading(page)).toHaveText(en('board:title'));
    const said = page.getByText(ar(kind));
    await expect(said).toBeVisible();
    await expect(said).toHaveAttribute('lang', 'ar');
    await expect(said).toHaveAttribute('dir', 'rtl');
    await expect(button(page, en('common:undo'))).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  }
});
