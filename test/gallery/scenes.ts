import type { Page } from 'playwright';
import { demoPersonId } from '../../electron/services/demo.ts';
import type { Driver } from './driver.ts';

/** One screen as it is in the course of a day: brought about on the device, then touched in each window. */
export interface Scene {
  name: string;
  /** What happens on the device, once; all windows follow. */
  before?: (kiosk: Driver) => Promise<void>;
  /** What is touched in a window before its picture is taken, and what takes that back afterward. */
  touch?: (page: Page, kiosk: Driver) => Promise<void>;
  after?: (page: Page, kiosk: Driver) => Promise<void>;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
const cancel = (page: Page) => page.keyboard.press('Escape');

const patientRound = async (kiosk: Driver, oneByOne: boolean): Promise<void> => {
  await kiosk.tap({ type: 'open-round', kind: 'patient' });
  await start(kiosk, oneByOne);
};

const start = async (kiosk: Driver, oneByOne: boolean): Promise<void> =>
  kiosk.tap({
    type: 'start-round',
    round: (await kiosk.round()).id,
    language: kiosk.language,
    oneByOne,
  });

/** Gives these introductions of the running round a status: everybody `introduced`, but the one at `away`. */
const record = async (kiosk: Driver, places: number[], away?: number): Promise<void> => {
  const { id, introductions } = await kiosk.round();
  for (const place of places) {
    const participant = introductions[place]?.participant ?? '';
    const verdict =
      place === away
        ? ({ status: 'absent', method: null, reason: 'called-away' } as const)
        : ({ status: 'introduced', method: 'self', reason: null } as const);
    await kiosk.tap({ type: 'record', round: id, participant, verdict });
  }
};

const endRound = async (kiosk: Driver, outcome: 'completed' | 'stopped' | 'shown'): Promise<void> => {
  const { id } = await kiosk.round();
  await kiosk.tap({ type: 'end-round', round: id, outcome });
};

export const scenes: readonly Scene[] = [
  { name: 'resting' },
  {
    name: 'start',
    touch: (page, kiosk) => press(page, kiosk.says('resting:start')),
    after: (page) => page.reload().then(() => undefined),
  },
  { name: 'board-before', before: (kiosk) => kiosk.open(0) },
  { name: 'welcome', before: (kiosk) => kiosk.tap({ type: 'open-round', kind: 'patient' }) },
  {
    name: 'welcome-unable',
    touch: (page, kiosk) => press(page, kiosk.says('welcome:unable')),
    after: cancel,
  },
  { name: 'welcome-large', before: (kiosk) => kiosk.choose({ largerText: true, withMe: 'family' }) },
  { name: 'card-large', before: (kiosk) => start(kiosk, true) },
  { name: 'card', before: (kiosk) => kiosk.choose({ largerText: false }) },
  {
    name: 'card-after-one',
    touch: (page, kiosk) => press(page, kiosk.says('patient:met')),
    after: (page, kiosk) => press(page, kiosk.says('common:undo')),
  },
  {
    name: 'card-not-here',
    touch: (page, kiosk) => press(page, kiosk.says('patient:notHere')),
    after: cancel,
  },
  {
    name: 'card-read-aloud',
    before: async (kiosk) => {
      await record(kiosk, [0, 1]);
      const nurse = (await kiosk.round()).introductions[2]?.participant ?? '';
      await kiosk.choose({ readAloud: true, questions: [nurse] });
    },
  },
  { name: 'closing', before: (kiosk) => record(kiosk, [2, 3, 4, 5], 3) },
  { name: 'closing-large', before: (kiosk) => kiosk.choose({ largerText: true }) },
  {
    name: 'board',
    before: async (kiosk) => {
      await kiosk.choose({ largerText: false });
      await endRound(kiosk, 'completed');
    },
  },
  {
    name: 'team',
    before: (kiosk) => kiosk.tap({ type: 'open-round', kind: 'team', language: kiosk.language }),
  },
  { name: 'team-underway', before: (kiosk) => record(kiosk, [0, 1, 2, 4], 2) },
  {
    name: 'join',
    before: async (kiosk) => {
      await endRound(kiosk, 'stopped');
      await kiosk.tap({ type: 'join', person: demoPersonId('tom'), role: 'medical-student' });
    },
  },
  {
    name: 'together',
    before: async (kiosk) => {
      await record(kiosk, [0]);
      await kiosk.tap({ type: 'close-session' });
      await kiosk.open(2);
      await kiosk.choose({ way: 'together' });
      await patientRound(kiosk, false);
      await record(kiosk, [0, 1, 4]);
    },
  },
  {
    name: 'together-left',
    touch: (page, kiosk) => press(page, kiosk.says('patient:doneBefore')),
    after: cancel,
  },
  { name: 'show', before: (kiosk) => kiosk.choose({ way: 'show' }) },
  { name: 'board-of-nine', before: (kiosk) => endRound(kiosk, 'shown') },
  {
    name: 'team-of-nine',
    before: async (kiosk) => {
      await kiosk.tap({ type: 'open-round', kind: 'team', language: kiosk.language });
      await record(kiosk, [0, 1, 2, 3, 4]);
    },
  },
];
