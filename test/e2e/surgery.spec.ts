import { noChoices } from '../../core/view.ts';
import { finger, scanBadge } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { expectLines, exportedLines, loggedIn } from './record.ts';
import { foundOnDisk } from './searched.ts';
import { button, choice, endSession, faceOf, heading, mark, meet, otherFor } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');
const ar = wordsIn('ar');
const mei = { name: 'Mei', badge: '4101993628' };

test('a surgery by touch, from the start to the close, is on record as it was tapped', async ({
  page,
  folder,
}) => {
  const hand = finger(page);
  const { press, pressAfterWords, pressTwice, pressOnceTooOften, counted } = hand;

  await test.step('it starts with four taps, and one of them adds a student', async () => {
    await press(button(page, en('resting:start')));
    await press(page.getByRole('button', { name: /8:30/u }));
    await press(page.getByRole('button', { name: /Tom/u }));
    await press(button(page, en('start:hand')));
    await expect(heading(page)).toHaveText(en('welcome:hello'));
    expect(counted()).toBeLessThanOrEqual(4);
  });

  await test.step('the patient is asked in their language, from right to left, and by their name', async () => {
    const beginIsLeft = async (t: typeof en) => {
      const [begin, notNow] = await Promise.all(
        ['begin', 'notNow'].map((key) => button(page, t(`welcome:${key}`)).boundingBox()),
      );
      return (begin?.x ?? 0) < (notNow?.x ?? 0);
    };
    expect(await beginIsLeft(en)).toBe(false);
    await press(choice(page, en('welcome:language'), 'العربية'));
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
    // The hand that reaches for the screen is the same, and finds it on the same side.
    expect(await beginIsLeft(ar)).toBe(false);
    await press(page.getByLabel(ar('welcome:callMe')));
    await page.keyboard.type('أم يوسف');
    await press(choice(page, ar('welcome:students'), ar('welcome:studentsNo')));
    await expect(heading(page)).toHaveText(ar('welcome:helloNamed', { name: 'أم يوسف' }));
    await press(button(page, ar('welcome:begin')));
  });

  await test.step('each person is introduced with one tap; every other answer is as good', async () => {
    await expect(heading(page)).toHaveText('Kofi');
    await pressTwice(button(page, ar('patient:met')));
    await expect(heading(page)).toHaveText('Amara');
    expect(
      loggedIn(folder, 'introduction-recorded').filter(({ data }) => data.status === 'introduced'),
    ).toHaveLength(1);

    expect(await meet(page, ar, hand, 'Amara')).toBe(1);
    await expect(heading(page)).toHaveText('Inês');
    await press(button(page, ar('common:undo')));
    expect(await meet(page, ar, hand, 'Amara')).toBe(1);

    await expect(heading(page)).toHaveText('Inês');
    await pressAfterWords(button(page, ar('patient:notHere')));
    await press(button(page, ar('common:reason.scrubbing')));

    await expect(heading(page)).toHaveText('Yusuf');
    await pressAfterWords(button(page, ar('patient:notNow')));

    await expect(heading(page)).toHaveText('Linh');
    await pressOnceTooOften(button(page, ar('patient:met')));
    await expect(heading(page)).toHaveText('Rosa');
    await press(button(page, ar('patient:question', { name: 'Rosa' })));
    expect(await meet(page, ar, hand, 'Rosa')).toBe(1);

    await expect(heading(page)).toHaveText(ar('patient:yourTeam'));
    await press(button(page, ar('patient:doneBefore')));
  });

  await test.step('who comes later is let in by their badge, and introduced', async () => {
    await expect(heading(page)).toHaveText(en('board:title'));
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
    await expect(faceOf(page, 'Rosa')).toContainText(en('board:question'));
    await scanBadge(page, mei.badge);
    expect(await meet(page, ar, hand, mei.name)).toBe(1);
    await expect(heading(page)).toHaveText(en('board:title'));
  });

  await test.step('in the time-out each says name and role, and is marked', async () => {
    await press(button(page, en('board:timeOut')));
    await expect(heading(page)).toHaveText(en('team:title'));
    await pressTwice(faceOf(page, 'Kofi'));
    await expect(faceOf(page, 'Kofi')).toContainText(en('team:status.introduced'));
    await expect(page.getByRole('dialog')).toHaveCount(0);
    for (const name of ['Amara', 'Rosa', 'Linh', 'Tom', 'Mei'])
      expect(await mark(page, en, hand, name)).toBe(1);
    await press(otherFor(page, en, 'Inês'));
    await press(button(page, en('team:choose.already-known')));
    await press(otherFor(page, en, 'Yusuf'));
    await press(button(page, en('common:reason.no-time')));
    await press(button(page, en('team:everyone')));
  });

  await test.step('a mark can be corrected afterwards', async () => {
    await expect(heading(page)).toHaveText(en('board:title'));
    await press(faceOf(page, 'Rosa'));
    await press(button(page, en('board:person.correct')).last());
    await press(button(page, en('common:reason.called-away')));
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('faces, names and roles stay on the board', async () => {
    for (const [name, role] of team) {
      const face = faceOf(page, name);
      await expect(face).toContainText(en(`roles:${role}.name`));
      const drawn = await face
        .locator('img')
        .evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0);
      expect(drawn).toBe(true);
    }
  });

  await test.step('at the end what the patient chose is gone, from the screen, the device and the disk', async () => {
    const view = () => page.evaluate(async () => (await fetch('/api/view')).json());
    expect(await view()).toMatchObject({ choices: { callMe: 'أم يوسف', students: false, language: 'ar' } });
    await endSession(page, en, hand);
    expect(await view()).toMatchObject({ session: null, choices: noChoices });
    await expect(page.getByText('أم يوسف')).toHaveCount(0);
    expect(foundOnDisk([folder], ['أم يوسف'])).toEqual([]);
  });

  await test.step('the exported lines are what was tapped', async () => {
    expectLines(await exportedLines(folder), lines, [6, 0, 1, 2, 3, 4, 5, 7, 8, 9, 12, 14, 15, 10, 11, 13]);
  });
});

const team = [
  ['Kofi', 'surgeon'],
  ['Amara', 'anesthesiologist'],
  ['Inês', 'circulating-nurse'],
  ['Yusuf', 'scrub-technician'],
  ['Linh', 'nurse-anesthetist'],
  ['Rosa', 'surgical-assistant'],
  ['Tom', 'medical-student'],
  ['Mei', 'perfusionist'],
] as const;

const roleOfName = new Map<string, string>(team);

/** What stands in every line of one round, and in the line of somebody in it. */
const lineIn =
  (round: { round_kind: string; language: string; before_sedation: string }) =>
  (name: string, status: string, method = '', reason = '') => ({
    place: 'OR 3',
    unit: 'Operating rooms',
    kind: 'surgery',
    ...round,
    urgency: 'elective',
    interpreter: 'none',
    role: roleOfName.get(name) ?? '',
    learner: name === 'Tom' ? 'yes' : 'no',
    required: name === 'Tom' ? 'no' : 'yes',
    status,
    method,
    reason,
    round_outcome: 'completed',
    simulated: 'no',
  });

const toPatient = lineIn({ round_kind: 'patient', language: 'ar', before_sedation: 'yes' });
const onArrival = lineIn({ round_kind: 'join', language: 'ar', before_sedation: '' });
const inTeam = lineIn({ round_kind: 'team', language: 'en', before_sedation: '' });

const lines = [
  toPatient('Kofi', 'introduced', 'self'),
  toPatient('Amara', 'introduced', 'self'),
  toPatient('Inês', 'absent', '', 'scrubbing'),
  toPatient('Yusuf', 'declined'),
  toPatient('Linh', 'introduced', 'self'),
  toPatient('Rosa', 'introduced', 'self'),
  toPatient('Tom', 'declined'),
  onArrival('Mei', 'introduced', 'self'),
  inTeam('Kofi', 'introduced', 'attested'),
  inTeam('Amara', 'introduced', 'attested'),
  inTeam('Inês', 'already-known', 'attested'),
  inTeam('Yusuf', 'skipped', '', 'no-time'),
  inTeam('Linh', 'introduced', 'attested'),
  inTeam('Rosa', 'absent', '', 'called-away'),
  inTeam('Tom', 'introduced', 'attested'),
  inTeam('Mei', 'introduced', 'attested'),
];
