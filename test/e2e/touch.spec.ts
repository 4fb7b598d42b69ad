import type { Page } from '@playwright/test';
import { roomGrid } from '../../renderer/screens/team/room-grid.ts';
import { expect, test } from './kiosk-test.ts';
import { misfits } from './measure.ts';
import { kioskOn, roomful } from './room.ts';
import { heading } from './steps.ts';
import { languages, wordsIn } from './words.ts';

const windows = [
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
];

/** In how many columns and rows so many stand, lying and standing: in the same, tiles are the same. */
const shapeOf = (count: number): string => {
  const { wide, tall } = roomGrid(count);
  return [wide, Math.ceil(count / wide), tall, Math.ceil(count / tall)].join(' ');
};

/** From 2 to 16 people, the most for each shape of the room. */
const everyShape = Array.from({ length: 15 }, (_, at) => at + 2).filter(
  (count) => count === 16 || shapeOf(count) !== shapeOf(count + 1),
);

/** `npm run test:screens` looks at all shapes in all languages; otherwise two stand for them, and that of the longest words. */
const isEvery = process.env.BEDSIDE_SCREENS === 'every';
const spokenHere = isEvery ? languages : (['en', 'ar', 'ru'] as const);
const countsIn = (language: string): readonly number[] =>
  isEvery || language !== 'ru' ? everyShape : [9, 12, 16];

/** Every touch in or near the middle of a tile that would not mark a hello, and what else is too small or too near. */
const astrayIn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.querySelectorAll('main li')].flatMap((tile) => {
      const [whole, ...others] = tile.querySelectorAll('button');
      const name = whole?.textContent ?? '';
      tile.scrollIntoView({ block: 'nearest' });
      const { left, top, width, height } = tile.getBoundingClientRect();
      const found: string[] = [];
      for (const x of [-24, 0, 24])
        for (const y of [-24, 0, 24]) {
          const under = document.elementFromPoint(left + width / 2 + x, top + height / 2 + y);
          if (under?.closest('button') !== whole) found.push(`${name}: ${x}, ${y} from the middle`);
        }
      const boxes = others.map((one) => one.getBoundingClientRect()).filter((box) => box.width > 0);
      // Half a pixel is not seen, and a tile seldom begins at a whole one.
      if (boxes.some((box) => box.width < 63.5 || box.height < 63.5)) found.push(`${name}: too small`);
      const [known, dots] = boxes.toSorted((one, other) => one.left - other.left);
      if (known !== undefined && dots !== undefined && dots.left - known.right < 15.5)
        found.push(`${name}: ${dots.left - known.right} px between`);
      return found;
    });
  });

/** Names of one word that stand in two lines. */
const brokenIn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main li bdi')]
      .filter((name) => !/\s/u.test(name.textContent) && name.getClientRects().length > 1)
      .map((name) => `${name.textContent} is broken`),
  );

/** Names that are set smaller than the role under them: what is read first is who it is. */
const smallNamesIn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main li')].flatMap((tile) => {
      const [name, role] = ['bdi', '[data-words="role"]'].map((part) => {
        const found = tile.querySelector(part);
        return found === null ? 0 : Number.parseFloat(getComputedStyle(found).fontSize);
      });
      return (name ?? 0) < 1.15 * (role ?? 0) ? [`${tile.textContent}: ${name} px above ${role} px`] : [];
    }),
  );

/** Of whom it is said that a question waits in lines that begin before those of their role end. */
const crowdedIn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main li[data-look="now"]')].flatMap((tile) => {
      const role = tile.querySelector('[data-words="role"]')?.getBoundingClientRect();
      const said = tile.querySelector('button > span:last-of-type > span')?.getBoundingClientRect();
      if (role === undefined || said === undefined) return [`${tile.textContent} says nothing`];
      // A low tile has a mark instead.
      if (said.width <= 1) return [];
      return said.top < role.bottom - 1 ? [`${tile.textContent}: ${role.bottom - said.top} px`] : [];
    }),
  );

/** Photos that stand above their words and are broader than high, or begin below their upper edge: cut at chin or hair. */
const headlessIn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main li')].flatMap((tile) => {
      const photo = tile.querySelector('img');
      if (photo === null) return [`${tile.textContent} has no photo`];
      const { width, height } = photo.getBoundingClientRect();
      // Beside its words it is as high as the tile, and all of its height is seen.
      if (height > tile.clientHeight - 1 && width / height <= 0.81) return [];
      const [, from] = getComputedStyle(photo).objectPosition.split(' ');
      return width / height > 1.01 || Number.parseFloat(from ?? '') !== 0
        ? [`the head of ${tile.textContent} is cut`]
        : [];
    }),
  );

// What was wrong is said in words; to keep every step of it takes many times as long.
test.use({ trace: 'off' });

for (const language of spokenHere)
  test.describe(`in ${language}`, () => {
    test.use({ spoken: language });
    test.setTimeout(300_000);

    test('a touch in the middle of a tile marks a hello, however many they are', async ({ page }) => {
      const kiosk = await kioskOn(page, language);
      const people = await roomful(kiosk);
      const found: string[] = [];
      for (const count of countsIn(language)) {
        await kiosk.openWith(people.slice(0, count));
        await kiosk.tap({ type: 'open-round', kind: 'team', language });
        await expect(heading(page)).toHaveText(wordsIn(language)('team:title'));
        await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(count);
        for (const text of ['usual', 'large'])
          for (const size of windows) {
            await page.setViewportSize(size);
            await page.evaluate((wanted) => {
              document.documentElement.dataset.text = wanted;
            }, text);
            const where = `${count} at ${size.width}×${size.height}, ${text} text`;
            found.push(...(await astrayIn(page)).map((problem) => `${where}: ${problem}`));
          }
        await kiosk.rest();
        await expect(page.getByRole('timer')).toHaveCount(0);
      }
      expect(found).toEqual([]);
    });

    test('the board of three has whole heads, that of twenty is one screen, whatever it has to say', async ({
      page,
    }) => {
      const kiosk = await kioskOn(page, language);
      const found: string[] = [];
      const look = async (count: number) => {
        await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(count);
        for (const size of windows) {
          await page.setViewportSize(size);
          const problems = await misfits(page, { largeTargets: false, onOneScreen: true });
          if (count === 3) problems.push(...(await headlessIn(page)));
          else problems.push(...(await brokenIn(page)));
          found.push(...problems.map((problem) => `${count} at ${size.width}×${size.height}: ${problem}`));
        }
      };
      await kiosk.openWith(await kiosk.crowd(3));
      await look(3);
      await kiosk.rest();
      await kiosk.openWith(await kiosk.crowd(20));
      await look(20);
      const questions = (await kiosk.session()).participants.slice(0, 2).map(({ id }) => id);
      await kiosk.choose({ language: language === 'ar' ? 'en' : 'ar', answers: 'parent', withMe: 'family' });
      await kiosk.choose({ questions, students: false });
      await kiosk.tap({ type: 'open-round', kind: 'patient' });
      const { id, introductions } = await kiosk.round();
      await kiosk.tap({ type: 'start-round', round: id, language, oneByOne: true });
      const introduced = { status: 'introduced', method: 'self', reason: null } as const;
      for (const { participant } of introductions.slice(0, 10))
        await kiosk.tap({ type: 'record', round: id, participant, verdict: introduced });
      await kiosk.tap({ type: 'end-round', round: id, outcome: 'stopped' });
      await kiosk.tap({ type: 'leave', participant: introductions[2]?.participant ?? '' });
      await expect(page.locator('li[data-look="away"]')).toHaveCount(1);
      await look(20);
      expect(found).toEqual([]);
    });

    test('sixteen are one screen for a patient too, and no name is smaller than its role', async ({
      page,
    }) => {
      const kiosk = await kioskOn(page, language);
      const found: string[] = [];
      const look = async (what: string, size: { width: number; height: number }, patient: boolean) => {
        await page.setViewportSize(size);
        const problems = await misfits(page, { largeTargets: patient, onOneScreen: true });
        problems.push(...(await brokenIn(page)), ...(await smallNamesIn(page)));
        found.push(...problems.map((problem) => `${what} at ${size.width}×${size.height}: ${problem}`));
      };
      await kiosk.openWith(await kiosk.crowd(16));
      await kiosk.choose({ way: 'together' });
      await kiosk.tap({ type: 'open-round', kind: 'patient' });
      const { id, introductions } = await kiosk.round();
      await kiosk.tap({ type: 'start-round', round: id, language, oneByOne: false });
      const introduced = { status: 'introduced', method: 'self', reason: null } as const;
      for (const { participant } of introductions.slice(0, 12))
        await kiosk.tap({ type: 'record', round: id, participant, verdict: introduced });
      await expect(page.locator('li button[data-status="introduced"]')).toHaveCount(12);
      for (const size of windows.filter(({ width }) => width !== 1024)) await look('sixteen', size, true);
      expect(found).toEqual([]);
      // On an old cart they go on below its edge, and it shows.
      await page.setViewportSize({ width: 1024, height: 768 });
      await expect(page.locator('main [data-reach="more"] button')).toBeInViewport({ ratio: 1 });
      found.push(...(await misfits(page, { largeTargets: true, onOneScreen: false })));
      await kiosk.rest();
      // A shift change: some of them say until when they are here.
      await kiosk.open(4);
      await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(4);
      for (const size of windows) await look('a shift', size, false);
      expect(found).toEqual([]);
    });

    test('what is said of seven on the board lies over no role, whatever it is', async ({ page }) => {
      const kiosk = await kioskOn(page, language);
      await kiosk.openWith(await kiosk.crowd(7));
      await kiosk.tap({ type: 'open-round', kind: 'patient' });
      const { id, introductions } = await kiosk.round();
      await kiosk.tap({ type: 'start-round', round: id, language, oneByOne: true });
      const introduced = { status: 'introduced', method: 'self', reason: null } as const;
      for (const { participant } of introductions)
        await kiosk.tap({ type: 'record', round: id, participant, verdict: introduced });
      await kiosk.tap({ type: 'end-round', round: id, outcome: 'completed' });
      await kiosk.tap({ type: 'leave', participant: introductions[6]?.participant ?? '' });
      await kiosk.choose({ questions: introductions.map(({ participant }) => participant) });
      await expect(page.locator('li[data-look="now"]')).toHaveCount(6);
      const found: string[] = [];
      for (const size of windows) {
        await page.setViewportSize(size);
        const problems = await misfits(page, { largeTargets: false, onOneScreen: true });
        problems.push(...(await crowdedIn(page)));
        found.push(...problems.map((problem) => `${size.width}×${size.height}: ${problem}`));
      }
      expect(found).toEqual([]);
    });

    test('the lowest tiles can be read too, whatever was marked', async ({ page }) => {
      const kiosk = await kioskOn(page, language);
      await kiosk.openWith(await roomful(kiosk));
      await kiosk.tap({ type: 'open-round', kind: 'team', language });
      const { id, introductions } = await kiosk.round();
      const [one = '', two = '', ...rest] = introductions.map(({ participant }) => participant);
      await kiosk.choose({ questions: [one, two] });
      const introduced = { status: 'introduced', method: 'attested', reason: null } as const;
      for (const participant of [one, ...rest.slice(0, 9)])
        await kiosk.tap({ type: 'record', round: id, participant, verdict: introduced });
      await kiosk.tap({
        ...{ type: 'record', round: id, participant: two },
        verdict: { status: 'already-known', method: 'attested', reason: null },
      });
      await expect(page.locator('li[data-look="done"]')).toHaveCount(11);
      // Who has spoken and whom everyone knows is told apart where the mark is all that is seen of it.
      const marks = await page
        .locator('li[data-look="done"] svg[viewBox="0 0 24 24"] path')
        .evaluateAll((drawn) => drawn.map((one) => one.getAttribute('d')));
      expect(marks).toHaveLength(11);
      expect(new Set(marks).size).toBe(2);
      expect(marks.filter((mark) => mark === marks[1])).toHaveLength(1);
      const found: string[] = [];
      for (const size of windows.filter(({ width }) => width < 1280)) {
        await page.setViewportSize(size);
        const onOneScreen = size.width < size.height;
        found.push(...(await misfits(page, { largeTargets: false, onOneScreen })));
        found.push(...(await brokenIn(page)));
      }
      expect(found).toEqual([]);
    });
  });
