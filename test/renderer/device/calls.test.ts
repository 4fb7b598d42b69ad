import { afterEach, expect, test, vi } from 'vitest';
import {
  addVisitor,
  askRecord,
  askStart,
  askView,
  askWall,
  changeChoices,
  findPeople,
  postCommand,
  readBadge,
  shareCheckpoint,
} from '../../../renderer/device/calls.ts';

afterEach(() => vi.unstubAllGlobals());

/** A device that answers everything with this. */
const deviceSays = (status: number, body: unknown) => {
  const asked = vi.fn(async () => Response.json(body, { status }));
  vi.stubGlobal('fetch', asked);
  return asked;
};

const id = '00000000-0000-4000-8000-000000000001';

test('a device that fails gives no view, no people, nobody’s badge and no checkpoint, but no answer', async () => {
  deviceSays(503, { outcome: 'not-recorded' });
  for (const ask of [
    askView,
    askWall,
    askStart,
    askRecord,
    () => shareCheckpoint('shown'),
    () => findPeople('kofi'),
    () => addVisitor(id, 'Rosa', 'chaplain'),
    () => readBadge('4711 0815', 'session'),
  ])
    await expect(ask()).rejects.toThrow('503');
  expect(await changeChoices(id, {})).toBeNull();
  const leave = { type: 'leave', id, session: id, participant: id } as const;
  expect(await postCommand(leave)).toEqual({ outcome: 'not-recorded' });
});

test('where the device cannot tell whether it recorded a tap, that is no answer', async () => {
  const leave = { type: 'leave', id, session: id, participant: id } as const;
  deviceSays(503, { outcome: 'not-known', why: 'failing' });
  await expect(postCommand(leave)).rejects.toThrow('cannot tell');
  vi.stubGlobal('fetch', async () => new Response('gateway', { status: 502 }));
  expect(await postCommand(leave)).toEqual({ outcome: 'not-recorded' });
});

test('a badge whose reading failed is asked about once more, under the same id', async () => {
  const asked = deviceSays(503, { outcome: 'not-recorded' });
  await expect(readBadge('4711 0815', 'session')).rejects.toThrow();
  const bodies = asked.mock.calls.map((call: unknown[]) => JSON.stringify(call[1]));
  expect(bodies).toHaveLength(2);
  expect(new Set(bodies).size).toBe(1);
});

test('a name that cannot be kept is refused with why', async () => {
  deviceSays(422, { problem: 'too-long' });
  expect(await addVisitor(id, 'x'.repeat(200), 'chaplain')).toEqual({ ok: false, problem: 'too-long' });
});
