import { demoPersonId } from '../../electron/services/demo.ts';
import { ofTheManagers } from './access-scenes.ts';
import { ofTheBoard } from './board-scenes.ts';
import { ofTheCard } from './card-scenes.ts';
import type { Driver } from './driver.ts';
import { ofExports } from './exports-scenes.ts';
import { ofTheFigures } from './figures-scenes.ts';
import { ofHelp } from './help-scenes.ts';
import { ofImports } from './imports-scenes.ts';
import { ofTheLeaveBehind } from './leave-scenes.ts';
import { ofThePatient } from './patient-scenes.ts';
import { ofPeople } from './people-scenes.ts';
import { ofTheRecord, stopped } from './record-scenes.ts';
import { few, inARow, type Scene, sheets } from './scene.ts';
import { ofSessions } from './sessions-scenes.ts';
import { ofTheShift } from './shift-scenes.ts';
import { ofTheRoom } from './team-scenes.ts';
import { badge, both, forcedColors, inTwice, pick, press, reload, sees, tab, type } from './touches.ts';

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

const endRound = async (
  kiosk: Driver,
  outcome: 'completed' | 'stopped' | 'shown' | 'postponed',
): Promise<void> => {
  const { id } = await kiosk.round();
  await kiosk.tap({ type: 'end-round', round: id, outcome });
};

/** Brings up the card of the one at this place of the round. */
const showCard = async (kiosk: Driver, place: number): Promise<void> => {
  const { id, introductions } = await kiosk.round();
  await kiosk.tap({ type: 'show-card', round: id, participant: introductions[place]?.participant ?? '' });
};

const begin = both(press('resting:start'), sees(/Amara/u));

const atTheStart: readonly Scene[] = [
  { name: 'resting' },
  ...ofTheRecord,
  ...ofHelp,
  { name: 'start', eachWindow: true, touch: begin },
  { name: 'start-team', eachWindow: true, touch: both(begin, pick(/8:30/u)) },
  {
    name: 'start-shift-change',
    eachWindow: true,
    touch: both(begin, pick(/7:00|19:00/u)),
  },
  { name: 'start-team-large', touch: both(begin, pick(/8:30/u), inTwice), only: sheets, scrolls: true },
  { name: 'start-found', touch: both(begin, type('start:find', 'in')), only: few },
  { name: 'start-nobody', touch: both(begin, type('start:find', 'qq')), only: few },
  {
    name: 'start-role',
    touch: both(begin, pick(/8:30/u), pick(/^Amara ./u)),
    only: sheets,
  },
  { name: 'start-focus', touch: both(begin, pick(/8:30/u), tab(8)), only: few },
  { name: 'unknown-badge', touch: badge('9999999999'), only: few, trouble: true },
];

/** One surgery from beginning to end. */
const oneSurgery = inARow(
  { name: 'board-before', before: (kiosk) => kiosk.open(0) },
  { name: 'welcome', before: (kiosk) => kiosk.tap({ type: 'open-round', kind: 'patient' }) },
  { name: 'welcome-unable', touch: press('welcome:unable'), only: sheets },
  stopped('welcome-stopped'),
  { name: 'welcome-focus', touch: both(reload, tab(3)), only: few },
  {
    name: 'welcome-forced-colors',
    touch: forcedColors,
    only: few,
  },
  {
    name: 'welcome-named',
    before: (kiosk) => kiosk.choose({ callMe: 'María del Carmen Fernández' }),
    touch: reload,
  },
  {
    name: 'welcome-large',
    only: sheets,
    before: (kiosk) => kiosk.choose({ callMe: null, largerText: true, withMe: 'family' }),
    touch: reload,
    scrolls: true,
  },
  { name: 'card-large', only: sheets, before: (kiosk) => start(kiosk, true), scrolls: true },
  { name: 'card', before: (kiosk) => kiosk.choose({ largerText: false }) },
  stopped('card-stopped'),
  { name: 'card-focus', touch: both(reload, tab(2)), only: few },
  {
    name: 'card-forced-colors',
    touch: forcedColors,
    only: few,
  },
  { name: 'card-after-one', eachWindow: true, touch: press('patient:met'), after: press('common:undo') },
  { name: 'card-not-here', touch: press('patient:notHere'), only: sheets },
  {
    name: 'not-recorded',
    touch: async (page, kiosk) => {
      await page.route('**/api/commands', (route) => route.fulfill({ status: 503, body: '{}' }));
      await press('patient:met')(page, kiosk);
      await page.getByRole('alert').waitFor();
    },
    only: few,
    trouble: true,
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
  {
    name: 'closing-large',
    only: sheets,
    before: (kiosk) => kiosk.choose({ largerText: true }),
    scrolls: true,
  },
  {
    name: 'board',
    before: async (kiosk) => {
      await kiosk.choose({ largerText: false });
      await endRound(kiosk, 'completed');
    },
  },
  stopped('board-stopped'),
  { name: 'board-focus', touch: both(reload, tab(2)), only: few },
  { name: 'board-forced-colors', touch: forcedColors, only: few },
  { name: 'board-person', touch: pick(/^Kofi/u), only: sheets },
  {
    name: 'board-correct',
    touch: both(pick(/^Kofi/u), press('board:person.correct')),
    only: sheets,
  },
  { name: 'board-add', touch: press('board:addSomeone'), only: sheets },
  {
    name: 'board-visitor',
    touch: both(press('board:addSomeone'), press('board:add.visitor')),
    only: sheets,
  },
  { name: 'board-session', touch: press('board:more'), only: sheets },
  {
    name: 'board-end',
    touch: both(press('board:more'), press('board:session.close')),
    only: sheets,
  },
  {
    name: 'team',
    before: (kiosk) => kiosk.tap({ type: 'open-round', kind: 'team', language: kiosk.language }),
  },
  stopped('team-stopped'),
  { name: 'team-underway', before: (kiosk) => record(kiosk, [0, 1, 2], 2) },
  { name: 'team-large', touch: inTwice, only: sheets, scrolls: true },
  { name: 'team-after-one', eachWindow: true, touch: pick(/^Linh/u), after: press('common:undo') },
  { name: 'team-answers', touch: press('team:other', 'Yusuf'), only: sheets },
  { name: 'team-missing', touch: press('team:finish'), only: sheets },
  { name: 'team-forced-colors', touch: forcedColors, only: few },
  {
    name: 'join',
    before: async (kiosk) => {
      await endRound(kiosk, 'stopped');
      await kiosk.tap({ type: 'join', person: demoPersonId('tom'), role: 'medical-student' });
    },
  },
  {
    name: 'board-someone-left',
    before: async (kiosk) => {
      await record(kiosk, [0]);
      const surgeon = (await kiosk.session()).participants[0]?.id ?? '';
      await kiosk.tap({ type: 'leave', participant: surgeon });
    },
  },
);

const manyAndFew: readonly Scene[] = [
  ...inARow(
    {
      name: 'together',
      before: async (kiosk) => {
        await kiosk.open(2);
        await kiosk.choose({ way: 'together' });
        await patientRound(kiosk, false);
        await record(kiosk, [0, 1, 4]);
      },
    },
    { name: 'together-left', touch: press('patient:doneBefore'), only: sheets },
    { name: 'together-large', touch: inTwice, only: sheets, scrolls: true },
    { name: 'show', before: (kiosk) => kiosk.choose({ way: 'show' }) },
    { name: 'board-of-nine', before: (kiosk) => endRound(kiosk, 'shown') },
    {
      name: 'team-of-nine',
      before: async (kiosk) => {
        await kiosk.tap({ type: 'open-round', kind: 'team', language: kiosk.language });
        await record(kiosk, [0, 1, 2, 3, 4]);
      },
    },
  ),
  ...inARow(
    {
      name: 'card-long-name',
      before: async (kiosk) => {
        const long = await kiosk.visitor('Wolfeschlegelsteinhausen', 'resident-doctor');
        const single = await kiosk.visitor('Sukarno', 'respiratory-therapist');
        const chinese = await kiosk.visitor('王小明', 'nursing-student');
        const many = await kiosk.visitor('María del Carmen Fernández Villavicencio', 'care-team-member');
        const mei = { id: demoPersonId('mei'), role: 'perfusionist' } as const;
        await kiosk.openWith([long, single, chinese, many, mei]);
        await patientRound(kiosk, true);
      },
    },
    { name: 'card-single-name', before: (kiosk) => showCard(kiosk, 1), only: few },
    { name: 'card-student', before: (kiosk) => showCard(kiosk, 2) },
    { name: 'card-many-names', before: (kiosk) => showCard(kiosk, 3) },
    { name: 'card-most-words', before: (kiosk) => showCard(kiosk, 4) },
    { name: 'board-postponed', before: async (kiosk) => endRound(kiosk, 'postponed') },
  ),
  {
    name: 'together-sixteen',
    before: async (kiosk) => {
      await kiosk.openWith(await kiosk.crowd(16));
      await kiosk.choose({ way: 'together' });
      await patientRound(kiosk, false);
      await record(kiosk, [0, 3, 5]);
    },
    scrolls: true,
  },
];

/** Sets the clock of its window for good, so it is the last. */
const inTheNight: Scene = {
  name: 'resting-at-night',
  touch: async (page) => {
    await page.clock.setFixedTime('2026-11-22T03:10:00');
    await page.reload();
    await page.locator('main h1').first().waitFor();
  },
  only: /-night-/u,
};

/** The day, in its order. */
export const scenes: readonly Scene[] = [
  ...atTheStart,
  ...ofTheCard,
  ...oneSurgery,
  ...manyAndFew,
  ...ofTheRoom,
  ...ofTheBoard,
  ...ofTheShift,
  ...ofTheLeaveBehind,
  ...ofThePatient,
  ...ofTheFigures,
  ...ofSessions,
  ...ofExports,
  ...ofPeople,
  ...ofImports,
  ...ofTheManagers,
  inTheNight,
];
