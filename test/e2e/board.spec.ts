import type { Page } from '@playwright/test';
import type { Session } from '../../core/session/state.ts';
import type { ChoicesChange } from '../../core/view.ts';
import { finger, type Hand, scanBadge } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { loggedIn } from './record.ts';
import { badgeOf, button, endSession, faceOf, heading, misfitsOnTablets, openBoard } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');

/** The board of the first operation of the day, whose time-out was held. */
const boardUnderWay = async (page: Page, { press }: Hand): Promise<void> => {
  await openBoard(page, en, { press });
  await press(button(page, en('board:timeOut')));
  await press(button(page, new RegExp(`^${en('team:finish')}`, 'u')));
  await press(button(page, en('team:missing.anyway')));
  await expect(heading(page)).toHaveText(en('board:title'));
};

/** What the patient chose, as their own screens keep it. */
const choose = async (page: Page, change: (session: Session) => ChoicesChange): Promise<void> => {
  const session = await page.evaluate(async (): Promise<Session> => {
    const view = await (await fetch('/api/view')).json();
    return view.session;
  });
  await page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json' };
      await fetch('/api/choices', { method: 'POST', headers, body });
    },
    JSON.stringify({ session: session.id, change: change(session) }),
  );
};

test('somebody takes over in one touch, with a round of their own; one touch takes it back', async ({
  page,
  folder,
}) => {
  const hand = finger(page);
  const { press, pressAfterWords } = hand;
  await boardUnderWay(page, hand);
  const takeOver = async () => {
    await press(faceOf(page, 'Kofi'));
    await press(button(page, en('board:person.takeOver', { name: 'Kofi' })));
    const faces = page.getByRole('dialog').getByRole('listitem').getByRole('button');
    // Whoever does the same stands first.
    await expect(faces.first()).toHaveText(/Björn/u);
    await press(faces.first());
    await expect(heading(page)).toHaveText('Björn');
  };
  await expect(page.getByText(en('board:notMet'))).toHaveCount(0);
  await takeOver();
  await expect(page.getByText(en('board:step.handed-over', { name: 'Kofi' }))).toBeVisible();
  await press(button(page, en('common:undo')));
  await expect(heading(page)).toHaveText(en('board:title'));
  await expect(faceOf(page, 'Kofi')).not.toContainText(en('board:gone'));
  await expect(faceOf(page, 'Björn')).toHaveCount(0);

  await takeOver();
  await pressAfterWords(button(page, en('patient:met')));
  await expect(heading(page)).toHaveText(en('board:title'));
  await expect(faceOf(page, 'Kofi')).toContainText(en('board:handedTo', { name: 'Björn' }));
  await expect(faceOf(page, 'Björn')).toContainText(en('board:met'));
  await expect(faceOf(page, 'Amara')).toContainText(en('board:notMet'));
  expect(loggedIn(folder, 'introduction-recorded')).toHaveLength(1);
});

test('whoever comes in by badge takes over on their card, from the one who does the same', async ({
  page,
}) => {
  const hand = finger(page);
  await boardUnderWay(page, hand);
  await scanBadge(page, badgeOf('Björn'));
  await expect(heading(page)).toHaveText('Björn');
  await expect(page.getByText(en('board:step.came', { name: 'Björn' }))).toBeVisible();
  await hand.press(button(page, en('board:relief.from', { name: 'Kofi' })));
  await expect(page.getByText(en('board:step.handed-over', { name: 'Kofi' }))).toBeVisible();
  await expect(button(page, en('board:relief.from', { name: 'Kofi' }))).toHaveCount(0);
  await hand.pressAfterWords(button(page, en('patient:met')));
  await expect(faceOf(page, 'Kofi')).toContainText(en('board:handedTo', { name: 'Björn' }));
});

test('a question of the patient is on the board until it is ticked off, and can wait again', async ({
  page,
}) => {
  const hand = finger(page);
  const { press } = hand;
  await openBoard(page, en, hand);
  await choose(page, ({ participants }) => ({
    callMe: 'Zorblax',
    questions: participants.slice(0, 2).map((one) => one.id),
    students: false,
  }));
  const sum = page.getByText(en('board:questionsFor_other', { names: 'Kofi and Amara' }));
  await expect(sum).toBeVisible();
  await expect(page.getByText(en('board:patient.noStudents'))).toBeVisible();
  await expect(page.getByText('Zorblax')).toHaveCount(0);
  await expect(faceOf(page, 'Kofi')).toContainText(en('board:question'));
  await press(faceOf(page, 'Kofi'));
  await expect(page.getByRole('dialog')).toContainText(en('board:person.question', { name: 'Kofi' }));
  await press(button(page, en('board:person.answered')));
  await press(button(page, en('board:person.notAnswered')));
  await press(button(page, en('board:person.answered')));
  await expect(page.getByRole('dialog')).toContainText(en('board:person.wasAnswered'));
  await page.keyboard.press('Escape');
  await expect(page.getByText(en('board:questionsFor_one', { names: 'Amara' }))).toBeVisible();
  await expect(faceOf(page, 'Kofi')).not.toContainText(en('board:question'));
});

test('an interpreter is waited for, and here with one touch', async ({ page }) => {
  const hand = finger(page);
  const { press, pressAfterWords } = hand;
  await openBoard(page, en, hand);
  await press(button(page, en('board:more')));
  await press(page.getByRole('dialog').getByText(en('start:interpreter.waiting'), { exact: true }));
  await page.keyboard.press('Escape');
  await expect(page.getByText(en('board:interpreter.waiting'))).toBeVisible();
  await pressAfterWords(button(page, en('board:interpreter.onPhone')));
  await expect(page.getByText(en('board:interpreter.waiting'))).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({ hasText: en('board:interpreter.remote') })).toBeVisible();
});

test('a wristband tells whom the patient met before; while it is asked for, a badge is none of the team’s', async ({
  page,
  folder,
}) => {
  const hand = finger(page);
  const { press, pressAfterWords } = hand;
  const number = '4711-0815-42';
  const dialog = page.getByRole('dialog');
  await boardUnderWay(page, hand);
  await press(button(page, en('stay:scan')));
  await scanBadge(page, badgeOf('Björn'));
  await expect(dialog).toContainText(en('stay:problem.is-a-badge'));
  expect(loggedIn(folder, 'participant-joined')).toHaveLength(6);
  await scanBadge(page, number);
  await expect(dialog).toContainText(en('stay:nobody'));
  await expect(page.getByText(number)).toHaveCount(0);
  await press(button(page, en('stay:done')));
  await expect(button(page, en('stay:scan'))).toHaveCount(0);
  await scanBadge(page, badgeOf('Björn'));
  await pressAfterWords(button(page, en('patient:met')));
  await endSession(page, en, hand);

  await boardUnderWay(page, hand);
  await press(button(page, en('stay:scan')));
  await page.getByLabel(en('stay:number')).fill('4711 0815 42');
  await press(button(page, en('stay:use')));
  await expect(dialog).toContainText(en('stay:nobody'));
  await press(button(page, en('stay:done')));
  await scanBadge(page, badgeOf('Björn'));
  await expect(faceOf(page, 'Björn')).toContainText(en('board:metBefore'));
  await expect(heading(page)).toHaveText(en('board:title'));

  await press(button(page, en('board:more')));
  await press(button(page, en('stay:scan')));
  await expect(dialog).toContainText(en('stay:met', { names: 'Björn' }));
  await press(button(page, en('stay:wrong')));
  await expect(page.getByLabel(en('stay:number'))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(faceOf(page, 'Björn')).not.toContainText(en('board:metBefore'));
});

test('with all that the board can have to say, nothing of it or of its sheets is cut, too small or too near', async ({
  page,
}) => {
  const hand = finger(page);
  const { press } = hand;
  const found: string[] = [];
  const look = async (screen: string) => {
    for (const misfit of await misfitsOnTablets(page)) found.push(`${screen}, ${misfit}`);
  };
  const leave = async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  await openBoard(page, en, hand);
  await press(button(page, en('board:more')));
  await press(page.getByRole('dialog').getByText(en('start:interpreter.waiting'), { exact: true }));
  await look('the session');
  await leave();
  await choose(page, ({ participants }) => ({
    ...{ language: 'ar', answers: 'proxy', withMe: 'someone', students: false },
    questions: participants.map((one) => one.id),
  }));
  await expect(page.getByText(en('board:patient.noStudents'))).toBeVisible();
  await look('the board');
  await press(faceOf(page, 'Amara'));
  await look('a person');
  await press(button(page, en('board:person.takeOver', { name: 'Amara' })));
  await look('who takes over');
  await leave();
  await press(button(page, en('stay:scan')));
  await press(button(page, en('stay:use')));
  await expect(page.getByRole('dialog')).toContainText(en('stay:problem.too-short'));
  await look('the wristband');
  await scanBadge(page, 'ABC-1234');
  await expect(page.getByRole('dialog')).toContainText(en('stay:nobody'));
  await look('nobody met');
  expect(found).toEqual([]);
});
