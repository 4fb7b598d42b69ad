import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openDevice } from '../../electron/services/open-device.ts';
import { leaveSuggestion, readSuggestions } from '../../electron/services/suggestions.ts';
import { letIn } from '../support/api.ts';
import { kiosk } from '../support/command-line.ts';
import { demoDevice, temporaryFolder } from '../support/device.ts';
import { managed, managerPin } from './access/desk.ts';
import { amara, logged } from './own-card/desk.ts';

const manager = { kind: 'command-line' } as const;

test('what somebody says is kept with its place and time, and nobody’s name', async () => {
  const device = demoDevice();
  const { send } = await letIn(device);
  const id = randomUUID();
  const answer = await send('/api/suggestions', { id, text: 'The button is too low.\nAnd too grey.' });
  expect([answer.status, await answer.json()]).toEqual([200, { outcome: 'kept' }]);
  expect(readSuggestions(device, manager)).toEqual([
    {
      ...{ id, place: 'OR 3', unit: 'Operating rooms', text: 'The button is too low.\nAnd too grey.' },
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/u),
    },
  ]);
});

test('the log says that something was left and read, never what', () => {
  const device = demoDevice();
  const id = randomUUID();
  leaveSuggestion(device, { id, text: 'Zorblax' });
  readSuggestions(device, manager);
  const [left] = logged(device, 'suggestion-left');
  expect(left).toMatchObject({ actor: { kind: 'bedside' }, ids: { suggestion: id }, data: {} });
  expect(logged(device, 'suggestions-read')).toMatchObject([{ actor: manager, data: { count: 1 } }]);
  expect(JSON.stringify(left)).not.toContain('Zorblax');
});

test('a retry after a lost answer puts it into the box once', async () => {
  const device = demoDevice();
  const { send } = await letIn(device);
  const body = { id: randomUUID(), text: 'Once' };
  for (let time = 0; time < 3; time += 1) expect((await send('/api/suggestions', body)).status).toBe(200);
  expect(readSuggestions(device, manager)).toHaveLength(1);
});

test('nothing, too much, and what is no suggestion at all is refused', async () => {
  const device = demoDevice();
  const { send } = await letIn(device);
  const say = async (text: unknown, over: object = {}) =>
    (await send('/api/suggestions', { id: randomUUID(), text, ...over })).status;
  expect([await say('  \n '), await say('x'.repeat(601)), await say('x'.repeat(600))]).toEqual([
    422, 422, 200,
  ]);
  expect([await say('x'.repeat(8_001)), await say(7), await say('x', { name: 'Ana' })]).toEqual([
    400, 400, 400,
  ]);
  expect(readSuggestions(device, manager)).toHaveLength(1);
});

test('also where nobody said yet where the kiosk stands', () => {
  const device = openDevice({ folder: temporaryFolder() });
  expect(leaveSuggestion(device, { id: randomUUID(), text: 'Hello' })).toEqual({ ok: true, value: null });
  expect(readSuggestions(device, manager)).toMatchObject([{ place: null, unit: null, text: 'Hello' }]);
  device.close();
});

test('the manager reads them at the command line, as text or for a program', async () => {
  const folder = temporaryFolder();
  const device = demoDevice({ folder });
  leaveSuggestion(device, { id: randomUUID(), text: 'First\n\u001b[2Jof all' });
  leaveSuggestion(device, { id: randomUUID(), text: 'الزر منخفض' });
  const text = await kiosk('suggestions', '--data', folder);
  expect(text.code).toBe(0);
  expect(text.out).toMatch(
    /^\d{4}-\d\d-\d\d \d\d:\d\d, OR 3, Operating rooms\nFirst\n\[2Jof all\n\n.*\nالزر منخفض\n$/u,
  );
  const json = await kiosk('suggestions', '--data', folder, '--format', 'json');
  expect(JSON.parse(json.out)).toMatchObject([{ place: 'OR 3' }, { text: 'الزر منخفض' }]);
  expect((await kiosk('suggestions', '--data', folder, '--format', 'xml')).code).toBe(2);
  expect((await kiosk('suggestions', '--data', temporaryFolder())).code).toBe(1);
  expect(logged(device, 'suggestions-read')).toHaveLength(2);
});

test('who manages the kiosk reads them on the screen, the newest first, and the log says who did', async () => {
  const at = await managed();
  leaveSuggestion(at.device, { id: randomUUID(), text: 'First' });
  leaveSuggestion(at.device, { id: randomUUID(), text: 'Second' });
  const read = () => at.get('/api/manage/suggestions', { 'x-signed-in': at.token() });
  expect((await read()).status).toBe(401);
  await at.signIn(managerPin);
  const { suggestions } = JSON.parse(await (await read()).text());
  expect(suggestions.map(({ text }: { text: string }) => text)).toEqual(['Second', 'First']);
  expect(logged(at.device, 'suggestions-read')).toMatchObject([
    { actor: { kind: 'signed-in', person: amara }, data: { count: 2 } },
  ]);
});
