import type { Driver } from './driver.ts';
import { few, inARow, type Scene, sheets } from './scene.ts';
import { both, leftHanded, pick, press, type Touch } from './touches.ts';

/** A session of the first plan, with a patient round that waits at the welcome. */
const atTheWelcome = async (kiosk: Driver): Promise<void> => {
  await kiosk.open(0);
  await kiosk.tap({ type: 'open-round', kind: 'patient' });
};

const begin = async (kiosk: Driver, oneByOne = true): Promise<void> =>
  kiosk.tap({
    type: 'start-round',
    round: (await kiosk.round()).id,
    language: kiosk.language,
    oneByOne,
  });

const meetEveryone = async (kiosk: Driver): Promise<void> => {
  const { id, introductions } = await kiosk.round();
  for (const { participant } of introductions)
    await kiosk.tap({
      ...{ type: 'record', round: id, participant },
      verdict: { status: 'introduced', method: 'self', reason: null },
    });
};

/** Machines with and without voices look the same once the wait for one is over. */
const voiceless: Touch = async (page) => {
  await page.reload();
  await page.locator('main').getByRole('status').first().waitFor();
};

/** The first face of the check, which has no name to be found by. */
const touchFace: Touch = (page) =>
  page.getByRole('main').getByRole('listitem').first().getByRole('button').click();

/** What the patient is asked, sees and chooses, in its less usual forms; on a session of its own. */
export const ofThePatient: readonly Scene[] = [
  ...inARow(
    {
      name: 'welcome-later',
      before: atTheWelcome,
      touch: press('welcome:notNow'),
      only: sheets,
    },
    {
      name: 'welcome-answers',
      touch: press('welcome:answers.offer'),
      only: sheets,
    },
    { name: 'welcome-left-hand', touch: leftHanded, only: few },
    {
      name: 'welcome-child',
      before: (kiosk) =>
        kiosk.choose({ answers: 'parent', callMe: 'Leo', withMe: 'family', readAloud: true }),
      touch: voiceless,
    },
    { name: 'card-child', before: (kiosk) => begin(kiosk), touch: voiceless },
    {
      name: 'card-masked',
      before: (kiosk) => kiosk.choose({ answers: 'self', callMe: 'María', readAloud: false }),
      touch: press('patient:withMask'),
      only: sheets,
    },
    { name: 'card-left-hand', touch: leftHanded, only: few },
    { name: 'known', before: meetEveryone, unseen: true },
    {
      name: 'known-large-one',
      before: async (kiosk) => {
        const asked = (await kiosk.round()).introductions[1]?.participant ?? '';
        await kiosk.choose({ questions: [asked] });
      },
      touch: pick(/^Amara/u),
    },
    { name: 'recall', touch: press('recall:offer') },
    {
      name: 'recall-large',
      before: (kiosk) => kiosk.choose({ largerText: true }),
      touch: press('recall:offer'),
      scrolls: true,
    },
    {
      name: 'recall-answer',
      before: (kiosk) => kiosk.choose({ largerText: false }),
      touch: both(press('recall:offer'), touchFace),
      only: few,
    },
  ),
  {
    name: 'together-twelve',
    before: async (kiosk) => {
      await kiosk.openWith(await kiosk.crowd(12));
      await kiosk.choose({ way: 'together' });
      await kiosk.tap({ type: 'open-round', kind: 'patient' });
      await begin(kiosk, false);
    },
  },
];
