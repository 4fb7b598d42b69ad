import { expect } from '@playwright/test';
import { finger } from './hands.ts';
import { button, heading } from './steps.ts';
import type { Tour } from './tour.ts';

/** Stops at every screen of a shift change that no surgery has, and ends on the board of those who came. */
export const shiftTour = async ({ page, say, look }: Tour): Promise<void> => {
  const { press, pressAfterWords } = finger(page);
  await press(button(page, say('resting:start')));
  // The last of the day: one leaves, one arrives.
  await press(page.getByRole('button', { name: new RegExp(say('start:kind.shift-change'), 'u') }).last());
  await press(button(page, say('start:hand')));
  await expect(heading(page)).toHaveText(say('welcome:hello'));
  await press(button(page, say('welcome:begin')));
  await expect(button(page, say('patient:met'))).toBeVisible();
  await look('card of who arrives');
  await pressAfterWords(button(page, say('patient:met')));
  await expect(button(page, say('shift:goodbye.said'))).toBeVisible();
  await look('goodbye');
  await pressAfterWords(button(page, say('shift:goodbye.said')));
  await expect(heading(page)).toHaveText(say('board:title'));
};
