import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './kiosk-test.ts';
import { painted, touched, watchTouch } from './paint.ts';
import { kioskOn, namesIn, openAlso, roomful } from './room.ts';
import { faceOf, heading } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');

/** What lies under the finger or the keyboard: on the wall there is none of it. */
const touchable = (wall: Page) =>
  wall.locator('button, a, input, select, textarea, summary, iframe, [tabindex], [contenteditable]');

test.describe('the wall', () => {
  test('follows the session from the resting screen to its end, and has nothing to touch', async ({
    page,
    context,
    listen,
  }) => {
    const kiosk = await kioskOn(page);
    const wall = await openAlso(page, context, '/wall');
    await listen(wall);
    const nothingToTouch = async () => {
      await expect(touchable(wall)).toHaveCount(0);
      await wall.keyboard.press('Tab');
      expect(await wall.evaluate(() => document.activeElement === document.body)).toBe(true);
    };
    await expect(heading(wall)).toHaveText('OR 3');
    await expect(wall.getByRole('time').first()).toBeVisible();
    await nothingToTouch();

    await kiosk.open(0);
    await expect(heading(wall)).toHaveText(en('wall:title'));
    await expect(wall.getByRole('listitem')).toHaveCount(6);
    await nothingToTouch();

    await kiosk.tap({ type: 'open-round', kind: 'team', language: 'en' });
    await expect(heading(wall)).toHaveText(en('team:title'));
    await expect(wall.getByRole('timer')).toBeVisible();
    await expect(wall.getByText(en('team:worry'))).toBeVisible();
    const { id, introductions } = await kiosk.round();
    const kofi = wall.getByRole('listitem').filter({ hasText: 'Kofi' });
    await expect(kofi).not.toContainText(en('team:status.introduced'));
    for (const { participant } of introductions) {
      const verdict = { status: 'introduced', method: 'attested', reason: null } as const;
      await kiosk.tap({ type: 'record', round: id, participant, verdict });
    }
    await expect(kofi).toContainText(en('team:status.introduced'));
    await expect(heading(wall)).toHaveText(en('team:concerns.title'));
    await expect(wall.getByText(/Rosa: if something worries you/u)).toBeVisible();
    await nothingToTouch();

    await kiosk.tap({ type: 'end-round', round: id, outcome: 'completed' });
    await kiosk.tap({ type: 'leave', participant: introductions[0]?.participant ?? '' });
    await expect(kofi).toContainText(en('wall:left'));
    await expect(wall.getByRole('listitem').last()).toContainText('Kofi');
    await kiosk.tap({ type: 'close-session' });
    await expect(heading(wall)).toHaveText('OR 3');
  });

  test('shows nothing of what the patient chose, asked or is called, and speaks the language of the place', async ({
    page,
    context,
  }) => {
    const kiosk = await kioskOn(page);
    const wall = await openAlso(page, context, '/wall');
    await kiosk.open(0);
    await kiosk.tap({ type: 'open-round', kind: 'patient' });
    const { id, introductions } = await kiosk.round();
    const [kofi, amara] = introductions.map(({ participant }) => participant);
    await kiosk.choose({
      ...{ callMe: 'Mrs Quillfeather', language: 'es', largerText: true, withMe: 'family', students: false },
      questions: [amara ?? ''],
    });
    const start = { type: 'start-round', round: id, language: 'es', oneByOne: true } as const;
    await kiosk.tap({ ...start, without: [kofi ?? ''] });
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    const now = wall.getByRole('listitem').filter({ hasText: 'Amara' });
    await expect(now).toContainText(en('wall:now'));
    await expect(wall.locator('html')).toHaveAttribute('lang', 'en');
    expect(await wall.evaluate(() => document.documentElement.dataset.text)).toBeUndefined();
    await expect(heading(wall)).toHaveText(en('wall:title'));
    const said = (await wall.locator('main').innerText()).replaceAll(/\s+/gu, ' ');
    expect(said).not.toMatch(/Quillfeather|question|family|not now|declined|larger/iu);
    // Whom the patient would rather not meet stands there as everybody does.
    const tiles = await wall.getByRole('listitem').evaluateAll((all) => all.map((one) => one.dataset.look));
    expect(tiles.toSorted()).toEqual(['now', 'open', 'open', 'open', 'open', 'open']);
  });

  test.describe('in Korean, where the half of the day stands before the hour', () => {
    test.use({ spoken: 'ko' });
    test('nothing of the hour stands outside the lines below it', async ({ page, context }) => {
      const wall = await openAlso(page, context, '/wall');
      const hour = wall.getByRole('time');
      await expect(hour).toContainText(/오[전후]/u);
      const [half, line] = await hour.evaluate((time) => [
        time.querySelector('small')?.getBoundingClientRect().left,
        time.parentElement?.getBoundingClientRect().left,
      ]);
      expect(half).toBe(line);
    });
  });

  for (const [width, height] of [
    [1920, 1080],
    [1280, 720],
    [3840, 2160],
    [1080, 1920],
  ] as const)
    test(`fits ${width}×${height} whatever the team; lying, nine names are read from four metres`, async ({
      page,
      context,
    }) => {
      const kiosk = await kioskOn(page);
      const wall = await openAlso(page, context, '/wall');
      await wall.setViewportSize({ width, height });
      const people = await roomful(kiosk);
      for (const count of [6, 9, 12, 16]) {
        await kiosk.openWith(people.slice(0, count));
        for (const round of [false, true]) {
          if (round) await kiosk.tap({ type: 'open-round', kind: 'team', language: 'en' });
          await expect(heading(wall)).toHaveText(en(round ? 'team:title' : 'wall:title'));
          await expect(wall.getByRole('listitem')).toHaveCount(count);
          const { smallest, cut } = await namesIn(wall);
          console.log(
            `wall ${width}×${height}, ${count} people, ${round ? 'round' : 'session'}: ${smallest} px`,
          );
          expect(cut).toEqual([]);
          if (count <= 9 && width > height) expect(smallest).toBeGreaterThanOrEqual((64 * height) / 1080 - 1);
        }
        await kiosk.tap({ type: 'end-round', round: (await kiosk.round()).id, outcome: 'stopped' });
        await kiosk.tap({ type: 'close-session' });
        await expect(heading(wall)).toHaveText('OR 3');
      }
    });

  test('has no barriers, by day and by night', async ({ page, context }) => {
    const kiosk = await kioskOn(page);
    const wall = await openAlso(page, context, '/wall');
    await wall.setViewportSize({ width: 1920, height: 1080 });
    const barriers = async (): Promise<string[]> => {
      const found: string[] = [];
      for (const theme of ['day', 'night'] as const) {
        await wall.emulateMedia({ colorScheme: theme === 'day' ? 'light' : 'dark' });
        await expect(wall.locator('html')).toHaveAttribute('data-theme', theme);
        const { violations } = await new AxeBuilder({ page: wall })
          .setLegacyMode()
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        found.push(...violations.map(({ id, nodes }) => `${theme}: ${id} at ${nodes[0]?.target.join(' ')}`));
      }
      return found;
    };
    await expect(heading(wall)).toHaveText('OR 3');
    expect(await barriers()).toEqual([]);
    await kiosk.open(0);
    await kiosk.tap({ type: 'open-round', kind: 'team', language: 'en' });
    await expect(heading(wall)).toHaveText(en('team:title'));
    const { id, introductions } = await kiosk.round();
    const verdict = { status: 'introduced', method: 'attested', reason: null } as const;
    await kiosk.tap({ type: 'record', round: id, participant: introductions[0]?.participant ?? '', verdict });
    await kiosk.tap({ type: 'leave', participant: introductions[1]?.participant ?? '' });
    await expect(wall.getByText(en('wall:left'))).toBeVisible();
    expect(await barriers()).toEqual([]);
  });

  test('paints a change soon after it was touched', async ({ page, context }) => {
    const kiosk = await kioskOn(page);
    const wall = await openAlso(page, context, '/wall');
    await kiosk.openWith((await roomful(kiosk)).slice(0, 12));
    await kiosk.tap({ type: 'open-round', kind: 'team', language: 'en' });
    await expect(heading(page)).toHaveText(en('team:title'));
    await expect(heading(wall)).toHaveText(en('team:title'));
    const times: number[] = [];
    for (const name of await wall.locator('li bdi').allInnerTexts()) {
      const tile = wall.getByRole('listitem').filter({ hasText: name });
      const shown = painted(wall, 'li', [name, en('team:status.introduced')]);
      await watchTouch(page);
      await faceOf(page, name).tap();
      times.push((await shown) - (await touched(page)));
      await expect(tile).toContainText(en('team:status.introduced'));
    }
    times.sort((one, other) => one - other);
    const [median, most] = [times[times.length >> 1] ?? 0, times.at(-1) ?? 0];
    console.log(
      `from the touch to the paint on the wall: median ${median.toFixed(0)} ms, at most ${most.toFixed(0)} ms of ${times.length}`,
    );
    expect(times).toHaveLength(12);
  });

  test.describe('when the kiosk is gone', () => {
    test.use({ tolerated: /./u });
    test('says so calmly and keeps the names', async ({ page, context, kiosk }) => {
      const device = await kioskOn(page);
      const wall = await openAlso(page, context, '/wall');
      await device.open(0);
      await expect(wall.getByRole('listitem')).toHaveCount(6);
      await kiosk.kill();
      await expect(wall.getByRole('status')).toHaveText(en('wall:away'));
      await expect(wall.getByRole('listitem').filter({ hasText: 'Kofi' })).toBeVisible();
    });
  });

  test('has a start link of its own, with which nothing can be changed', async ({
    browser,
    kiosk,
    listen,
  }) => {
    const context = await browser.newContext();
    const wall = await context.newPage();
    await listen(wall);
    await wall.goto(kiosk.wall);
    await expect(wall).toHaveURL(/\/wall$/u);
    await expect(heading(wall)).toHaveText('OR 3');
    expect(await wall.evaluate(async () => (await fetch('/api/wall')).status)).toBe(200);
    await context.close();
  });
});
