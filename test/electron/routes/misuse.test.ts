import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { logger } from '../../../electron/operations.ts';
import type { Device } from '../../../electron/services/device.ts';
import { readHead } from '../../../electron/store/log.ts';
import { letIn } from '../../support/api.ts';
import { bedside, demoDevice, surgeryTeam } from '../../support/device.ts';

const opening = (over: object = {}) => ({
  ...{ type: 'open-session', id: randomUUID(), kind: 'surgery', scheduled: null },
  ...{ urgency: 'elective', interpreter: 'none', team: surgeryTeam, ...over },
});

const quietly = (): void => {
  logger.level = 'silent';
  onTestFinished(() => {
    logger.level = 'warn';
  });
};

/** What the device answers to a command, and how much longer the log is after it. */
const asked = async (device: Device, command: object) => {
  const { send } = await letIn(device);
  const before = readHead(device.db)?.size ?? 0;
  const answer = await send('/api/commands', command);
  const { outcome, refusal }: { outcome: string; refusal?: unknown } = await answer.json();
  return { status: answer.status, outcome, refusal, grown: (readHead(device.db)?.size ?? 0) - before };
};

test('an id in upper case is none: in the record a UUID has one form', async () => {
  const device = demoDevice();
  const { send } = await letIn(device);
  const before = readHead(device.db)?.size;
  const answer = await send('/api/commands', opening({ id: randomUUID().toUpperCase() }));
  expect(answer.status).toBe(400);
  expect(readHead(device.db)?.size).toBe(before);
});

const refused = (code: string) => ({ status: 409, outcome: 'refused', refusal: { code }, grown: 0 });

test('nobody whom the device does not know gets into a session, nor a word that passes for an id into the log', async () => {
  const device = demoDevice();
  for (const person of ['John.Smith.has.cancer', 'constructor', randomUUID()])
    expect(await asked(device, opening({ team: [{ person, role: 'surgeon' }] }))).toEqual(
      refused('no-such-person'),
    );
  const session = bedside(device).open();
  const join = { type: 'join', id: randomUUID(), session, person: 'John.Smith', role: 'surgeon' };
  expect(await asked(device, join)).toEqual(refused('no-such-person'));
});

test('a session cannot say that it was scheduled when it was not', async () => {
  const device = demoDevice();
  expect(await asked(device, opening({ scheduled: 'John.Smith.has.cancer' }))).toEqual(
    refused('not-scheduled'),
  );
});

test('a page cannot claim that a badge was read', async () => {
  const device = demoDevice();
  const { open, tap, session } = bedside(device);
  const id = open();
  const round = tap({ type: 'open-round', kind: 'team' });
  const participant = session().participants[0]?.id;
  const verdict = { status: 'introduced', method: 'badge' };
  const claim = { type: 'record', id: randomUUID(), session: id, round, participant, verdict };
  expect(await asked(device, claim)).toEqual(refused('method-does-not-fit'));
});

test('an id that stands for something else is never answered as recorded', async () => {
  const device = demoDevice();
  quietly();
  const { open, tap } = bedside(device);
  const before = open();
  const old = tap({ type: 'change-session', urgency: 'urgent', interpreter: 'none' });
  tap({ type: 'close-session' });
  const session = open();
  const notRecorded = { status: 503, outcome: 'not-known', refusal: undefined, grown: 0 };
  for (const id of [before, old])
    expect(await asked(device, { type: 'open-round', kind: 'team', id, session })).toEqual(notRecorded);
  expect(await asked(device, opening({ id: old }))).toEqual(notRecorded);
  const { send } = await letIn(device);
  const visitor = { id: old, name: 'Zoltán Vidor', role: 'chaplain' };
  expect((await send('/api/visitors', visitor)).status).toBe(503);
});

test('a session that is over, and people and rounds of another, cannot be reached', async () => {
  const device = demoDevice();
  const { open, tap, session } = bedside(device);
  const before = open();
  const round = tap({ type: 'open-round', kind: 'team' });
  const [participant] = session().participants.map((one) => one.id);
  tap({ type: 'end-round', round, outcome: 'stopped' });
  tap({ type: 'close-session' });
  const now = open();
  const verdict = { status: 'introduced', method: 'attested' };
  const record = { type: 'record', id: randomUUID(), round, participant, verdict };
  expect(await asked(device, { ...record, session: before })).toEqual(refused('no-such-session'));
  expect(await asked(device, { ...record, session: now })).toEqual(refused('no-such-round'));
  const newRound = tap({ type: 'open-round', kind: 'team' });
  expect(await asked(device, { ...record, session: now, round: newRound })).toEqual(
    refused('not-in-this-round'),
  );
  const leave = { type: 'leave', id: randomUUID(), session: now, participant };
  expect(await asked(device, leave)).toEqual(refused('no-such-participant'));
});

test('what a patient chose takes choices and nothing else', async () => {
  const device = demoDevice();
  const { send, get } = await letIn(device);
  const session = bedside(device).open();
  const keep = async (change: object) => (await send('/api/choices', { session, change })).status;
  for (const change of [
    { callMe: 'a\u202eb' },
    { callMe: '\u200b' },
    { callMe: 'x'.repeat(121) },
    { language: 'free text' },
    { questions: ['blood type 0'] },
    JSON.parse('{"__proto__": {"readAloud": true}, "constructor": 1}'),
  ])
    expect(await keep(change), JSON.stringify(change)).toBe(400);
  expect(await keep({ callMe: 'أم يوسف', language: 'zh-Hant', questions: [randomUUID()] })).toBe(200);
  expect(await (await get('/api/view')).json()).toMatchObject({ choices: { readAloud: false } });
  expect((await send('/api/choices', { session: randomUUID(), change: {} })).status).toBe(409);
});

test('no badge that was read stands in an answer', async () => {
  const { send } = await letIn(demoDevice());
  const code = 'S3cret-Badge-4711';
  for (const body of [
    { id: randomUUID(), code, at: 'session' },
    { id: 'not-a-uuid', code, at: 'session' },
    { id: randomUUID(), code: code.repeat(10), at: 'session' },
    `{"code": "${code}`,
  ])
    expect(await (await send('/api/badges', body)).text()).not.toContain(code);
});
