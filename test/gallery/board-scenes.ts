import { demoPersonId } from '../../electron/services/demo.ts';
import type { Driver } from './driver.ts';
import { few, inARow, type Scene, sheets } from './scene.ts';
import { both, inTwice, leftHanded, pick, press, type Touch, type } from './touches.ts';

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

const whoTakesOver: Touch = (page) =>
  page.getByRole('dialog').getByRole('button', { name: /Amara/u }).first().click();

/** The board in all that it can have to say. */
export const ofTheBoard: readonly Scene[] = [
  ...inARow(
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
    { name: 'board-wishes-large', touch: inTwice, only: sheets, scrolls: true },
    { name: 'board-left-hand', touch: leftHanded, only: few },
    { name: 'board-question', touch: pick(/^Amara/u), only: sheets },
    {
      name: 'board-relief',
      touch: both(pick(/^Amara/u), whoTakesOver),
      only: sheets,
    },
    {
      name: 'board-wristband',
      touch: both(press('board:more'), press('stay:scan')),
      only: sheets,
    },
    {
      name: 'board-wristband-short',
      touch: both(press('board:more'), press('stay:scan'), type('stay:number', '12'), press('stay:use')),
      only: few,
      trouble: true,
    },
    {
      name: 'join-relief',
      before: async (kiosk) => {
        await kiosk.choose({ questions: [], language: null });
        await kiosk.tap({ type: 'join', person: demoPersonId('bjorn'), role: 'surgeon' });
      },
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
    },
    {
      name: 'board-met-before',
      before: async (kiosk) => {
        await kiosk.wristband('4711 0815');
        await kiosk.tap({ type: 'close-session' });
        await kiosk.open(0);
        await kiosk.wristband('47110815');
      },
    },
  ),
  ...inARow(
    {
      name: 'board-later',
      before: async (kiosk) => {
        await kiosk.open(0);
        await notNow(kiosk);
        await kiosk.choose({ later: { wish: 'in-an-hour', at: minutes(60) } });
      },
    },
    {
      name: 'board-ask-again',
      before: (kiosk) => kiosk.choose({ later: { wish: 'soon', at: minutes(-1) } }),
    },
  ),
  {
    name: 'board-shift-change',
    before: (kiosk) => kiosk.open(4),
  },
  {
    name: 'board-of-one',
    before: (kiosk) => kiosk.openWith([{ id: demoPersonId('amara'), role: 'anesthesiologist' }]),
    only: few,
  },
  {
    name: 'board-of-twenty',
    before: async (kiosk) => kiosk.openWith(await kiosk.crowd(20)),
  },
];
