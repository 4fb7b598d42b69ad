import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import demoTeam from '../../resources/demo/team.json' with { type: 'json' };
import { type Heard, heardOn, stumbles } from './heard.ts';
import { expect, test } from './kiosk-test.ts';
import { kioskCommand, loggedIn, today } from './record.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');
const team = [
  ['Kofi', 'surgeon'],
  ['Amara', 'anesthesiologist'],
  ['Inês', 'circulating-nurse'],
  ['Yusuf', 'scrub-technician'],
  ['Linh', 'nurse-anesthetist'],
  ['Rosa', 'surgical-assistant'],
] as const;

/** A screen reader presses by name: no finger, no place on the screen. */
const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).first().dispatchEvent('click');
};

/** Waits for a screen by the name of its first heading, and keeps what one would stumble over on it. */
const walker = (page: Page) => {
  const found: string[] = [];
  const hear = async (screen: string): Promise<Heard[]> => {
    found.push(...(await stumbles(page)).map((problem) => `${screen}: ${problem}`));
    return heardOn(page);
  };
  const arrive = async (title: string): Promise<Heard[]> => {
    await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
    return hear(title);
  };
  return { found, hear, arrive };
};

/** How often somebody is met among the buttons, and what is said there. */
const buttonsOf = (heard: Heard[], name: string): string[] =>
  heard.filter((one) => one.role === 'button' && one.name.startsWith(name)).map((one) => one.name);

/** Each person once, with their role and how they stand. */
const expectEachOnce = (heard: Heard[], state: (name: string) => string): void => {
  for (const [name, role] of team) {
    const said = buttonsOf(heard, `${name} `);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(en(`roles:${role}.name`));
    expect(said[0]).toContain(state(name));
  }
};

/** What is announced as it comes, without anybody looking for it. */
const isAnnounced = (page: Page, text: string) =>
  expect(
    page
      .locator('[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"]', {
        hasText: text,
      })
      .first(),
  ).toBeAttached();

/** Presses once somebody has spoken: a second press within half a second is half of a double one. */
const leaveCard = (page: Page, name: string) =>
  expect(async () => {
    const heading = page.getByRole('heading', { level: 1 });
    if ((await heading.textContent()) === name) await press(page, en('patient:met'));
    await expect(heading).not.toHaveText(name, { timeout: 700 });
  }).toPass();

test('a surgery goes by names and roles alone, and nothing on its screens is left unsaid', async ({
  page,
  folder,
}) => {
  const { found, hear, arrive } = walker(page);

  await test.step('resting, its sheet, and the start', async () => {
    await expect(page.getByRole('main')).toBeVisible();
    await hear('resting');
    await press(page, en('kiosk:name'));
    await expect(page.getByRole('dialog', { name: en('kiosk:name') })).toBeVisible();
    const sheet = await hear('kiosk sheet');
    const groups = sheet.filter(({ role }) => role === 'radiogroup').map(({ name }) => name);
    expect(groups).toEqual([en('kiosk:display.light'), en('kiosk:display.hold')]);
    await press(page, en('kiosk:close'));
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await press(page, en('resting:start'));
    await arrive(en('start:title'));
    await press(page, /8:30/u);
    const chosen = (await hear('start')).filter(({ pressed }) => pressed === 'true');
    for (const [name] of team) expect(chosen.map((one) => one.name)).toContain(name);
    await press(page, en('start:hand'));
  });

  await test.step('the patient is asked', async () => {
    const heard = await arrive(en('welcome:hello'));
    const groups = heard.filter(({ role }) => role === 'radiogroup').map(({ name }) => name);
    expect(groups).toContain(en('welcome:meet'));
    expect(new Set(groups).size).toBe(groups.length);
    await press(page, en('welcome:begin'));
  });

  await test.step('each card says whose it is, what they do, and is announced as it comes', async () => {
    for (const [name, role] of team) {
      const heard = await arrive(name);
      expect(heard.filter((one) => one.role === 'heading' && one.name === name)).toHaveLength(1);
      await isAnnounced(page, en(`roles:${role}.patient`));
      await leaveCard(page, name);
    }
  });

  await test.step('the whole team', async () => {
    await isAnnounced(page, en('patient:step.introduced', { name: 'Rosa' }));
    const heard = await hear('together');
    expectEachOnce(heard, () => en('patient:status.introduced'));
    await press(page, en('patient:doneBefore'));
  });

  await test.step('the board', async () => {
    expectEachOnce(await arrive(en('board:title')), () => en('board:met'));
    await press(page, /^Kofi /u);
    await expect(page.getByRole('dialog', { name: 'Kofi' })).toBeVisible();
    await hear('person sheet');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await press(page, en('board:timeOut'));
  });

  await test.step('the time-out', async () => {
    await arrive(en('team:title'));
    for (const [name] of team) {
      await press(page, new RegExp(`^${name} `, 'u'));
      await isAnnounced(page, en('board:step.introduced', { name }));
    }
    expectEachOnce(await hear('time-out'), () => en('team:status.introduced'));
    await press(page, en('team:everyone'));
  });

  await test.step('the end', async () => {
    await arrive(en('board:title'));
    await press(page, en('board:more'));
    await hear('session sheet');
    await press(page, en('board:session.close'));
    await hear('end');
    await press(page, en('board:session.closeYes'));
    await expect(page.getByRole('button', { name: en('resting:start'), exact: true })).toBeVisible();
  });

  expect(found).toEqual([]);
  expect(loggedIn(folder, 'introduction-recorded')).toHaveLength(12);
  expect(loggedIn(folder, 'session-closed')).toHaveLength(1);
});

test('a shift change goes by names and roles alone: who comes, who goes, and who is there now', async ({
  page,
  folder,
}, testInfo) => {
  const { found, hear, arrive } = walker(page);
  await expect(page.getByRole('main')).toBeVisible();
  const schedule = testInfo.outputPath('schedule.csv');
  const [arriving, leaving] = ['thandiwe', 'olena'].map((id) => demoTeam.find((one) => one.id === id)?.badge);
  writeFileSync(
    schedule,
    `date,time,place,unit,kind,arriving,leaving\n${today()},12:30,OR 3,Operating rooms,shift change,${arriving},${leaving}\n`,
  );
  await kioskCommand('schedule', schedule, '--data', folder);
  await press(page, en('resting:start'));
  await arrive(en('start:title'));
  await expect(page.getByText(en('start:turnover.arriving')).first()).toBeVisible();
  await hear('start of a shift change');
  await press(page, en('start:hand'));
  await arrive(en('welcome:hello'));
  await press(page, en('welcome:begin'));
  await arrive('Thandi');
  await isAnnounced(page, en('roles:bedside-nurse.patient'));
  await leaveCard(page, 'Thandi');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Олена');
  const goodbye = await hear('goodbye');
  expect(buttonsOf(goodbye, 'Олена')).toHaveLength(1);
  await expect(async () => {
    await press(page, en('shift:goodbye.said'));
    await expect(page.getByRole('heading', { level: 1, name: en('board:title') })).toBeVisible({
      timeout: 700,
    });
  }).toPass();
  const board = await arrive(en('board:title'));
  expect(buttonsOf(board, 'Thandi ')).toHaveLength(1);
  expect(buttonsOf(board, 'Олена')).toEqual([]);
  expect(found).toEqual([]);
});
