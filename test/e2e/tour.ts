import { expect, type Page } from '@playwright/test';
import { finger, scanBadge } from './hands.ts';
import { button, choice, faceOf, heading, meet, otherFor } from './steps.ts';
import type { Say } from './words.ts';

/** Somebody who stops at a screen and looks at it. */
type Look = (screen: string) => Promise<void>;

export interface Tour {
  page: Page;
  /** What the screens say in the language of the place. */
  say: Say;
  look: Look;
}

/** Looks at a sheet once it has come up, and leaves it undecided. */
export const inSheet = async ({ page, look }: Tour, screen: string): Promise<void> => {
  await expect(page.getByRole('dialog')).toBeVisible();
  await look(screen);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

/** Stops at every screen and sheet that the patient sees, and ends on the board. */
export const patientTour = async (tour: Tour): Promise<void> => {
  const { page, say, look } = tour;
  const hand = finger(page);
  const { press, pressAfterWords } = hand;
  await press(button(page, say('resting:start')));
  await press(page.getByRole('button', { name: /Kofi/u }).first());
  await press(button(page, say('start:hand')));
  await expect(heading(page)).toHaveText(say('welcome:hello'));
  await press(button(page, say('welcome:readAloud')));
  await page.getByLabel(say('welcome:callMe')).fill('María del Carmen Fernández');
  await press(choice(page, say('welcome:students'), say('welcome:studentsYes')));
  await look('welcome');
  await press(button(page, say('welcome:unable')));
  await inSheet(tour, 'welcome: cannot take part');
  await press(button(page, say('welcome:notNow')));
  await inSheet(tour, 'welcome: not now');
  await press(button(page, say('welcome:decline')));
  await inSheet(tour, 'welcome: no introductions');
  await press(button(page, say('welcome:answers.offer')));
  await inSheet(tour, 'welcome: who answers');
  await press(button(page, say('welcome:begin')));

  await expect(heading(page)).toHaveText('Kofi');
  await look('card');
  await press(button(page, say('patient:withMask')));
  await look('card, masked');
  await meet(page, say, hand, 'Kofi');
  await expect(heading(page)).toHaveText('Amara');
  await press(button(page, say('patient:question', { name: 'Amara' })));
  await look('card with undo and a question');
  await pressAfterWords(button(page, say('patient:notHere')));
  await inSheet(tour, 'card: not here');
  await press(button(page, say('patient:notHere')));
  await press(button(page, say('common:reason.scrubbing')));
  for (const name of ['Inês', 'Yusuf', 'Linh', 'Rosa']) await meet(page, say, hand, name);
  await expect(heading(page)).toHaveText(say('patient:yourTeam'));
  await look('the whole team');
  await press(button(page, say('patient:takeAlong')));
  await inSheet(tour, 'something to take along');
  await press(faceOf(page, 'Yusuf'));
  await expect(heading(page)).toHaveText('Yusuf');
  await press(button(page, say('patient:question', { name: 'Yusuf' })));
  await expect(button(page, say('patient:answered'))).toBeVisible();
  await look('one of the team, large');
  await press(button(page, say('patient:everyone')));
  await press(button(page, say('recall:offer')));
  await expect(button(page, say('recall:leave'))).toBeVisible();
  await look('the little check');
  await press(page.getByRole('main').getByRole('listitem').first());
  await expect(button(page, say('recall:back'))).toBeVisible();
  await look('the little check: who it is');
  await press(button(page, say('recall:back')));
  await press(button(page, say('patient:doneBefore')));

  await press(button(page, say('board:introduceAgain')));
  await press(choice(page, say('welcome:meet'), say('welcome:way.together')));
  await expect(page.getByRole('radio', { name: say('welcome:way.together') })).toBeChecked();
  await press(button(page, say('welcome:begin')));
  await expect(heading(page)).toHaveText(say('patient:team'));
  await press(faceOf(page, 'Linh'));
  await expect(faceOf(page, 'Linh')).toContainText(say('patient:status.introduced'));
  await look('all together');
  await press(button(page, say('patient:doneBefore')));
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('all together: some are left');
  await press(button(page, say('patient:finishWithout')));
  await expect(heading(page)).toHaveText(say('board:title'));
};

/** Stops at every screen and sheet that the staff see, from the resting screen to the end of a session. */
export const staffTour = async (tour: Tour): Promise<void> => {
  const { page, say, look } = tour;
  const { press } = finger(page);
  await expect(button(page, say('resting:start'))).toBeVisible();
  await look('resting');
  await press(button(page, say('kiosk:name')));
  await press(button(page, say('kiosk:checkpoint.show')));
  await expect(page.getByRole('img', { name: say('kiosk:checkpoint.code') })).toBeVisible();
  await inSheet(tour, 'this kiosk');
  await press(button(page, say('resting:start')));
  await press(page.getByRole('button', { name: new RegExp(say('start:kind.shift-change'), 'u') }).last());
  await look('start: shift change');
  // The second of the surgeon’s operations has everybody in it, also a student.
  await press(page.getByRole('button', { name: /Kofi Mensah/u }).nth(1));
  await look('start');
  await press(page.getByRole('button', { name: new RegExp(`^Amara.*${say('start:changeRole')}`, 'u') }));
  await inSheet(tour, 'start: role');
  await press(button(page, new RegExp(`^${say('start:someone')}`, 'u')));
  await inSheet(tour, 'start: somebody else');
  await press(button(page, say('start:boardOnly')));

  await expect(heading(page)).toHaveText(say('board:title'));
  await look('board');
  await press(button(page, say('board:addSomeone')));
  await expect(page.getByRole('dialog').getByRole('button', { name: /Björn/u })).toBeVisible();
  await look('board: add');
  await press(button(page, say('board:add.visitor')));
  await inSheet(tour, 'board: add a visitor');
  await scanBadge(page, '0000000000');
  await expect(page.getByRole('alert')).toBeVisible();
  await look('board: a notice');
  await press(button(page, say('problems:ok')));
  await press(button(page, say('stay:scan')));
  await inSheet(tour, 'board: wristband');
  await press(faceOf(page, 'Amara'));
  await press(button(page, say('board:person.takeOver', { name: 'Amara' })));
  await inSheet(tour, 'board: who takes over');

  await press(button(page, say('board:timeOut')));
  await expect(heading(page)).toHaveText(say('team:title'));
  await press(faceOf(page, 'Kofi'));
  await expect(faceOf(page, 'Kofi')).toContainText(say('team:status.introduced'));
  await look('time-out');
  await press(otherFor(page, say, 'Amara'));
  await inSheet(tour, 'time-out: something else');
  await press(button(page, new RegExp(`^${say('team:finish')}`, 'u')));
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('time-out: not everyone has spoken');
  await press(button(page, say('team:missing.anyway')));

  await expect(heading(page)).toHaveText(say('board:title'));
  await press(faceOf(page, 'Kofi'));
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('board: a person');
  await press(button(page, say('board:person.correct')));
  await inSheet(tour, 'board: correct');
  await press(button(page, say('board:more')));
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('board: the session');
  await press(button(page, say('board:session.close')));
  await look('board: the end');
  await press(button(page, say('board:session.closeYes')));
  await expect(button(page, say('resting:start'))).toBeVisible();
};
