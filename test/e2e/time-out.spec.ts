import { finger } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { kioskOn, masksIn, namesIn, openAlso, roomful } from './room.ts';
import { button, faceOf, heading, mark } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');

test.describe('the time-out on a room’s display', () => {
  for (const count of [6, 9, 12, 16])
    test(`${count} names at 1920×1080`, async ({ page }) => {
      await page.setViewportSize({ width: 1920, height: 1080 });
      const kiosk = await kioskOn(page);
      await kiosk.openWith((await roomful(kiosk)).slice(0, count));
      await kiosk.tap({ type: 'open-round', kind: 'team', language: 'en' });
      await expect(page.getByRole('list').getByRole('listitem')).toHaveCount(count);
      const { smallest, clock, cut } = await namesIn(page);
      console.log(`time-out, ${count} people: names at least ${smallest} px, clock ${clock} px`);
      expect(cut).toEqual([]);
      expect(clock).toBeGreaterThanOrEqual(64);
      if (count <= 9) expect(smallest).toBeGreaterThanOrEqual(64);
    });

  test('whom everyone knows is one touch each, person by person', async ({ page }) => {
    const hand = finger(page);
    const kiosk = await kioskOn(page);
    await kiosk.open(0);
    await kiosk.tap({ type: 'open-round', kind: 'team', language: 'en' });
    await hand.press(button(page, en('team:knownName', { name: 'Amara' })));
    await expect(faceOf(page, 'Amara')).toContainText(en('team:status.already-known'));
    await expect(faceOf(page, 'Kofi')).not.toContainText(en('team:status.already-known'));
    expect(hand.counted()).toBe(1);
    const { introductions } = await kiosk.round();
    expect(introductions.map(({ status }) => status).filter((status) => status !== null)).toEqual([
      'already-known',
    ]);
  });

  test('the patient’s question is there until somebody answered it', async ({ page }) => {
    const { press } = finger(page);
    const kiosk = await kioskOn(page);
    await kiosk.open(0);
    await kiosk.tap({ type: 'open-round', kind: 'team', language: 'en' });
    const amara = (await kiosk.round()).introductions[1]?.participant ?? '';
    await kiosk.choose({ questions: [amara] });
    await press(button(page, en('team:questions.open', { name: 'Amara' })));
    await expect(button(page, en('team:questions.answered', { name: 'Amara' }))).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await press(button(page, en('team:questions.answered', { name: 'Amara' })));
    await expect(button(page, en('team:questions.open', { name: 'Amara' }))).toBeVisible();
  });

  test('while the patient is awake, what is for the staff only is gone, and comes back with one touch', async ({
    page,
    context,
  }) => {
    const hand = finger(page);
    const { press } = hand;
    const kiosk = await kioskOn(page);
    const wall = await openAlso(page, context, '/wall');
    await kiosk.open(0);
    await kiosk.tap({ type: 'open-round', kind: 'team', language: 'en' });
    const { id, introductions } = await kiosk.round();
    const [kofi = '', amara = '', ines = ''] = introductions.map(({ participant }) => participant);
    await kiosk.tap({
      ...{ type: 'record', round: id, participant: kofi },
      verdict: { status: 'absent', method: null, reason: 'called-away' },
    });
    await kiosk.tap({
      ...{ type: 'record', round: id, participant: amara },
      verdict: { status: 'already-known', method: 'attested', reason: null },
    });
    await expect(faceOf(page, 'Kofi')).toContainText(en('team:status.absent'));
    await expect(wall.getByRole('listitem')).toHaveCount(6);

    hand.counted();
    await press(button(page, en('team:awake.on')));
    expect(hand.counted()).toBe(1);
    await expect(heading(page)).toHaveText(en('team:awake.title'));
    await expect(heading(wall)).toHaveText(en('team:awake.title'));
    await expect(wall.getByRole('listitem')).toHaveCount(5);
    const main = page.getByRole('main');
    for (const gone of [
      en('team:status.absent'),
      en('team:status.already-known'),
      en('team:known'),
      en('team:hint'),
      'Kofi',
    ])
      await expect(main).not.toContainText(gone);
    await expect(page.getByRole('button', { name: en('team:options.open'), exact: true })).toHaveCount(0);
    await expect(page.getByRole('button', { name: /something else|Correct|known already/iu })).toHaveCount(0);
    await expect(main).toContainText(en('team:awake.worry'));
    // Faces, as a patient always sees them.
    expect(await masksIn(page)).toBe(0);
    expect(await masksIn(wall)).toBe(0);

    await press(faceOf(page, 'Inês'));
    await expect(page.getByRole('listitem').filter({ hasText: 'Inês' })).toContainText(en('team:awake.said'));
    await press(button(page, new RegExp(`^${en('team:awake.finish')}`, 'u')));
    const sheet = page.getByRole('dialog');
    await expect(sheet).toContainText(en('team:awake.finishTitle'));
    await expect(sheet).not.toContainText(/Linh|Yusuf|Rosa/u);
    await press(button(page, en('team:awake.goOn')));

    await press(button(page, en('team:awake.off')));
    await expect(faceOf(page, 'Kofi')).toContainText(en('team:status.absent'));
    await expect(faceOf(page, 'Amara')).toContainText(en('team:status.already-known'));
    await expect.poll(() => masksIn(page)).toBeGreaterThan(0);
    expect((await kiosk.round()).introductions.find(({ participant }) => participant === ines)).toMatchObject(
      {
        ...{ status: 'introduced', method: 'attested' },
      },
    );
  });

  test('once all have spoken, the screen asks them by name what worries them', async ({ page }) => {
    const hand = finger(page);
    const kiosk = await kioskOn(page);
    await kiosk.open(0);
    await kiosk.tap({ type: 'open-round', kind: 'team', language: 'en' });
    await expect(page.getByRole('main')).toContainText(en('team:worry'));
    for (const name of ['Kofi', 'Amara', 'Inês', 'Yusuf', 'Linh', 'Rosa'])
      expect(await mark(page, en, hand, name)).toBe(1);
    await expect(heading(page)).toHaveText(en('team:concerns.title'));
    await expect(
      page.getByText(/Yusuf, Inês, Amara, Linh, Kofi, and Rosa: if something worries you/u),
    ).toBeVisible();
  });
});
