import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { decodeEntry } from '../../../core/log/entry.ts';
import type { CommandInput } from '../../../core/session/commands.ts';
import { openRound } from '../../../core/session/state.ts';
import type { DeviceView, StartView } from '../../../core/view.ts';
import { logger } from '../../../electron/operations.ts';
import { demoPersonId } from '../../../electron/services/demo.ts';
import { allEntries, readHead } from '../../../electron/store/log.ts';
import demoTeam from '../../../resources/demo/team.json' with { type: 'json' };
import { letIn } from '../../support/api.ts';
import { bytesIn, demoDevice, surgeryTeam } from '../../support/device.ts';
import { faultyDisk } from '../../support/disk.ts';

type Window = Awaited<ReturnType<typeof letIn>>;
type Without<Key extends string, Item> = Item extends unknown ? Omit<Item, Key> : never;

const viewIn = async (answer: Response): Promise<DeviceView> => {
  const body: { view: DeviceView } = await answer.json();
  return body.view;
};

const opening = (): CommandInput => ({
  ...{ type: 'open-session', id: randomUUID(), kind: 'surgery', scheduled: null },
  ...{ urgency: 'elective', interpreter: 'none', team: surgeryTeam },
});

const openedBy = async ({ send }: Window): Promise<string> => {
  const command = opening();
  expect((await send('/api/commands', command)).status).toBe(200);
  return command.id;
};

const entriesOf = (device: ReturnType<typeof demoDevice>) =>
  allEntries.all(device.db, {}).map(({ bytes }) => decodeEntry(bytes));

test('a whole surgery goes over HTTP, from the schedule to the closing board', async () => {
  const device = demoDevice();
  const window = await letIn(device);
  const { get, send } = window;
  const start: StartView = await (await get('/api/start')).json();
  const [scheduled] = start.schedule;
  expect(scheduled?.held).toBe(false);
  const team = scheduled?.team ?? [];
  const session = randomUUID();
  const from = { type: 'open-session', id: session, kind: 'surgery', scheduled: scheduled?.id } as const;
  const rest = { urgency: 'elective', interpreter: 'none', team } as const;
  let view = await viewIn(await send('/api/commands', { ...from, ...rest }));
  expect(
    Object.values(view.people)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(team.map(({ person }) => person).sort());

  const tap = async (step: Without<'id' | 'session', Exclude<CommandInput, { type: 'open-session' }>>) => {
    const id = randomUUID();
    const answer = await send('/api/commands', { ...step, id, session });
    expect(answer.status).toBe(200);
    view = await viewIn(answer);
    return id;
  };
  const introduced = { status: 'introduced', method: 'self' } as const;
  const patient = await tap({ type: 'open-round', kind: 'patient' });
  expect((await send('/api/choices', { session, change: { callMe: 'Ms. Rivera' } })).status).toBe(200);
  await tap({ type: 'start-round', round: patient, language: 'es', oneByOne: true });
  for (let card = view.session?.rounds[0]?.current; card != null; card = view.session?.rounds[0]?.current)
    await tap({ type: 'record', round: patient, participant: card, verdict: introduced });
  expect(view.choices.callMe).toBe('Ms. Rivera');
  await tap({ type: 'end-round', round: patient, outcome: 'completed', beforeSedation: true });
  const time = await tap({ type: 'open-round', kind: 'team', language: 'en' });
  for (const { participant } of view.session?.rounds[1]?.introductions ?? [])
    await tap({ type: 'record', round: time, participant, verdict: introduced });
  await tap({ type: 'end-round', round: time, outcome: 'completed' });
  expect(view.session?.rounds.map((round) => round.ended?.outcome)).toEqual(['completed', 'completed']);
  expect(view.session?.rounds.flatMap((round) => round.introductions.map(({ status }) => status))).toEqual(
    Array.from({ length: team.length * 2 }, () => 'introduced'),
  );
  await tap({ type: 'close-session' });
  expect(view.session).toBeNull();
  expect(view.choices.callMe).toBeNull();
  const again: StartView = await (await get('/api/start')).json();
  expect(again.schedule.find(({ id }) => id === scheduled?.id)?.held).toBe(true);
  expect(again.lastTeam).toEqual(team);
});

test('the same tap sent twice, also both at once, is one event', async () => {
  const device = demoDevice();
  const { send } = await letIn(device);
  const command = opening();
  const answers = await Promise.all([send('/api/commands', command), send('/api/commands', command)]);
  answers.push(await send('/api/commands', command));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(entriesOf(device).filter(({ type }) => type === 'session-opened')).toHaveLength(1);
  expect(entriesOf(device).filter(({ event }) => event === command.id)).toHaveLength(1 + surgeryTeam.length);
});

test('what the rules refuse is 409 with the reason and the view, and nothing is recorded', async () => {
  const device = demoDevice();
  const window = await letIn(device);
  const session = await openedBy(window);
  const size = readHead(device.db)?.size;
  const round = { type: 'end-round', id: randomUUID(), session, round: randomUUID(), outcome: 'completed' };
  const refused = await window.send('/api/commands', round);
  expect(refused.status).toBe(409);
  const body: { outcome: string; refusal: unknown; view: DeviceView } = await refused.json();
  expect(body).toMatchObject({ outcome: 'refused', refusal: { code: 'no-such-round' } });
  expect(body.view.session?.id).toBe(session);
  const second = await window.send('/api/commands', opening());
  expect(await second.json()).toMatchObject({ refusal: { code: 'session-already-open' } });
  expect(readHead(device.db)?.size).toBe(size);
});

test('nonsense is 400 and nothing is recorded', async () => {
  const device = demoDevice();
  const { get, send } = await letIn(device);
  const size = readHead(device.db)?.size;
  const nonsense = [
    '',
    '{',
    'null',
    '[]',
    { type: 'dance' },
    { ...opening(), id: 'not-a-uuid' },
    { ...opening(), team: [] },
    {
      ...opening(),
      team: Array.from({ length: 61 }, (_, index) => ({ person: `p${index}`, role: 'surgeon' })),
    },
    { ...opening(), team: [{ person: 'Kofi Mensah', role: 'surgeon' }] },
    { ...opening(), team: [{ person: demoPersonId('kofi'), role: 'wizard' }] },
    { ...opening(), actor: { kind: 'system' } },
    { ...opening(), at: '2020-01-01T00:00:00Z' },
  ];
  for (const body of nonsense)
    expect((await send('/api/commands', body)).status, JSON.stringify(body)).toBe(400);
  expect((await send('/api/choices', { session: randomUUID(), change: { blood: 'O' } })).status).toBe(400);
  expect((await send('/api/badges', { id: randomUUID(), code: '1', at: 'session' })).status).toBe(400);
  expect((await get(`/api/people?q=${'a'.repeat(201)}`)).status).toBe(400);
  expect(readHead(device.db)?.size).toBe(size);
});

test('the device knows who acts: a tap is by whoever stands there, a badge by its holder', async () => {
  const device = demoDevice();
  const window = await letIn(device);
  const session = await openedBy(window);
  const round = { type: 'open-round', kind: 'team', id: randomUUID(), session, language: 'en' };
  await window.send('/api/commands', round);
  const reading = { id: randomUUID(), code: ' 4100518204 ', at: 'session' };
  const first = await (await window.send('/api/badges', reading)).json();
  expect(first).toMatchObject({
    outcome: 'recorded',
    event: reading.id,
    found: { id: demoPersonId('kofi') },
  });
  const retried = await (await window.send('/api/badges', reading)).json();
  expect(retried).toMatchObject({ outcome: 'recorded', event: reading.id });
  const later = await (await window.send('/api/badges', { ...reading, id: randomUUID() })).json();
  expect(later).toMatchObject({ outcome: 'already', event: null });
  const actors = entriesOf(device).map(({ event, actor }) => [event, actor]);
  expect(actors).toContainEqual([session, { kind: 'bedside' }]);
  expect(actors.filter(([event]) => event === reading.id)).toEqual([
    [reading.id, { kind: 'badge', person: demoPersonId('kofi') }],
  ]);
});

test('a badge lets a latecomer in, a stranger’s badge is nobody’s, and no badge id is kept', async () => {
  const device = demoDevice();
  const window = await letIn(device);
  await openedBy(window);
  const outcome = async (code: string, at: string) => {
    const answer = await window.send('/api/badges', { id: randomUUID(), code, at });
    const body: { outcome: string } = await answer.json();
    return body.outcome;
  };
  const { ines, rosa } = badges();
  expect(await outcome('9999999999', 'session')).toBe('unknown');
  expect(await outcome(ines, 'start')).toBe('identified');
  expect(await outcome(ines, 'session')).toBe('already');
  expect(await outcome(rosa, 'start')).toBe('identified');
  expect(await outcome(rosa, 'session')).toBe('joined');
  const view: DeviceView = await (await window.get('/api/view')).json();
  expect(view.session?.participants.at(-1)?.person).toBe(demoPersonId('rosa'));
  for (const code of [ines, rosa, '9999999999']) expect(bytesIn(device.folder).includes(code)).toBe(false);
});

/** The badges of two of the demo team, as a reader types them. */
const badges = () => {
  const of = (id: string) => demoTeam.find((one) => one.id === id)?.badge ?? '';
  return { ines: of('ines'), rosa: of('rosa') };
};

test('a visitor is added once, under a name that can be shown, and found by it', async () => {
  const device = demoDevice();
  const { get, send } = await letIn(device);
  const visitor = { id: randomUUID(), name: '  Renée   O’Neill ', role: 'chaplain' };
  for (const _ of [1, 2]) {
    const body = await (await send('/api/visitors', visitor)).json();
    expect(body).toMatchObject({ person: { id: visitor.id, first: 'Renée O’Neill', visitor: true } });
  }
  expect(entriesOf(device).filter(({ type }) => type === 'person-added')).toHaveLength(1);
  const { people }: { people: { id: string }[] } = await (await get('/api/people?q=neill%20ren')).json();
  expect(people.map(({ id }) => id)).toEqual([visitor.id]);
  for (const [name, problem] of [
    ['  ', 'empty'],
    ['a\u202eb', 'forbidden-character'],
    ['x'.repeat(121), 'too-long'],
  ]) {
    const refused = await send('/api/visitors', { id: randomUUID(), name, role: 'chaplain' });
    expect([refused.status, await refused.json()]).toEqual([422, { problem }]);
  }
});

test('where the disk fails the answer is “not recorded”, and the same tap can be made again', async () => {
  const disk = faultyDisk();
  const device = demoDevice({ open: disk.open });
  const window = await letIn(device);
  const session = await openedBy(window);
  const size = readHead(device.db)?.size;
  const tap = { type: 'open-round', kind: 'team', id: randomUUID(), session, language: 'en' };
  logger.level = 'silent';
  onTestFinished(() => {
    logger.level = 'warn';
  });
  disk.fault = { code: 'SQLITE_IOERR_FSYNC', keeps: false };
  const failed = await window.send('/api/commands', tap);
  expect([failed.status, await failed.json()]).toEqual([503, { outcome: 'not-recorded', why: 'failing' }]);
  expect((await window.send('/api/choices', { session, change: { callMe: 'X' } })).status).toBe(503);
  const meanwhile: DeviceView = await (await window.get('/api/view')).json();
  expect(meanwhile.session?.rounds).toEqual([]);
  expect(meanwhile.record).toMatchObject({ state: 'failing', recording: false });
  disk.fault = null;
  expect(readHead(device.db)?.size).toBe(size);
  const again = await window.send('/api/commands', tap);
  expect(again.status).toBe(200);
  const view = await viewIn(again);
  expect(view.record).toMatchObject({ state: 'ok', recording: true });
  expect(view.session === null ? null : openRound(view.session)?.id).toBe(tap.id);
  expect(
    entriesOf(device).filter(({ event, type }) => event === tap.id && type === 'round-opened'),
  ).toHaveLength(1);
});
