import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { finger } from './hands.ts';
import { test as base, expect } from './kiosk-test.ts';
import { expectLines, exportedLines, kioskCommand, today } from './record.ts';
import { button, endSession, faceOf, heading, mark, meet } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');
const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** A roster, and six people of it as a schedule names them: full name, first name, what they do that day. */
const sample = {
  name: 'staff-20.csv of the samples',
  file: path('../../../shared/samples/csv/staff-20.csv'),
  people: 20,
  team: [
    ['John Doe', 'John', 'surgeon'],
    ['Lisa Moore', 'Lisa', 'anesthesiologist'],
    ['Jane Smith', 'Jane', 'circulating-nurse'],
    ['David Taylor', 'David', 'scrub-nurse'],
    ['Alex Johnson', 'Alex', 'pharmacist'],
    ['Emily White', 'Emily', 'medical-student'],
  ],
} as const;
const ours = {
  name: 'our own six.csv, as the samples are not here',
  file: path('../support/rosters/six.csv'),
  people: 6,
  team: [
    ['Ngozi Adeyemi-Falk', 'Ngozi', 'surgeon'],
    ['Teodor Lindqvist', 'Teo', 'anesthesiologist'],
    ['Maristela Quevedo Prado', 'Mari', 'circulating-nurse'],
    ['Jun-ho Baek', 'Jun-ho', 'scrub-nurse'],
    ['Salma al-Rashidi', 'Salma', 'pharmacist'],
    ['Petra Vondráčková', 'Petra', 'medical-student'],
  ],
} as const;
const roster = existsSync(sample.file) ? sample : ours;

/** A kiosk that a hospital set up by itself: its own people, its own place, its schedule of today. */
const test = base.extend({
  demo: false,
  folder: async ({ folder }, use, testInfo) => {
    const schedule = testInfo.outputPath('schedule.csv');
    const [lead] = roster.team[0];
    const team = roster.team.map(([name, , role]) => `${name}=${role}`).join('; ');
    writeFileSync(
      schedule,
      `date,time,place,unit,kind,urgency,lead,team\n${today()},7:45,OR 7,Theatres,surgery,urgent,${lead},${team}\n`,
    );
    const data = ['--data', folder];
    expect(await kioskCommand('import', roster.file, ...data)).toContain(
      `people: ${roster.people} added, 0 changed, 0 skipped;`,
    );
    await kioskCommand('set-up', ...data, '--place', 'OR 7', '--unit', 'Theatres', '--names', 'full');
    expect(await kioskCommand('schedule', schedule, ...data)).toContain('sessions: 1');
    await use(folder);
  },
});

test(`six people of a roster (${roster.name}) go through a surgery, and the export equals what was tapped`, async ({
  page,
  folder,
}) => {
  const hand = finger(page);
  const { press, counted } = hand;
  await press(button(page, en('resting:start')));
  await press(page.getByRole('button', { name: /7:45/u }));
  await press(button(page, en('start:hand')));
  await expect(heading(page)).toHaveText(en('welcome:hello'));
  expect(counted()).toBeLessThanOrEqual(4);

  await press(button(page, en('welcome:begin')));
  for (const [, name] of roster.team) expect(await meet(page, en, hand, name)).toBe(1);
  await press(button(page, en('patient:doneBefore')));

  await press(button(page, en('board:timeOut')));
  await press(button(page, en('team:options.open')));
  await press(page.getByText(en('team:marks.self')));
  await press(button(page, en('team:options.close')));
  for (const [, name] of roster.team) expect(await mark(page, en, hand, name)).toBe(1);
  await press(button(page, en('team:everyone')));

  await expect(heading(page)).toHaveText(en('board:title'));
  for (const [, name, role] of roster.team)
    await expect(faceOf(page, name)).toContainText(en(`roles:${role}.name`));
  await endSession(page, en, hand);

  const inRound = (round_kind: string, before_sedation: string) =>
    roster.team.map(([, , role]) => ({
      place: 'OR 7',
      unit: 'Theatres',
      kind: 'surgery',
      round_kind,
      urgency: 'urgent',
      interpreter: 'none',
      language: 'en',
      role,
      learner: role === 'medical-student' ? 'yes' : 'no',
      required: role === 'medical-student' ? 'no' : 'yes',
      status: 'introduced',
      method: 'self',
      reason: '',
      before_sedation,
      round_outcome: 'completed',
      simulated: 'no',
    }));
  expectLines(await exportedLines(folder), [...inRound('patient', 'yes'), ...inRound('team', '')]);
});
