import { demoPersonId } from '../../electron/services/demo.ts';
import type { Driver } from './driver.ts';
import { few, type Scene, seenByAll, sheets } from './scene.ts';
import { both, dismiss, pick, press, reload, type Touch, type } from './touches.ts';

const minutes = (count: number): string => new Date(Date.now() + count * 60_000).toISOString();

const participant = async (kiosk: Driver, place: number): Promise<string> =>
  (await kiosk.session()).participants[place]?.id ?? '';

const patientRound = async (kiosk: Driver): Promise<void> => {
  await kiosk.tap({ type: 'open-round', kind: 'patient' });
  const { id } = await kiosk.round();
  await kiosk.tap({ type: 'start-round', round: id, language: kiosk.language, oneByOne: true });
};

/** Those at these places say hello to the patient, and the round ends. */
const meet = async (kiosk: Driver, places: readonly number[]): Promise<void> => {
  await patientRound(kiosk);
  const { id, introductions } = await kiosk.round();
  for (const place of places) {
    const { participant: who = '' } = introductions[place] ?? {};
    const verdict = { status: 'introduced', method: 'self', reason: null } as const;
    await kiosk.tap({ type: 'record', round: id, participant: who, verdict });
  }
  await kiosk.tap({ type: 'end-round', round: id, outcome: 'stopped' });
};

const notNow = async (kiosk: Driver): Promise<void> => {
  await kiosk.tap({ type: 'open-round', kind: 'patient' });
  await kiosk.tap({ type: 'end-round', round: (await kiosk.round()).id, outcome: 'postponed' });
};

const inTwice: Touch = (page) =>
  page.evaluate(() => {
    document.documentElement.dataset.text = 'large';
  });

const leftHanded: Touch = (page) =>
  page.evaluate(() => {
    document.documentElement.dataset.hand = 'left';
  });

const whoTakesOver: Touch = (page) =>
  page.getByRole('dialog').getByRole('button', { name: /Amara/u }).first().click();

/** The board in all that it can have to say. */
export const ofTheBoard: readonly Scene[] = [
  {
    name: 'board-wishes',
    before: async (kiosk) => {
      await kiosk.open(2);
      await meet(kiosk, [0, 1, 2]);
      const questions = [await participant(kiosk, 1), await participant(kiosk, 3)];
      await kiosk.choose({ language: kiosk.language === 'ar' ? 'en' : 'ar', answers: 'parent', questions });
      await kiosk.choose({ withMe: 'family', students: false });
      await kiosk.tap({ type: 'change-session', urgency: 'urgent', interpreter: 'waiting' });
    },
  },
  { name: 'board-wishes-large', touch: inTwice, after: reload, scrolls: true, only: seenByAll },
  { name: 'board-left-hand', touch: leftHanded, after: reload, only: few },
  { name: 'board-question', touch: pick(/^Amara/u), after: dismiss, only: sheets },
  {
    name: 'board-relief',
    touch: both(pick(/^Amara/u), whoTakesOver),
    after: dismiss,
    only: sheets,
  },
  {
    name: 'board-wristband',
    touch: both(press('board:more'), press('stay:scan')),
    after: dismiss,
    only: sheets,
  },
  {
    name: 'board-wristband-short',
    touch: both(press('board:more'), press('stay:scan'), type('stay:number', '12'), press('stay:use')),
    after: dismiss,
    only: few,
    trouble: true,
  },
  {
    name: 'join-relief',
    before: async (kiosk) => {
      await kiosk.choose({ questions: [], language: null });
      await kiosk.tap({ type: 'join', person: demoPersonId('bjorn'), role: 'surgeon' });
    },
    only: seenByAll,
  },
  {
    name: 'board-handed-over',
    before: async (kiosk) => {
      const to = (await kiosk.round()).current ?? '';
      await kiosk.tap({ type: 'leave', participant: await participant(kiosk, 0), to });
      const verdict = { status: 'introduced', method: 'self', reason: null } as const;
      await kiosk.tap({ type: 'record', round: (await kiosk.round()).id, participant: to, verdict });
      await kiosk.tap({ type: 'change-session', urgency: 'urgent', interpreter: 'remote' });
      await kiosk.tap({ type: 'leave', participant: await participant(kiosk, 7) });
    },
    only: seenByAll,
  },
  {
    name: 'board-met-before',
    before: async (kiosk) => {
      await kiosk.wristband('4711 0815');
      await kiosk.tap({ type: 'close-session' });
      await kiosk.open(0);
      await kiosk.wristband('47110815');
    },
    only: seenByAll,
  },
  {
    name: 'board-later',
    before: async (kiosk) => {
      await notNow(kiosk);
      await kiosk.choose({ later: { wish: 'in-an-hour', at: minutes(60) } });
    },
    only: seenByAll,
  },
  {
    name: 'board-ask-again',
    before: (kiosk) => kiosk.choose({ later: { wish: 'soon', at: minutes(-1) } }),
    only: seenByAll,
  },
  {
    name: 'board-shift-change',
    before: async (kiosk) => {
      await kiosk.tap({ type: 'close-session' });
      await kiosk.open(4);
    },
    only: seenByAll,
  },
  {
    name: 'board-of-one',
    before: async (kiosk) => {
      await kiosk.tap({ type: 'close-session' });
      await kiosk.openWith([{ id: demoPersonId('amara'), role: 'anesthesiologist' }]);
    },
    only: few,
  },
  {
    name: 'board-of-twenty',
    before: async (kiosk) => {
      await kiosk.tap({ type: 'close-session' });
      await kiosk.openWith();
      for (const name of ['Ama', 'Bo', 'Chidi', 'Dao'].slice(
        0,
        20 - (await kiosk.session()).participants.length,
      )) {
        const { id, role } = await kiosk.visitor(name, 'care-team-member');
        await kiosk.tap({ type: 'join', person: id, role });
      }
    },
    after: reload,
    only: seenByAll,
    scrolls: true,
  },
  {
    name: 'board-over',
    before: (kiosk) => kiosk.tap({ type: 'close-session' }),
    only: /^none$/u,
  },
];
