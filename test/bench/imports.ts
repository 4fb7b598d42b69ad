import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { nothingDecided } from '../../core/roster/import-view.ts';
import { carryOutPrepared } from '../../electron/services/imports/carry-out.ts';
import { planBeside } from '../../electron/services/imports/plan-beside.ts';
import { undoImport } from '../../electron/services/imports/undo.ts';
import { openDevice } from '../../electron/services/open-device.ts';
import { setUp } from '../../electron/services/set-up.ts';
import { timeOut } from './time-out.ts';

/**
 * How long a tap waits while a list of 20,000 people is looked at, brought in, brought in again with every one of them
 * changed, and put back. Taps come every 20 ms and are timed from when they were due.
 */
const rows = 20_000;
const actor = { kind: 'command-line' } as const;
const pace = 20;

/** A letter for each digit: names that are nobody else's. */
const word = (number: number): string =>
  [...String(number)].map((digit) => 'bdfgklmnpr'[Number(digit)]).join('a');

const list = (role: string): Buffer =>
  Buffer.from(
    [
      'employee id,badge id,first name,last name,role,languages',
      ...Array.from({ length: rows }, (_, row) => `E${row},B${row},Ana${word(row)},Sol,${role},English;es`),
    ].join('\n'),
  );

/** How long taps take that come at a pace, from when they are due, until there is an end of it. */
const taps = async (tap: () => void, isOver: (count: number) => boolean): Promise<number[]> => {
  const found: number[] = [];
  for (let due = performance.now() + pace; !isOver(found.length); due += pace) {
    await setTimeout(Math.max(0, due - performance.now()));
    tap();
    found.push(performance.now() - due);
    // Whoever waits taps once: the taps that would have come meanwhile do not.
    due = Math.max(due, performance.now() - pace);
  }
  return found;
};

const at = (times: readonly number[], share: number): number =>
  times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * share))] ??
  0;

const line = (what: string, ...values: string[]): void =>
  console.log(`${what.padEnd(42)} ${values.map((value) => value.padStart(11)).join('')}`);
const ms = (value: number): string => `${value.toFixed(1)} ms`;

/** Prints the figures. */
export const imports = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'bedside-hello-imports-'));
  const device = openDevice({ folder });
  try {
    setUp(device, actor, { place: 'OR 3', unit: 'Operating rooms' });
    const plan = async (bytes: Buffer) => {
      const files = [{ name: 'list.csv', bytes }];
      const found = await planBeside(
        device,
        { kind: 'people', files, photos: [], decided: nothingDecided },
        new AbortController().signal,
      );
      if (found.is !== 'people') throw new Error('These are people');
      return found;
    };
    const bring = async (of: Awaited<ReturnType<typeof plan>>): Promise<string> => {
      const id = randomUUID();
      const done = await carryOutPrepared(device, { ...of, photos: [] }, { actor, id });
      of.end();
      if (!done.ok) throw new Error(done.problem);
      return id;
    };
    const few = Array.from({ length: 6 }, (_, row) => `P${row},Mia${word(row)},Mar,Nurse`).join('\n');
    await bring(await plan(Buffer.from(`employee id,first name,last name,role\n${few}\n`)));
    const tap = timeOut(device);
    await taps(tap, (count) => count >= 100);
    const idle = await taps(tap, (count) => count >= 500);
    line('', 'p99', 'longest', '÷ idle p99', 'taps', 'took');
    line('idle', ms(at(idle, 0.99)), ms(Math.max(...idle)), '', String(idle.length));
    const during = async <Value>(what: string, work: () => Promise<Value>): Promise<Value> => {
      let over = false;
      const tapping = taps(tap, () => over);
      await setTimeout(100);
      const began = performance.now();
      const value = await work();
      const took = performance.now() - began;
      // What is done after the answer counts too.
      await setTimeout(1000);
      over = true;
      const found = await tapping;
      const ratio = `${(Math.max(...found) / at(idle, 0.99)).toFixed(1)} ×`;
      line(what, ms(at(found, 0.99)), ms(Math.max(...found)), ratio, String(found.length), ms(took));
      return value;
    };
    const added = await during('a preview, all are new', () => plan(list('Nurse')));
    const first = await during('brought in: 20,000 added', () => bring(added));
    const changed = await during('a preview, all are changed', () => plan(list('Surgeon')));
    const second = await during('brought in: 20,000 changed', () => bring(changed));
    await during('a preview, all are known', () => plan(list('Surgeon')));
    const putBack = (of: string) => async () => await undoImport(device, { id: randomUUID(), of, actor });
    await during('put back: 20,000 changed', putBack(second));
    await during('put back: 20,000 added', putBack(first));
  } finally {
    device.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
