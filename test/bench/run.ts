import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sessionFromLog } from '../../electron/log/project.ts';
import { prepareDemo } from '../../electron/services/demo.ts';
import { openDevice } from '../../electron/services/open-device.ts';
import { openSession } from '../../electron/services/sessions.ts';
import { startView } from '../../electron/services/start.ts';
import { deviceView } from '../../electron/services/view.ts';
import { openWriter } from '../../electron/store/open.ts';
import { imports } from './imports.ts';
import { million } from './million.ts';
import { timeOut } from './time-out.ts';

/**
 * Figures as ratios against a baseline of the same run: the time that one bare row takes to be inserted and
 * committed, synced, on this machine’s disk now. Medians of many.
 */
const folder = mkdtempSync(join(tmpdir(), 'bedside-hello-bench-'));

const median = (times: number[]): number => times.sort((one, other) => one - other)[times.length >> 1] ?? 0;

const timed = (rounds: number, work: () => void): number => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = performance.now();
    work();
    times.push(performance.now() - before);
  }
  return median(times);
};

const bareRow = (): number => {
  const db = openWriter(join(folder, 'bare.db'));
  db.prepare('create table bare (id integer primary key, bytes blob) strict').run();
  const insert = db.prepare('insert into bare (bytes) values (?)');
  const bytes = Buffer.alloc(600);
  const ms = timed(400, () => insert.run(bytes));
  db.close();
  return ms;
};

const device = openDevice({ folder });
prepareDemo(device);
const base = bareRow();
const tap = timeOut(device);
const id = openSession(device)?.id ?? '';
const figures = {
  'one bare row, committed and synced': base,
  'one tap, decided, logged, hashed, in the tables, synced': timed(400, tap),
  'the view that a window is sent': timed(400, () => JSON.stringify(deviceView(device))),
  'the start screen’s data': timed(200, () => JSON.stringify(startView(device))),
  'a session of 400 corrections folded from the log': timed(20, () => sessionFromLog(device.db, id)),
};
for (const [what, ms] of Object.entries(figures))
  console.log(`${what.padEnd(58)} ${ms.toFixed(3).padStart(9)} ms ${(ms / base).toFixed(2).padStart(8)} ×`);
device.close();
rmSync(folder, { recursive: true, force: true });

const words = process.argv.slice(2);
if (words.includes('--imports')) await imports();
if (words.includes('--million')) await million(words);
