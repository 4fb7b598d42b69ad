import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { DeviceView } from '../../../core/view.ts';
import { logger } from '../../../electron/operations.ts';
import type { Device } from '../../../electron/services/device.ts';
import { putChoices } from '../../../electron/store/choices.ts';
import { letIn } from '../../support/api.ts';
import { bedside, demoDevice } from '../../support/device.ts';

/** The events of a live stream, one by one. */
const following = async (answer: Response) => {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('The answer has no body');
  onTestFinished(() => reader.cancel());
  let text = '';
  /** The next event; null where the stream has ended. */
  const next = async (): Promise<{ event: string; data: string } | null> => {
    while (!text.includes('\n\n')) {
      const { value, done } = await reader.read();
      if (done) return null;
      text += value;
    }
    const end = text.indexOf('\n\n');
    const fields = new Map(
      text
        .slice(0, end)
        .split('\n')
        .map((line): [string, string] => [
          line.slice(0, line.indexOf(':')),
          line.slice(line.indexOf(':') + 2),
        ]),
    );
    text = text.slice(end + 2);
    return { event: fields.get('event') ?? '', data: fields.get('data') ?? '' };
  };
  /** The next view, which must come within a few events. */
  const view = async (): Promise<DeviceView> => {
    for (let events = 0; events < 3; events += 1) {
      const found = await next();
      if (found === null) break;
      if (found.event === 'view') return JSON.parse(found.data);
    }
    throw new Error('No view came');
  };
  return { next, view };
};

test('a window that begins to follow gets the view at once, and the next after a tap', async () => {
  const device = demoDevice();
  const { get } = await letIn(device);
  const answer = await get('/api/live');
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const { view } = await following(answer);
  const first = await view();
  expect(first.session).toBeNull();
  expect(first.place.name).toBe('OR 3');
  const session = bedside(device).open();
  const second = await view();
  expect(second.session?.id).toBe(session);
  expect(second.version).toBeGreaterThan(first.version);
});

test('two windows see the same after every tap of either', async () => {
  const device = demoDevice();
  const { get, send } = await letIn(device);
  const [one, other] = [await following(await get('/api/live')), await following(await get('/api/live'))];
  expect(await one.view()).toEqual(await other.view());
  const session = bedside(device).open();
  const opened = await one.view();
  expect(opened).toEqual(await other.view());
  expect(opened).toEqual(await (await get('/api/view')).json());
  const tap = { type: 'open-round', kind: 'team', id: randomUUID(), session, language: 'en' };
  const answer: { view: DeviceView } = await (await send('/api/commands', tap)).json();
  expect(await one.view()).toEqual(answer.view);
  expect(await other.view()).toEqual(answer.view);
});

test('what the patient chooses reaches the other windows too', async () => {
  const device = demoDevice();
  const { get, send } = await letIn(device);
  const session = bedside(device).open();
  const { view } = await following(await get('/api/live'));
  await view();
  await send('/api/choices', { session, change: { callMe: 'Ms. Rivera', largerText: true } });
  expect((await view()).choices).toMatchObject({ callMe: 'Ms. Rivera', largerText: true });
});

test('a window that reads slowly gets the newest view, not all that it missed', async () => {
  const device = demoDevice();
  const { get } = await letIn(device);
  const { view } = await following(await get('/api/live'));
  await view();
  const { open, tap } = bedside(device);
  open();
  for (const urgency of ['urgent', 'emergency', 'elective', 'urgent', 'emergency'] as const)
    tap({ type: 'change-session', urgency, interpreter: 'none' });
  await view();
  expect((await view()).session?.urgency).toBe('emergency');
});

test('when a ninth window follows, the stream of the oldest ends and the others go on', async () => {
  const device = demoDevice();
  const { get } = await letIn(device);
  const windows = [];
  for (let count = 0; count < 9; count += 1) {
    const window = await following(await get('/api/live'));
    await window.view();
    windows.push(window);
  }
  const [oldest, ...others] = windows;
  expect(await oldest?.next()).toBeNull();
  const session = bedside(device).open();
  for (const window of others) expect((await window.view()).session?.id).toBe(session);
});

/** How many follow the device, counted as they come and go. */
const followersOf = (device: Device): (() => number) => {
  const follow = device.live.follow.bind(device.live);
  let followers = 0;
  device.live.follow = (follower) => {
    followers += 1;
    const unfollow = follow(follower);
    return () => {
      followers -= 1;
      unfollow();
    };
  };
  return () => followers;
};

test('a thousand windows that come and go leave nothing behind', async () => {
  const device = demoDevice();
  const followers = followersOf(device);
  const { get } = await letIn(device);
  for (let count = 0; count < 1000; count += 1) await (await get('/api/live')).body?.cancel();
  await vi.waitFor(() => expect(followers()).toBe(0));
});

test('streams that nobody reads, as those of a page that Electron closed, are let go while taps go on', async () => {
  const device = demoDevice();
  const followers = followersOf(device);
  const { ask, cookie } = await letIn(device);
  // Whenever it is asked for, something has changed again.
  Object.defineProperty(device.live, 'version', { get: () => performance.now() });
  for (let count = 0; count < 50; count += 1) await ask('/api/live', { method: 'HEAD', headers: { cookie } });
  await vi.waitFor(() => expect(followers()).toBe(8));
});

test('where no view can be made the stream ends, and the device goes on', async () => {
  const device = demoDevice();
  const { get } = await letIn(device);
  logger.level = 'silent';
  onTestFinished(() => {
    logger.level = 'warn';
  });
  const { view, next } = await following(await get('/api/live'));
  await view();
  const session = bedside(device).open();
  await view();
  putChoices(device.db, { session, value: '"not what it should be"' });
  device.live.changed();
  expect(await next()).toBeNull();
});
