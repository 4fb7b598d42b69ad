import { expect } from '@playwright/test';
import { finger } from './hands.ts';
import { button } from './steps.ts';
import { inSheet, type Tour } from './tour.ts';

/** Stops at the box for what does not work, and at somebody’s own card and its sheets; ends on the resting screen. */
export const ownCardTour = async (tour: Tour): Promise<void> => {
  const { page, say, look } = tour;
  const { press } = finger(page);
  await press(button(page, say('suggestions:title')));
  await inSheet(tour, 'suggestions');

  await press(button(page, say('card:title')));
  await expect(button(page, 'Linh')).toBeVisible();
  await look('whose card');
  await press(button(page, say('card:who.pin')));
  await inSheet(tour, 'whose card: name and PIN');
  await press(button(page, 'Linh'));
  await expect(page.getByLabel(say('card:line'))).toBeVisible();
  await look('my card');
  await press(button(page, new RegExp(`^${say('card:change')}`, 'u')));
  await inSheet(tour, 'my card: languages');
  await press(button(page, say('card:photo.new')).first());
  await inSheet(tour, 'my card: photo');
  await press(button(page, say('card:pin.choose')));
  await inSheet(tour, 'my card: PIN');
  await page.getByLabel(say('card:line')).fill('x'.repeat(130));
  await page.getByLabel(say('card:line')).press('Enter');
  await expect(page.getByText(say('card:text.too-long'))).toBeVisible();
  await look('my card: too long');
  await page.getByLabel(say('card:line')).fill('');
  await page.getByLabel(say('card:line')).press('Enter');
  await press(button(page, say('card:done')));
  await expect(button(page, say('resting:start'))).toBeVisible();
};
