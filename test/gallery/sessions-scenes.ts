import { randomUUID } from 'node:crypto';
import { demoPersonId } from '../../electron/services/demo.ts';
import type { Driver } from './driver.ts';
import { few, type Scene, sheets } from './scene.ts';
import { both, inTwice, press, type Touch, type } from './touches.ts';

/** What she types; no hospital has it. */
export const pin = '483920';

/** A time-out with a slip that is put right, somebody who is absent, and somebody without an answer; then the close. */
const timeOut = async (kiosk: Driver): Promise<void> => {
  await kiosk.open(0);
  await kiosk.tap({ type: 'open-round', kind: 'team' });
  const introduced = { status: 'introduced', method: 'self', reason: null } as const;
  const absent = { status: 'absent', method: null, reason: 'called-away' } as const;
  const mark = async (place: number, verdict: typeof introduced | typeof absent): Promise<void> => {
    const { id, introductions } = await kiosk.round();
    const { participant = '', record = null } = introductions[place] ?? {};
    await kiosk.tap({ type: 'record', round: id, participant, verdict, corrects: record });
  };
  await mark(0, introduced);
  await mark(1, introduced);
  await mark(1, absent);
  const { id } = await kiosk.round();
  await kiosk.tap({ type: 'end-round', round: id, outcome: 'stopped' });
  await kiosk.rest();
};

/** Amara manages the kiosk of a demo, from the first time on that anybody looks here. */
export const amaraManages: Touch = (page) =>
  page.evaluate(
    async (body) => {
      const { hasManager } = await (await fetch('/api/access')).json();
      const headers = { 'content-type': 'application/json' };
      if (!hasManager) await fetch('/api/access/first', { method: 'POST', headers, body });
    },
    JSON.stringify({ id: randomUUID(), person: demoPersonId('amara'), pin }),
  );

/** Signs her in and goes to a section. */
export const asManager = (section: 'sessions' | 'log' | 'exports'): Touch =>
  both(
    amaraManages,
    press('kiosk:name'),
    press('manage:open'),
    type('manage:name', 'Amara Okafor'),
    type('manage:pin', pin),
    press('manage:signIn.open'),
    (page, kiosk) => page.getByRole('navigation', { name: kiosk.says('manage:nav') }).waitFor(),
    press(`manage:sections.${section}`),
    (page) => page.locator('main table').waitFor(),
  );

const first: Touch = (page) => page.getByRole('rowheader').getByRole('button').first().click();
const notHeld: Touch = (page, kiosk) => page.getByText(kiosk.says('sessions:list.not-held')).click();
const struck: Touch = (page) => page.getByRole('deletion').first().scrollIntoViewIfNeeded();
const entry: Touch = both(first, (page) => page.getByRole('dialog').locator('code').first().waitFor());
const checked: Touch = (page, kiosk) => page.getByText(kiosk.says('log:check.auditor')).waitFor();

/** Sessions and the log, as whoever manages the kiosk sees them. */
export const ofSessions: readonly Scene[] = [
  { name: 'sessions', before: timeOut, touch: asManager('sessions'), scrolls: true },
  {
    name: 'sessions-one',
    before: timeOut,
    touch: both(asManager('sessions'), first, struck),
    scrolls: true,
  },
  {
    name: 'sessions-whose',
    before: timeOut,
    touch: both(asManager('sessions'), press('sessions:filter.anybody'), type('sessions:filter.find', 'k')),
    only: sheets,
  },
  {
    name: 'log',
    before: timeOut,
    touch: both(asManager('log'), press('log:check.begin'), checked),
    scrolls: true,
  },
  {
    name: 'sessions-large',
    before: timeOut,
    touch: both(asManager('sessions'), inTwice),
    only: sheets,
    scrolls: true,
  },
  {
    name: 'sessions-not-held',
    before: timeOut,
    touch: both(asManager('sessions'), notHeld, (page) => page.waitForTimeout(300)),
    only: few,
    scrolls: true,
  },
  { name: 'log-entry', before: timeOut, touch: both(asManager('log'), entry), only: few, scrolls: true },
];
