import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { driverOf } from '../gallery/driver.ts';
import { finger } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { button, faceOf, heading, mark, meet, startScheduled } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');

/** Keeps when the first touch lifted, and when the frame after the last change was painted, by the clock of all windows. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const keep = (what: string) => {
      document.documentElement.dataset[what] = String(performance.timeOrigin + performance.now());
    };
    document.addEventListener('pointerup', () => keep('touched'), { capture: true });
    new MutationObserver(() =>
      // A message posted within a frame is delivered when the frame was painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => keep('painted');
        port2.postMessage(null);
      }),
    ).observe(document.body, { characterData: true, childList: true, subtree: true });
  });

const kept = async (page: Page, what: string): Promise<number> =>
  Number(await page.evaluate((name) => document.documentElement.dataset[name], what));

/** Brings the kiosk to where a test begins, once its page is there. */
const kioskOn = async (page: Page) => {
  await expect(button(page, en('resting:start'))).toBeVisible();
  return driverOf(page, 'en');
};

/** A second window on the same kiosk, at this address. */
const openAlso = async (page: Page, context: BrowserContext, path: string): Promise<Page> => {
  const other = await context.newPage();
  await other.goto(new URL(path, page.url()).href);
  return other;
};

/** What lies under the finger or the keyboard: on the wall there is none of it. */
const touchable = (wall: Page) =>
  wall.locator('button, a, input, select, textarea, summary, iframe, [tabindex], [contenteditable]');

test('two windows on one device agree: what is tapped in one is shown in the other', async ({
  page,
  context,
  listen,
}) => {
  const hand = finger(page);
  const other = await openAlso(page, context, '/');
  await listen(other);
  await expect(button(other, en('resting:start'))).toBeVisible();

  await startScheduled(page, en, hand);
  await expect(heading(other)).toHaveText(en('welcome:hello'));
  await hand.press(button(page, en('welcome:begin')));
  await expect(heading(other)).toHaveText('Kofi');

  await watch(page);
  await watch(other);
  await meet(page, en, hand, 'Kofi');
  await expect(heading(other)).toHaveText('Amara');
  await expect.poll(() => kept(other, 'painted')).toBeGreaterThan(await kept(page, 'touched'));
  const late = (await kept(other, 'painted')) - (await kept(page, 'touched'));
  console.log(`from the touch in one window to the new card in the other: ${Math.round(late)} ms`);

  const second = finger(other);
  await meet(other, en, second, 'Amara');
  await expect(heading(page)).toHaveText('Inês');
  await second.press(button(other, en('common:undo')));
  await expect(heading(page)).toHaveText('Amara');
});

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
    // The clock of the round paints each second: what is measured is the tile.
    const times: number[] = [];
    for (const name of await wall.locator('li bdi').allInnerTexts()) {
      const tile = wall.getByRole('listitem').filter({ hasText: name });
      const painted = tile.evaluate(
        (element) =>
          new Promise<number>((done) => {
            const observer = new MutationObserver(() => {
              observer.disconnect();
              requestAnimationFrame(() => {
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = () => done(performance.timeOrigin + performance.now());
                port2.postMessage(null);
              });
            });
            observer.observe(element, { attributes: true, childList: true, subtree: true });
          }),
      );
      await page.evaluate(() =>
        document.addEventListener(
          'pointerup',
          () => {
            document.documentElement.dataset.touched = String(performance.timeOrigin + performance.now());
          },
          { capture: true, once: true },
        ),
      );
      await faceOf(page, name).tap();
      times.push((await painted) - (await kept(page, 'touched')));
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

/** Sixteen people: the demo team, one with a long name, and a visitor. */
const roomful = async (kiosk: ReturnType<typeof driverOf>) => {
  const long = await kiosk.visitor('Konstantinos', 'scrub-technician');
  const visitor = await kiosk.visitor('Noor', 'care-team-member');
  return [long, ...(await kiosk.people()).filter(({ id }) => id !== long.id && id !== visitor.id), visitor];
};

/** The smallest name on the page, the size of its clock (px), and whatever does not fit where it stands. */
const namesIn = (page: Page): Promise<{ smallest: number; clock: number; cut: string[] }> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const size = (element: Element | null) =>
      element === null ? 0 : Number.parseFloat(getComputedStyle(element).fontSize);
    const names = [...document.querySelectorAll('main li bdi')];
    const cut = names.flatMap((name) => {
      const tile = name.closest('li')?.getBoundingClientRect();
      const { left, right, y, height } = name.getBoundingClientRect();
      // As far as its ink goes.
      const [top, bottom] = [y + 0.2 * height, y + 0.8 * height];
      const isIn =
        tile !== undefined &&
        left >= tile.left &&
        right <= tile.right + 0.5 &&
        top >= tile.top &&
        bottom <= tile.bottom &&
        bottom <= window.innerHeight;
      const oneLine = height < 1.9 * size(name);
      return isIn && (oneLine || /\s/u.test(name.textContent)) ? [] : [name.textContent];
    });
    if (document.documentElement.scrollHeight > window.innerHeight + 1) cut.push('the page');
    return {
      smallest: Math.floor(Math.min(...names.map(size))),
      clock: Math.floor(size(document.querySelector('[role="timer"]'))),
      cut,
    };
  });

/** How many of the portraits wear a mask: their photo is not the one of the face. */
const masksIn = async (page: Page): Promise<number> => {
  const { people } = await page.evaluate(async () => (await fetch('/api/view')).json());
  const masked = new Set(Object.values<{ maskedPhoto: string }>(people).map((one) => one.maskedPhoto));
  const shown = await page.locator('li img').evaluateAll((all) => all.map((one) => one.getAttribute('src')));
  return shown.filter((src) => src !== null && masked.has(src)).length;
};
