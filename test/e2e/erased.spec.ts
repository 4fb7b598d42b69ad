import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, test as base, chromium, expect, type Page } from '@playwright/test';
import { type Choices, noChoices } from '../../core/view.ts';
import { driverOf } from '../gallery/driver.ts';
import { findBrowser } from '../support/browser.ts';
import { finger } from './hands.ts';
import { kioskCommand } from './record.ts';
import { foundOnDisk } from './searched.ts';
import { button, endSession, heading, startScheduled } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');
const checkout = fileURLToPath(new URL('../../', import.meta.url));

/** What only this patient says; it is nowhere else in the world. */
const typed = { first: 'Zorblaxandra of Quix', again: 'زغربلاكسوس قنطفيرة', wristband: 'WB-73914402-QX' };
const later = { wish: 'in-an-hour', at: '2031-07-09T04:05:06.789+00:00' } as const;

/** What is a choice and no text of its own is found by the name under which it is kept. */
const keys = Object.keys(noChoices).filter((key) => key !== 'language');
const texts = [
  ...Object.values(typed),
  typed.wristband.replaceAll('-', ''),
  later.at,
  ...keys.map((key) => `"${key}":`),
];

interface World {
  /** The data folder, the operational log, and the browser’s profile. */
  folders: { data: string; told: string; profile: string };
  open: (port?: number) => Promise<Running>;
}

interface Running {
  page: Page;
  context: BrowserContext;
  kill: (signal: NodeJS.Signals) => Promise<void>;
}

/** A kiosk and a browser on folders of their own; both keep whatever they keep. */
const test = base.extend<{ world: World }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the first argument destructured
  world: async ({}, use) => {
    const root = mkdtempSync(join(tmpdir(), 'bedside-hello-erased-'));
    const folders = { data: join(root, 'data'), told: join(root, 'told'), profile: join(root, 'profile') };
    for (const folder of Object.values(folders)) mkdirSync(folder);
    const running: Running[] = [];
    await use({
      folders,
      open: async () => {
        const one = await start(folders);
        running.push(one);
        return one;
      },
    });
    for (const { context, kill } of running) {
      await context.close();
      await kill('SIGKILL');
    }
    rmSync(root, { recursive: true, force: true });
  },
});

const start = async ({ data, told, profile }: World['folders']): Promise<Running> => {
  const [out, err] = [join(told, 'out.txt'), join(told, 'err.txt')];
  const child = spawn(process.execPath, ['electron/cli.ts', 'serve', '--data', data, '--demo'], {
    cwd: checkout,
    // All that it could ever say about itself.
    env: { ...process.env, BEDSIDE_LOG: 'trace' },
    stdio: ['ignore', openSync(out, 'a'), openSync(err, 'a')],
  });
  const ready = () =>
    readFileSync(out, 'utf8')
      .match(/^ready (\S+)$/gmu)
      ?.at(-1)
      ?.slice('ready '.length);
  const before = ready();
  await expect.poll(() => ready() ?? before).not.toBe(before);
  const context = await chromium.launchPersistentContext(profile, {
    ...(await findBrowser()),
    ...{ viewport: { width: 1280, height: 800 }, hasTouch: true, reducedMotion: 'reduce', locale: 'en-US' },
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(ready() ?? '');
  await expect(page.locator('main h1')).toBeVisible();
  return { page, context, kill: (signal) => ended(child, signal) };
};

const ended = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
};

/** A patient types, asks and chooses everything there is, sees their team, and is back at the board. */
const patientChoosesEverything = async (page: Page, data: string): Promise<void> => {
  const kiosk = driverOf(page, 'en');
  const hand = finger(page);
  await startScheduled(page, en, hand);
  await expect(heading(page)).toHaveText(en('welcome:hello'));
  const callMe = page.getByLabel(en('welcome:callMe'));
  for (const text of [typed.first, typed.again]) {
    await callMe.fill('');
    // No faster than people type: what comes faster is a badge.
    await callMe.pressSequentially(text, { delay: 80 });
    await callMe.blur();
    await expect.poll(async () => (await kiosk.view()).choices.callMe).toBe(text);
  }
  const participants = (await kiosk.session()).participants.map((one) => one.id);
  const everything: Omit<Choices, 'callMe' | 'language'> = {
    ...{ answers: 'proxy', way: 'one-by-one', later, readAloud: true, largerText: true, withMe: 'friend' },
    ...{
      students: false,
      questions: participants.slice(0, 3),
      answered: participants.slice(0, 1),
      awake: true,
    },
  };
  await kiosk.choose(everything);
  await page.reload();
  await expect(heading(page)).toContainText(typed.again);
  await hand.press(button(page, en('welcome:begin')));
  await expect(heading(page)).toHaveText('Kofi');
  await kioskCommand('backup', '--data', data);
  const { id, introductions } = await kiosk.round();
  for (const { participant, status } of introductions)
    if (status === null)
      await kiosk.tap({
        ...{ type: 'record', round: id, participant },
        verdict: { status: 'introduced', method: 'self', reason: null },
      });
  await kiosk.tap({ type: 'end-round', round: id, outcome: 'completed', beforeSedation: true });
  await hand.press(button(page, en('board:more')));
  await hand.press(button(page, en('stay:scan')));
  const number = page.getByLabel(en('stay:number'));
  await number.pressSequentially(typed.wristband, { delay: 80 });
  await hand.press(button(page, en('stay:use')));
  await hand.press(button(page, en('stay:done')));
  await hand.press(button(page, en('board:takeAlong')));
  await expect(page.getByRole('img', { name: en('leave:picture') })).toBeVisible();
  await hand.press(button(page, en('leave:close')));
};

/** Whatever a page can keep anything in, in words. */
const keptInPage = (page: Page): Promise<string> =>
  page.evaluate(async () =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      await indexedDB.databases(),
      await caches.keys(),
      document.cookie,
      history.state,
      window.name,
      window.location.href,
    ]),
  );

test('after a session closed, nothing that its patient said or chose is in any file of the kiosk or of its browser', async ({
  world: { folders, open },
}) => {
  test.setTimeout(180_000);
  const all = Object.values(folders);
  const { page, context, kill } = await open();
  await patientChoosesEverything(page, folders.data);

  await test.step('while it is open the search finds it, where it has to be: so it would', () => {
    const found = foundOnDisk(all, [typed.again, '"withMe":']).map((one) => one.replace(/-wal$/u, ''));
    const database = join(folders.data, 'bedside.db');
    expect(new Set(found)).toEqual(new Set([`${typed.again} in ${database}`, `"withMe": in ${database}`]));
  });
  await test.step('the number on a wristband is nowhere, not even then', () => {
    expect(foundOnDisk(all, [typed.wristband, typed.wristband.replaceAll('-', '')])).toEqual([]);
  });
  await endSession(page, en, finger(page));

  await test.step('while the kiosk and the browser go on', async () => {
    expect(foundOnDisk(all, texts)).toEqual([]);
    const kept = await keptInPage(page);
    expect([...texts, ...keys].filter((text) => kept.includes(text))).toEqual([]);
  });
  await test.step('the next patient finds nothing on the screen', async () => {
    await startScheduled(page, en, finger(page));
    await expect(heading(page)).toHaveText(en('welcome:hello'));
    await expect(page.getByLabel(en('welcome:callMe'))).toHaveValue('');
    expect((await driverOf(page, 'en').view()).choices).toEqual(noChoices);
    const shown = await page.content();
    expect(Object.values(typed).filter((text) => shown.includes(text))).toEqual([]);
  });
  await test.step('when both were stopped, and the browser has written all that it keeps', async () => {
    await context.close();
    await kill('SIGTERM');
    expect(foundOnDisk(all, texts)).toEqual([]);
  });
});

test('a power cut just after the close was acknowledged leaves nothing either, nor does the start after it', async ({
  world: { folders, open },
}) => {
  test.setTimeout(180_000);
  const all = Object.values(folders);
  const first = await open();
  await patientChoosesEverything(first.page, folders.data);
  await driverOf(first.page, 'en').tap({ type: 'close-session' });
  await first.kill('SIGKILL');
  expect(foundOnDisk(all, texts)).toEqual([]);
  await first.context.close();
  const again = await open();
  await expect(button(again.page, en('resting:start'))).toBeVisible();
  expect(foundOnDisk(all, texts)).toEqual([]);
});
