import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { decodeEntry } from '../../core/log/entry.ts';
import { append, emptyFrontier, leafHash, rootHash, type Sha256 } from '../../core/log/merkle.ts';
import { openDevice } from '../../electron/services/open-device.ts';
import { allEntries, readHead } from '../../electron/store/log.ts';
import { kiosk } from '../support/command-line.ts';
import { temporaryFolder } from '../support/device.ts';
import { openWindow, startKiosk } from '../support/kiosk.ts';

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();

test('while taps go on, administrators import, export and set up, and all of it is one log without a gap', async () => {
  const folder = temporaryFolder();
  const running = await startKiosk(folder);
  onTestFinished(() => running.kill());
  const window = await openWindow(running);
  const { schedule } = await window.start();
  const session = randomUUID();
  const opening = { type: 'open-session', id: session, kind: 'surgery', scheduled: null } as const;
  const team = schedule[0]?.team ?? [];
  expect(await window.send({ ...opening, urgency: 'elective', interpreter: 'none', team })).toBe(200);

  const roster = join(temporaryFolder(), 'staff.csv');
  copyFileSync(fileURLToPath(new URL('../support/rosters/six.csv', import.meta.url)), roster);
  const out = join(temporaryFolder(), 'out.csv');
  const days = ['--format', 'csv', '--from', '2000-01-01', '--to', '2099-12-31'];
  const administrators = [
    ['import', roster],
    ['export', ...days, '--out', out],
    ['set-up', '--place', 'OR 3', '--unit', 'Operating rooms', '--language', 'es'],
    ['export', ...days, '--out', '-'],
    ['set-up', '--place', 'OR 3', '--unit', 'Operating rooms', '--language', 'ar'],
  ].map((words) => kiosk(...words, '--data', folder));
  let done = false;
  const all = Promise.all(administrators).finally(() => {
    done = true;
  });
  const taps: string[] = [];
  while (!done) {
    const id = randomUUID();
    const urgency = taps.length % 2 === 0 ? 'urgent' : 'elective';
    expect(await window.send({ type: 'change-session', id, session, urgency, interpreter: 'none' })).toBe(
      200,
    );
    taps.push(id);
  }
  for (const { code, err } of await all) expect([code, err.replace(/^rows: .*\n$/u, '')]).toEqual([0, '']);
  await running.stop();

  const device = openDevice({ folder });
  onTestFinished(() => device.close());
  const stored = allEntries.all(device.db, {});
  const entries = stored.map(({ bytes }) => decodeEntry(bytes));
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  const frontier = stored.reduce(
    (before, { bytes }) => append(sha256, before, leafHash(sha256, bytes)),
    emptyFrontier,
  );
  expect(Buffer.from(readHead(device.db)?.root ?? [])).toEqual(Buffer.from(rootHash(sha256, frontier)));
  expect(entries.flatMap(({ type, event }) => (type === 'session-changed' ? [event] : []))).toEqual(taps);
  const types = entries.filter(({ actor }) => actor.kind === 'command-line').map(({ type }) => type);
  for (const type of ['people-imported', 'exported', 'settings-changed'] as const)
    expect(types).toContain(type);
}, 60_000);
