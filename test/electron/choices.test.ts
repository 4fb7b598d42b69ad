import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { noChoices } from '../../core/view.ts';
import { logger } from '../../electron/operations.ts';
import { changeChoices, readChoices } from '../../electron/services/choices.ts';
import { putChoices } from '../../electron/store/choices.ts';
import { readHead } from '../../electron/store/log.ts';
import { letIn } from '../support/api.ts';
import { bedside, demoDevice } from '../support/device.ts';

test('what a patient chose is still there when the program was changed meanwhile and has other questions', () => {
  const device = demoDevice();
  const session = bedside(device).open();
  putChoices(device.db, { session, value: JSON.stringify({ callMe: 'Rosa', noLongerAsked: true }) });
  expect(readChoices(device)).toEqual({ ...noChoices, callMe: 'Rosa' });
  changeChoices(device, session, { way: 'together' });
  expect(readChoices(device)).toEqual({ ...noChoices, callMe: 'Rosa', way: 'together' });
});

test('two who tick off different questions at once do not undo each other, nor does one who asks another', async () => {
  const device = demoDevice();
  const session = bedside(device).open();
  const { send } = await letIn(device);
  const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
  changeChoices(device, session, { questions: [first, second] });
  const ask = (participant: string, is: 'asked' | 'answered') =>
    send('/api/choices', { session, change: { question: { participant, is } } });
  await Promise.all([ask(first, 'answered'), ask(third, 'asked'), ask(second, 'answered')]);
  expect(readChoices(device)).toMatchObject({
    ...{ questions: [first, second, third], answered: [first, second] },
  });
});

test('however many questions there come to be, they can be read again', () => {
  const device = demoDevice();
  const session = bedside(device).open();
  const asked = Array.from({ length: 70 }, () => randomUUID());
  for (const participant of asked) changeChoices(device, session, { question: { participant, is: 'asked' } });
  expect(readChoices(device).questions).toEqual(asked.slice(-60));
});

test('of what was recorded nobody is told that it was not, though the answer could not be made', async () => {
  const device = demoDevice();
  const session = bedside(device).open();
  const { send } = await letIn(device);
  logger.level = 'silent';
  onTestFinished(() => {
    logger.level = 'warn';
  });
  putChoices(device.db, { session, value: JSON.stringify({ way: 'upside-down' }) });
  const before = readHead(device.db)?.size ?? 0;
  const tap = { type: 'open-round', id: randomUUID(), session, kind: 'team' };
  const answer = await send('/api/commands', tap);
  expect(readHead(device.db)?.size).toBeGreaterThan(before);
  expect(await answer.json()).toEqual({ outcome: 'not-known', why: null });
});

test('how the screen is to be is said in the log once, however often it is asked', async () => {
  const device = demoDevice();
  const { send } = await letIn(device);
  const before = readHead(device.db)?.size ?? 0;
  for (const wanted of [
    { hand: 'left' },
    { hand: 'left' },
    { mode: 'night', hand: 'left' },
    { mode: 'night' },
  ])
    expect((await send('/api/display', wanted)).status).toBe(200);
  expect(readHead(device.db)?.size).toBe(before + 2);
});
