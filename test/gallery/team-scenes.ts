import type { Driver } from './driver.ts';
import { inARow, type Scene } from './scene.ts';
import type { Touch } from './touches.ts';

/** What a second display shows, in the same window: the pictures are taken of it, and then the kiosk is back. */
const onTheWall: Touch = async (page) => {
  await page.goto(new URL('/wall', page.url()).href);
  await page.locator('main h1').waitFor();
};
const wall = (scene: Scene): Scene => ({ ...scene, touch: onTheWall });

const introduced = { status: 'introduced', method: 'attested', reason: null } as const;

/** Opens a session and its time-out with so many people, the first `spoken` of whom have spoken. */
const timeOutOf = async (kiosk: Driver, count: number, spoken: number): Promise<void> => {
  const long = await kiosk.visitor('Konstantinos', 'scrub-technician');
  await kiosk.openWith([long, ...(await kiosk.crowd(count - 1))]);
  await kiosk.tap({ type: 'open-round', kind: 'team', language: kiosk.language });
  const { id, introductions } = await kiosk.round();
  for (const { participant } of introductions.slice(0, spoken))
    await kiosk.tap({ type: 'record', round: id, participant, verdict: introduced });
};

const everybodySpeaks = async (kiosk: Driver): Promise<void> => {
  const { id, introductions } = await kiosk.round();
  for (const { participant, status } of introductions)
    if (status === null) await kiosk.tap({ type: 'record', round: id, participant, verdict: introduced });
};

/** The time-out as a room's display, for few and for many, and what a second display shows. */
export const ofTheRoom: readonly Scene[] = [
  wall({ name: 'wall-at-rest' }),
  ...inARow(
    { name: 'room-of-six', before: (kiosk) => timeOutOf(kiosk, 6, 3), unseen: true },
    {
      name: 'room-questions',
      before: async (kiosk) => {
        const [, one = '', other = ''] = (await kiosk.round()).introductions.map(
          ({ participant }) => participant,
        );
        await kiosk.tap({ type: 'change-session', urgency: 'elective', interpreter: 'waiting' });
        await kiosk.choose({ questions: [one, other], answered: [other] });
      },
    },
    { name: 'room-awake', before: (kiosk) => kiosk.choose({ awake: true }) },
    wall({ name: 'wall-awake' }),
  ),
  ...inARow(
    { name: 'room-of-nine', before: (kiosk) => timeOutOf(kiosk, 9, 5), unseen: true },
    wall({ name: 'wall-round' }),
    { name: 'room-concerns', before: everybodySpeaks },
    wall({ name: 'wall-concerns' }),
    wall({
      name: 'wall-session',
      before: async (kiosk) => {
        await kiosk.tap({ type: 'end-round', round: (await kiosk.round()).id, outcome: 'completed' });
        const second = (await kiosk.session()).participants[1]?.id ?? '';
        await kiosk.tap({ type: 'leave', participant: second });
      },
    }),
    wall({
      name: 'wall-patient-round',
      before: async (kiosk) => {
        await kiosk.tap({ type: 'open-round', kind: 'patient' });
        const { id } = await kiosk.round();
        await kiosk.tap({ type: 'start-round', round: id, language: kiosk.language, oneByOne: true });
      },
    }),
  ),
  { name: 'room-of-twelve', before: (kiosk) => timeOutOf(kiosk, 12, 6) },
  ...inARow(
    {
      name: 'room-of-sixteen',
      before: (kiosk) => timeOutOf(kiosk, 16, 8),
      // On a small tablet sixteen people are more than one screen.
      scrolls: true,
    },
    wall({ name: 'wall-of-sixteen' }),
  ),
];
