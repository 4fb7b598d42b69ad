import { finger, scanBadge, typeFast } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { loggedIn } from './record.ts';
import { badgeOf, beginScheduled, button, faceOf, heading, startScheduled } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');
const unknown = '9999000011';

test('a badge at rest and on the start screen adds its holder, and types nothing', async ({
  page,
  folder,
}) => {
  await expect(button(page, en('resting:start'))).toBeVisible();
  await scanBadge(page, badgeOf('Mei'));
  await expect(heading(page)).toHaveText(en('start:title'));
  await expect(button(page, 'Mei')).toHaveAttribute('aria-pressed', 'true');

  const find = page.getByLabel(en('start:find'));
  await find.fill('in');
  await find.focus();
  await scanBadge(page, badgeOf('Kofi'));
  await expect(page.getByText(en('start:chosen_other', { count: '2' }))).toBeVisible();
  await expect(find).toHaveValue('in');
  await expect(find).toBeFocused();
  await find.fill('');
  await expect(button(page, 'Kofi')).toHaveAttribute('aria-pressed', 'true');
  expect(loggedIn(folder, 'session-opened')).toEqual([]);
});

test('in the patient round and in the time-out a badge is its holder’s own introduction', async ({
  page,
  folder,
}) => {
  const hand = finger(page);
  const { press } = hand;
  await beginScheduled(page, en, hand);
  await scanBadge(page, badgeOf('Kofi'));
  await expect(heading(page)).toHaveText('Amara');
  await expect(page.getByText(en('patient:step.introduced', { name: 'Kofi' }))).toBeVisible();

  await press(button(page, en('patient:notHere')));
  await press(button(page, en('common:reason.not-coming')));
  for (const name of ['Inês', 'Yusuf', 'Linh', 'Rosa']) {
    await expect(heading(page)).toHaveText(name);
    await scanBadge(page, badgeOf(name));
  }
  await press(button(page, en('patient:doneBefore')));

  await press(button(page, en('board:timeOut')));
  await expect(heading(page)).toHaveText(en('team:title'));
  await scanBadge(page, badgeOf('Inês'));
  await expect(faceOf(page, 'Inês')).toContainText(en('team:status.introduced'));
  await scanBadge(page, badgeOf('Inês'));
  await expect(page.getByText(en('problems:already-here', { name: 'Inês' }))).toBeVisible();

  const recorded = loggedIn(folder, 'introduction-recorded').map(({ data, actor }) => [
    data.method,
    actor.kind,
  ]);
  expect(recorded).toEqual([
    ['badge', 'badge'],
    [null, 'bedside'],
    ...Array.from({ length: 5 }, () => ['badge', 'badge']),
  ]);
});

test('on the board a badge lets somebody in; one that nobody has is refused in plain words', async ({
  page,
  folder,
}) => {
  const hand = finger(page);
  const { press } = hand;
  await startScheduled(page, en, hand);
  await expect(heading(page)).toHaveText(en('welcome:hello'));
  await press(button(page, en('welcome:notNow')));
  await press(button(page, en('welcome:later.when-i-ask')));
  await expect(heading(page)).toHaveText(en('board:title'));

  await scanBadge(page, unknown);
  const notice = page.getByRole('alert');
  await expect(notice).toContainText(en('problems:unknown-badge.happened'));
  await expect(notice).toContainText(en('problems:unknown-badge.recorded'));
  await expect(notice).toContainText(en('problems:unknown-badge.todo'));
  await expect(notice).not.toContainText(unknown);
  // It stands above the screen, and lies over nobody's name.
  const [said, screen] = [await notice.boundingBox(), await page.getByRole('main').boundingBox()];
  expect(screen?.y).toBeGreaterThanOrEqual((said?.y ?? Number.NaN) + (said?.height ?? Number.NaN));
  expect(loggedIn(folder, 'participant-joined')).toHaveLength(6);
  await press(button(page, en('problems:ok')));
  await expect(notice).toHaveCount(0);

  await press(button(page, en('board:addSomeone')));
  const find = page.getByLabel(en('start:find'));
  await find.fill('th');
  await find.focus();
  await scanBadge(page, badgeOf('Mei'));
  await expect.poll(() => loggedIn(folder, 'participant-joined').length).toBe(7);
  await expect(find).toHaveValue('th');
  await press(button(page, en('common:cancel')));
  await expect(faceOf(page, 'Mei')).toBeVisible();
  await scanBadge(page, badgeOf('Mei'));
  await expect(page.getByText(en('problems:already-here', { name: 'Mei' }))).toBeVisible();
  expect(loggedIn(folder, 'participant-joined')).toHaveLength(7);
});

test('somebody who types fast is not taken for a badge', async ({ page }) => {
  const badges: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/badges')) badges.push(request.url());
  });
  await finger(page).press(button(page, en('resting:start')));
  await finger(page).press(page.getByRole('button', { name: en('start:blank') }));
  const find = page.getByLabel(en('start:find'));
  await find.focus();
  await typeFast(page, 'thandiwe');
  await expect(find).toHaveValue('thandiwe');
  await expect(faceOf(page, 'Thandi')).toBeVisible();
  // And a reader is heard right after: so the typing was not.
  await scanBadge(page, badgeOf('Mei'));
  await expect(page.getByText(en('start:chosen_one', { count: '1' }))).toBeVisible();
  await expect(find).toHaveValue('thandiwe');
  expect(badges).toHaveLength(1);
});
