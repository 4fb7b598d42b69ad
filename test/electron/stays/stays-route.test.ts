import { expect, test } from 'vitest';
import * as z from 'zod';
import { letIn } from '../../support/api.ts';
import { bedside, demoDevice } from '../../support/device.ts';

const answer = z.looseObject({
  met: z.array(z.string()).optional(),
  problem: z.string().optional(),
  view: z.looseObject({ stay: z.boolean() }),
});

const atTheBedside = async () => {
  const device = demoDevice();
  const session = bedside(device).open();
  const { send } = await letIn(device);
  return { device, session, send };
};

test('the page gives the number, and hears who was met and that the stay is known; the number never comes back', async () => {
  const { session, send } = await atTheBedside();
  const named = await send('/api/stays', { session, number: ' zorb-quux ' });
  const text = await named.text();
  expect([named.status, /zorb/iu.test(text), /quux/iu.test(text)]).toEqual([200, false, false]);
  expect(answer.parse(JSON.parse(text))).toMatchObject({ met: [], view: { stay: true } });
  const wrong = await send('/api/stays/wrong', { session });
  expect(answer.parse(await wrong.json())).toMatchObject({ met: [], view: { stay: false } });
});

test('what is no wristband is refused with why, and changes nothing', async () => {
  const { session, send } = await atTheBedside();
  const short = await send('/api/stays', { session, number: '1-2' });
  expect([short.status, answer.parse(await short.json())]).toMatchObject([
    200,
    { problem: 'too-short', view: { stay: false } },
  ]);
  const other = await send('/api/stays', { session: crypto.randomUUID(), number: 'zorb-quux' });
  expect([other.status, answer.parse(await other.json())]).toMatchObject([
    409,
    { problem: 'no-such-session', view: { stay: false } },
  ]);
});

test.each([
  { number: '4711' },
  { session: 'x', number: '4711' },
  { number: '' },
  { number: '7'.repeat(129) },
  { number: 4711 },
  { number: '4711', more: 1 },
])('%o is not understood, and what was sent is not told back', async (sent) => {
  const { session, send } = await atTheBedside();
  const reply = await send(
    '/api/stays',
    'session' in sent || sent.number === '4711' ? sent : { session, ...sent },
  );
  expect(reply.status).toBe(400);
  expect(await reply.text()).not.toContain('7777');
});
