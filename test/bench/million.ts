import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { noFilters } from '../../core/figures/filters.ts';
import type { AskedFigures, Filters } from '../../core/figures/view.ts';
import { dimensions } from '../../core/rates/breakdown.ts';
import { wallTime } from '../../electron/log/clock.ts';
import { type Device, databaseFile } from '../../electron/services/device.ts';
import { makeBeside } from '../../electron/services/exports/make-beside.ts';
import { catchUpFigures } from '../../electron/services/figures/catch-up.ts';
import { readFigures, readMissing } from '../../electron/services/figures/read.ts';
import { openDevice } from '../../electron/services/open-device.ts';
import { carryOut, openSession } from '../../electron/services/sessions.ts';
import { simulate } from '../../electron/services/simulate/simulate.ts';
import { timeOut } from './time-out.ts';

/**
 * A million introductions in six years: how long the dashboard waits, and how long a tap does while all of them are
 * exported. They are made by the simulation, that is by the rules, the log and the tables of every tap, a hundred sessions
 * in a transaction: it takes a quarter of an hour and 4 GB. `--data DIR` keeps them, and takes those that are there.
 */
const six = { sessions: 98_000, seed: 5, days: 2190 };

const atBedside = { kind: 'bedside' } as const;

const made = (folder: string): void => {
  if (existsSync(databaseFile(folder))) return;
  const began = performance.now();
  const until = wallTime(new Date()).slice(0, 10);
  const { introductions, entries } = simulate(folder, { ...six, until });
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`made: ${introductions} introductions, ${entries} entries, in ${seconds} s`);
};

const line = (what: string, ...values: string[]): void =>
  console.log(`${what.padEnd(50)} ${values.map((value) => value.padStart(12)).join('')}`);

const ms = (value: number): string => `${value.toFixed(1)} ms`;

const at = (times: readonly number[], share: number): number =>
  times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * share))] ??
  0;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const before = performance.now();
  await work();
  return performance.now() - before;
};

/**
 * How long a question takes, asked so many times: the median and the longest, and how long this process worked for one,
 * which tells more on a machine that is busy with something else.
 */
const asked = async (what: string, work: () => Promise<unknown>, times = 7): Promise<void> => {
  const found: number[] = [];
  const before = process.cpuUsage();
  for (let time = 0; time < times; time += 1) found.push(await timed(work));
  const { user, system } = process.cpuUsage(before);
  line(what, ms(at(found, 0.5)), ms(Math.max(...found)), ms((user + system) / 1000 / times));
};

const dashboard = async (device: Device): Promise<void> => {
  const all = { from: '2000-01-01', to: '2099-12-31' };
  const question: AskedFigures = { ...all, by: null, filters: noFilters, step: 'month', leaving: false };
  const first = await timed(() => readFigures(device, question));
  line('dashboard, all years, the first time, its thread begun', ms(first));
  const { choices, sessions, total } = await readFigures(device, question);
  const days = choices.days ?? all;
  const whole = { ...question, ...days };
  console.log(`sessions: ${sessions}, ${JSON.stringify(total.shares.patientIntroduction)}`);
  line('', 'median', 'longest', 'work');
  const month = { ...whole, from: `${days.to.slice(0, 7)}-01` };
  await asked('dashboard, a month', () => readFigures(device, month));
  await asked('dashboard, all years', () => readFigures(device, whole));
  for (const by of dimensions) await asked(`all years by ${by}`, () => readFigures(device, { ...whole, by }));
  const narrowed: Partial<Filters>[] = [
    { unit: choices.units[0]?.key ?? '' },
    { place: choices.places[0]?.key ?? '' },
    { kind: 'shift-change' },
    { urgency: 'urgent' },
    { shift: choices.shifts[0] ?? '' },
    { role: choices.roles[0] ?? null },
  ];
  for (const filters of narrowed)
    await asked(`all years, only one ${Object.keys(filters).join()}`, () =>
      readFigures(device, { ...whole, filters: { ...noFilters, ...filters } }),
    );
  const missing = { ...days, filters: noFilters, after: null, limit: 50 };
  await asked('sessions that nobody opened, the first page', () => readMissing(device, missing));
  const none = { ...missing, filters: { ...noFilters, shift: '00:00–00:01' } };
  await asked('the same, narrowed to what there is none of', () => readMissing(device, none));
};

/** Between taps, in ms. */
const pace = 20;

/** How long taps take that come at a pace, from when they are due, until there is an end of it. */
const taps = async (tap: () => void, isOver: (count: number) => boolean): Promise<number[]> => {
  const found: number[] = [];
  for (
    let due = performance.now() + pace;
    !isOver(found.length);
    due = Math.max(due + pace, performance.now())
  ) {
    await setTimeout(Math.max(0, due - performance.now()));
    tap();
    found.push(performance.now() - due);
  }
  return found;
};

const whileExporting = async (device: Device, tap: () => void): Promise<void> => {
  const many = 500;
  await taps(tap, (count) => count >= 100);
  const before = await taps(tap, (count) => count >= many);
  const file = join(device.folder, 'bench-export.csv');
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const rows = { from: '2000-01-01', to: '2099-12-31', unit: null, place: null, kind: null };
  const maker = { app: device.app, made: wallTime(new Date()) };
  const began = performance.now();
  let over = false;
  const exporting = makeBeside(
    {
      asked: { format: 'csv', table: 'introductions', ...rows },
      ...{ folder: device.folder, file, maker, spare: 0, stop },
    },
    { onProgress: () => {}, onAllRead: () => {}, signal: new AbortController().signal },
  ).finally(() => {
    over = true;
  });
  const during = await taps(tap, () => over);
  const done = await exporting;
  const seconds = (performance.now() - began) / 1000;
  if (done.is === 'made')
    console.log(`exported: ${done.made.rows} rows, ${statSync(file).size} bytes, in ${seconds.toFixed(1)} s`);
  else console.log(`not exported: ${done.why} ${done.problem}`);
  rmSync(file, { force: true });
  const after = await taps(tap, (count) => count >= many);
  const idle = [...before, ...after];
  line('a tap', 'p50', 'p99', 'taps');
  line('idle, before and after', ms(at(idle, 0.5)), ms(at(idle, 0.99)), String(idle.length));
  line('while all is exported', ms(at(during, 0.5)), ms(at(during, 0.99)), String(during.length));
  const ratio = (share: number) => `${(at(during, share) / at(idle, share)).toFixed(2)} ×`;
  line('exporting ÷ idle', ratio(0.5), ratio(0.99));
  const asking = await whileAsking(device, tap);
  line('while the dashboard is asked', ms(at(asking, 0.5)), ms(at(asking, 0.99)), String(asking.length));
};

/** Taps while one question about all years follows the other. */
const whileAsking = async (device: Device, tap: () => void): Promise<number[]> => {
  const question = {
    from: '2000-01-01',
    to: '2099-12-31',
    by: null,
    filters: noFilters,
    step: null,
    leaving: false,
  };
  let over = false;
  const ask = async (): Promise<void> => {
    while (!over) await readFigures(device, question);
  };
  const asking = ask();
  const found = await taps(tap, (count) => count >= 500);
  over = true;
  await asking;
  return found;
};

/** Prints the figures; `--data DIR` after `--million` says where the million is. */
export const million = async (words: readonly string[]): Promise<void> => {
  const given = words[words.indexOf('--data') + 1];
  const isGiven = words.includes('--data') && given !== undefined;
  const folder = isGiven ? given : mkdtempSync(join(tmpdir(), 'bedside-hello-million-'));
  try {
    made(folder);
    const device = openDevice({ folder });
    try {
      await catchUpFigures(device, new AbortController().signal);
      await dashboard(device);
      const tap = timeOut(device);
      await whileExporting(device, tap);
      const session = openSession(device);
      if (session !== null)
        carryOut(device, { type: 'close-session', id: randomUUID(), session: session.id }, atBedside);
    } finally {
      device.close();
    }
  } finally {
    if (!isGiven) rmSync(folder, { recursive: true, force: true });
  }
};
