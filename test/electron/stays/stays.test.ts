import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import type { CommandInput } from '../../../core/session/commands.ts';
import { command } from '../../../core/session/commands.ts';
import { stageOf } from '../../../core/session/stage.ts';
import { rebuildFromLog } from '../../../electron/log/project.ts';
import { readBadge } from '../../../electron/services/badges.ts';
import { demoPersonId } from '../../../electron/services/demo.ts';
import type { Device } from '../../../electron/services/device.ts';
import { dailyJobs } from '../../../electron/services/health/daily-jobs.ts';
import { keepUp } from '../../../electron/services/health/upkeep.ts';
import { changeSettings } from '../../../electron/services/settings.ts';
import {
  carryOutInStay,
  forgetOldStays,
  hasStay,
  nameStay,
  stayNumber,
  unnameStay,
} from '../../../electron/services/stays.ts';
import { bedside, bytesIn, demoDevice, temporaryFolder, whileTheDiskLies } from '../../support/device.ts';
import { steadyClock } from '../../support/steady-clock.ts';
import { rowsOf } from '../../support/tables.ts';

const wristband = '4711-0815 x';
const day = 86_400_000;

/** A kiosk, with what people do at it; whoever comes in is recognised as the device does it. */
const kiosk = (options: Parameters<typeof demoDevice>[0] = {}) => {
  const device = demoDevice(options);
  const at = bedside(device);
  const names = ['kofi', 'amara', 'ines', 'tom', 'linh', 'mei'];
  const nameOf = (person: string) => names.find((name) => demoPersonId(name) === person) ?? person;
  const scan = (number = wristband) => nameStay(device, { session: at.session().id, number });
  const participant = (name: string) =>
    at.session().participants.find((one) => one.person === demoPersonId(name))?.id ?? '';
  const inStay = (tap: Record<string, unknown> & { type: CommandInput['type'] }) => {
    const input = command.parse({ ...tap, id: randomUUID(), session: at.session().id });
    expect(carryOutInStay(device, input, { kind: 'bedside' }).outcome).toBe('recorded');
    return input.id;
  };
  const beginPatientRound = () => {
    const round = inStay({ type: 'open-round', kind: 'patient' });
    inStay({ type: 'start-round', round, language: 'en', oneByOne: true });
    return round;
  };
  const meet = (round: string, name: string) =>
    inStay({
      ...{ type: 'record', round, participant: participant(name) },
      verdict: { status: 'introduced', method: 'self' },
    });
  return {
    ...{ device, ...at, scan, participant, inStay, beginPatientRound, meet },
    /** Whom the patient has met before, by name. */
    known: () => at.session().participants.flatMap((one) => (one.metBefore ? [nameOf(one.person)] : [])),
    /** A surgery of this patient in which these are introduced, and which is over. */
    before: (...met: string[]) => {
      at.open();
      scan();
      const round = beginPatientRound();
      for (const name of met) meet(round, name);
      inStay({ type: 'end-round', round, outcome: 'stopped' });
      inStay({ type: 'close-session' });
    },
  };
};

const stays = (device: Device) => rowsOf(device.db, ['stay', 'stay_met', 'open_stay']);

test('whom the patient met is known in their next session: nobody is a stranger twice', () => {
  const { open, scan, known, before, beginPatientRound, session, device } = kiosk();
  before('kofi', 'amara');
  open();
  expect(hasStay(device)).toBe(false);
  expect(scan()).toMatchObject({ ok: true, value: { met: [expect.any(String), expect.any(String)] } });
  expect([known(), hasStay(device)]).toEqual([['kofi', 'amara'], true]);
  beginPatientRound();
  const stage = stageOf(session());
  expect(
    stage.at === 'card' && session().participants.find((one) => one.id === stage.participant)?.person,
  ).toBe(demoPersonId('ines'));
});

test.each(['4711 0815 X', '47110815x', ' 4711/0815/X ', '４７１１０８１５Ｘ', '٤٧١١٠٨١٥x', '4711–0815.x'])(
  'a number is the same however it is written or scanned: %s',
  (written) => {
    const { open, scan, known, before } = kiosk();
    before('kofi');
    open();
    scan(written);
    expect(known()).toEqual(['kofi']);
  },
);

test('leading zeros and letters tell wristbands apart', () => {
  expect(new Set(['0471', '471', '4710', '471O', 'A471'].map(stayNumber)).size).toBe(5);
});

test('no file has the number, in no spelling; the log says nothing of a stay but who was met', () => {
  const folder = temporaryFolder();
  const { open, scan, before, inStay, device } = kiosk({ folder });
  const numbers = ['ZORB-4711 0815', 'zorb47110815'];
  before('kofi');
  open();
  for (const number of numbers) scan(number);
  inStay({ type: 'close-session' });
  const disk = bytesIn(device.folder);
  expect(disk.length).toBeGreaterThan(10_000);
  for (const text of [...numbers, ...numbers.map(stayNumber), '4711 0815', '47110815'])
    for (const encoding of ['utf8', 'utf16le'] as const)
      for (const form of [text, Buffer.from(text).toString('base64'), Buffer.from(text).toString('hex')])
        expect(disk.includes(Buffer.from(form, encoding))).toBe(false);
  expect(readdirSync(folder).length).toBeGreaterThan(2);
});

test('another kiosk makes something else of the same number', () => {
  const hashOf = () => {
    const { open, scan, device } = kiosk();
    open();
    scan();
    return { hash: device.db.prepare('select hash from stay').pluck().get(), key: device.badgeKey };
  };
  const [one, other] = [hashOf(), hashOf()];
  expect(one.key).not.toEqual(other.key);
  expect(one.hash).not.toEqual(other.hash);
});

test('which session was of which stay is known only while it is open', () => {
  const { open, scan, inStay, device } = kiosk();
  open();
  scan();
  expect(stays(device).open_stay).toHaveLength(1);
  inStay({ type: 'close-session' });
  expect(stays(device).open_stay).toEqual([]);
});

test('remembered is whoever was introduced, and nobody else', () => {
  const { open, scan, known, inStay, beginPatientRound, meet, participant } = kiosk();
  open();
  const round = beginPatientRound();
  scan();
  meet(round, 'kofi');
  const slip = meet(round, 'amara');
  inStay({ type: 'undo', of: slip });
  inStay({
    ...{ type: 'record', round, participant: participant('ines') },
    verdict: { status: 'declined' },
  });
  inStay({ type: 'end-round', round, outcome: 'stopped' });
  const team = inStay({ type: 'open-round', kind: 'team' });
  meet(team, 'tom');
  inStay({ type: 'end-round', round: team, outcome: 'stopped' });
  inStay({ type: 'close-session' });
  open();
  scan();
  expect(known()).toEqual(['kofi']);
});

test('whoever spoke in the time-out, and not with the patient, is recognised all the same', () => {
  const { open, scan, known, before, inStay, meet } = kiosk();
  before('kofi');
  open();
  const team = inStay({ type: 'open-round', kind: 'team' });
  meet(team, 'kofi');
  scan();
  expect(known()).toEqual(['kofi']);
});

test('whoever joins is recognised at once, by hand or by badge, and has no card', () => {
  const { open, scan, known, before, inStay, session, device, beginPatientRound } = kiosk();
  before('kofi', 'amara');
  open([{ person: demoPersonId('ines'), role: 'circulating-nurse' }]);
  scan();
  const round = beginPatientRound();
  inStay({ type: 'end-round', round, outcome: 'stopped' });
  inStay({ type: 'join', person: demoPersonId('kofi'), role: 'surgeon' });
  expect([known(), stageOf(session()).at]).toEqual([['kofi'], 'board']);
  const id = randomUUID();
  expect(readBadge(device, { id, code: badgeOf('amara'), at: 'session' }).outcome).toBe('joined');
  expect([known(), stageOf(session()).at]).toEqual([['kofi', 'amara'], 'board']);
});

test('scanned while a card is up, it goes on with whom the patient does not know', () => {
  const { open, scan, before, session, beginPatientRound, participant } = kiosk();
  before('kofi', 'ines');
  open();
  beginPatientRound();
  expect(stageOf(session())).toMatchObject({ participant: participant('kofi') });
  scan();
  expect(stageOf(session())).toMatchObject({ at: 'card', participant: participant('amara') });
});

test('another wristband is another patient: nobody is taken for met any more, and nothing of the wrong one is kept', () => {
  const { open, scan, known, before, device, session } = kiosk();
  before('kofi');
  open();
  scan();
  expect(known()).toEqual(['kofi']);
  scan('0000 1111');
  expect([known(), stays(device).stay?.length]).toEqual([[], 2]);
  expect(unnameStay(device, session().id)).toMatchObject({ ok: true });
  expect([known(), hasStay(device), stays(device).stay?.length]).toEqual([[], false, 1]);
  scan();
  expect(known()).toEqual(['kofi']);
});

test('a staff badge is no wristband, a few digits are none, and a session that is over has none', () => {
  const { open, scan, inStay, device, session } = kiosk();
  open();
  expect(scan(badgeOf('amara'))).toEqual({ ok: false, problem: 'is-a-badge' });
  expect(scan(' 1-2 ')).toEqual({ ok: false, problem: 'too-short' });
  const { id } = session();
  inStay({ type: 'close-session' });
  expect(nameStay(device, { session: id, number: wristband })).toEqual({
    ok: false,
    problem: 'no-such-session',
  });
  expect(stays(device).stay).toEqual([]);
});

test('what a disk did not keep can be scanned again', () => {
  const { open, scan, known, before, device } = kiosk();
  before('kofi');
  open();
  whileTheDiskLies(device, () => expect(() => scan()).toThrow('disk I/O error'));
  scan();
  expect(known()).toEqual(['kofi']);
});

test('a stay is forgotten so many days after its last session, and not while a session of it is open', () => {
  const clock = steadyClock();
  const { open, scan, known, before, inStay, device } = kiosk({ clock });
  changeSettings(device, { kind: 'command-line' }, { stayDays: 3 });
  before('kofi');
  clock.pass(3 * day);
  expect(forgetOldStays(device)).toBe(0);
  open();
  scan();
  clock.pass(30 * day);
  expect(forgetOldStays(device)).toBe(0);
  inStay({ type: 'close-session' });
  // Only the day is kept: it has to be over.
  clock.pass(4 * day);
  expect(forgetOldStays(device)).toBe(1);
  expect(stays(device)).toEqual({ stay: [], stay_met: [], open_stay: [] });
  open();
  scan();
  expect(known()).toEqual([]);
});

test('an idle kiosk forgets by itself', async () => {
  const clock = steadyClock();
  const { before, device } = kiosk({ clock, space: { reserve: 1000, warn: 1000 } });
  const { look, stop } = keepUp(
    device,
    dailyJobs.filter(({ name }) => name === 'stays'),
    { free: async () => 50_000_000 },
  );
  onTestFinished(stop);
  before('kofi');
  await look();
  expect(stays(device).stay_met).toHaveLength(1);
  clock.pass(31 * day);
  await look();
  expect(stays(device)).toEqual({ stay: [], stay_met: [], open_stay: [] });
});

test('the tables of a session in a stay are made again from the log, row by row', () => {
  const { open, scan, known, before, inStay, device, beginPatientRound } = kiosk();
  before('kofi', 'amara');
  open();
  scan();
  scan('0000 1111');
  scan();
  beginPatientRound();
  inStay({
    ...{ type: 'join', person: demoPersonId('linh'), role: 'surgeon' },
    relieves: bedside(device).session().participants[0]?.id ?? '',
  });
  const rows = rowsOf(device.db);
  rebuildFromLog(device.db);
  expect(rowsOf(device.db)).toEqual(rows);
  expect(known()).toEqual(['kofi', 'amara']);
});

interface DemoPerson {
  id: string;
  badge: string;
}

const badgeOf = (name: string): string => {
  const team: DemoPerson[] = JSON.parse(
    readFileSync(new URL('../../../resources/demo/team.json', import.meta.url), 'utf8'),
  );
  return team.find((one) => one.id === name)?.badge ?? '';
};
