import type { Driver } from './driver.ts';
import { few, type Scene, seenByAll, sheets } from './scene.ts';
import { both, dismiss, pick, press, reload, type Touch } from './touches.ts';

/** A session of the first plan, with a patient round that waits at the welcome; whatever was open before is over. */
const atTheWelcome = async (kiosk: Driver): Promise<void> => {
  const { session } = await kiosk.view();
  const running = session?.rounds.find((round) => round.ended === null);
  if (running !== undefined) await kiosk.tap({ type: 'end-round', round: running.id, outcome: 'stopped' });
  if (session !== null) await kiosk.tap({ type: 'close-session' });
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

const end = async (kiosk: Driver): Promise<void> =>
  kiosk.tap({ type: 'end-round', round: (await kiosk.round()).id, outcome: 'completed' });

const leftHanded: Touch = (page) =>
  page.evaluate(() => {
    document.documentElement.dataset.hand = document.dir === 'rtl' ? 'right' : 'left';
  });

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
  {
    name: 'welcome-later',
    before: atTheWelcome,
    touch: press('welcome:notNow'),
    after: dismiss,
    only: sheets,
  },
  {
    name: 'welcome-answers',
    touch: press('welcome:answers.offer'),
    after: dismiss,
    only: sheets,
  },
  { name: 'welcome-left-hand', touch: leftHanded, after: reload, only: few },
  {
    name: 'welcome-child',
    before: (kiosk) => kiosk.choose({ answers: 'parent', callMe: 'Leo', withMe: 'family', readAloud: true }),
    touch: voiceless,
    only: seenByAll,
  },
  { name: 'card-child', before: (kiosk) => begin(kiosk), touch: voiceless, only: seenByAll },
  {
    name: 'card-masked',
    before: (kiosk) => kiosk.choose({ answers: 'self', callMe: 'María', readAloud: false }),
    touch: press('patient:withMask'),
    after: press('patient:withoutMask'),
    only: sheets,
  },
  { name: 'card-left-hand', touch: leftHanded, after: reload, only: few },
  { name: 'known', before: meetEveryone, touch: reload },
  {
    name: 'known-large-one',
    before: async (kiosk) => {
      const asked = (await kiosk.round()).introductions[1]?.participant ?? '';
      await kiosk.choose({ questions: [asked] });
    },
    touch: pick(/^Amara/u),
    after: press('patient:everyone'),
    only: seenByAll,
  },
  { name: 'recall', touch: press('recall:offer'), after: press('recall:leave') },
  {
    name: 'recall-large',
    before: (kiosk) => kiosk.choose({ largerText: true }),
    touch: press('recall:offer'),
    after: press('recall:leave'),
    only: seenByAll,
    scrolls: true,
  },
  {
    name: 'recall-answer',
    before: (kiosk) => kiosk.choose({ largerText: false }),
    // Answered once in a round, so by one window only.
    touch: both(press('recall:offer'), touchFace),
    after: press('recall:back'),
    only: /^1280x800-day-/u,
  },
  {
    name: 'together-twelve',
    before: async (kiosk) => {
      await end(kiosk);
      await kiosk.tap({ type: 'close-session' });
      await kiosk.openWith((await kiosk.everybody()).slice(0, 12));
      await kiosk.choose({ way: 'together' });
      await kiosk.tap({ type: 'open-round', kind: 'patient' });
      await begin(kiosk, false);
    },
    only: seenByAll,
  },
];
