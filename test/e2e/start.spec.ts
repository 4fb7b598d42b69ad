import { finger } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { button } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');

test('a name that nobody has is typed once; one that cannot be kept is asked for where it was typed', async ({
  page,
}) => {
  const { press } = finger(page);
  await press(button(page, en('resting:start')));
  await press(page.getByRole('button', { name: /8:30/u }));
  const find = page.getByLabel(en('start:find'));
  await find.fill('Zofia');
  await expect(page.getByText(en('start:nobody'))).toBeVisible();
  await press(page.getByRole('button', { name: en('start:someone') }));
  const name = page.getByLabel(en('start:visitor.name'));
  await expect(name).toHaveValue('Zofia');
  await name.fill('  ');
  // The last of the roles: the name is scrolled away, the way on is not.
  await press(button(page, en('roles:respiratory-therapist.name')));
  await expect(name).not.toBeInViewport();
  const add = button(page, en('start:visitor.add'));
  await expect(add).toBeInViewport({ ratio: 1 });
  await press(add);
  await expect(page.getByText(en('start:visitor.empty'))).toBeInViewport();
  await expect(name).toBeFocused();
  await name.fill('Zofia');
  await press(add);
  await expect(button(page, 'Zofia')).toHaveAttribute('aria-pressed', 'true');
  await expect(find).toHaveValue('');
});

test.describe('on a device that is no demo', () => {
  test.use({ demo: false });

  test('where nothing is planned and nobody is on a list, the screen says so, and how to go on', async ({
    page,
  }) => {
    const { press } = finger(page);
    await press(button(page, en('resting:start')));
    await expect(page.getByText(en('start:nothing'))).toBeVisible();
    await expect(page.getByText(en('start:noList'))).toBeVisible();
    await expect(page.getByText(en('start:hint.surgery'))).toHaveCount(0);
    await expect(page.getByRole('button', { name: en('start:blank') })).toHaveCount(0);
  });
});
