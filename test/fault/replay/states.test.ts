import { expect, test } from 'vitest';
import { Chance } from '../../../electron/services/simulate/chance.ts';
import { endings } from './endings.ts';
import type { Change, Operation } from './operation.ts';
import { type CrashState, crashStates, kinds } from './states.ts';

const write = (file: number, at: number, letter: string, length = 512): Operation => ({
  ...{ change: 'write', file, at },
  bytes: Buffer.alloc(length, letter),
});
const name = (path: string, named: number | 'folder'): Operation => ({ change: 'name', path, named });
/** Syncs with everything before it returned. */
const run = (...operations: (Operation | { sync: number | string })[]): Operation[] =>
  operations.map((one, index) => ('sync' in one ? { change: 'sync', of: one.sync, covers: index } : one));

const statesOf = (operations: Operation[], states = 2000): CrashState[] => [
  ...crashStates(operations, { states, seed: 'model' }),
];
const contents = (states: CrashState[], path: string): Set<string | null> =>
  new Set(states.map(({ files }) => files.get(path)?.bytes().toString('latin1') ?? null));
const acked: Operation = { change: 'acknowledged', id: 'tap' };
const afterAck = (states: CrashState[]): CrashState[] => states.filter((one) => one.acknowledged.length > 0);

const x = (length: number): string => 'x'.repeat(length);
const y = (length: number): string => 'y'.repeat(length);
const zero = (length: number): string => '\0'.repeat(length);

test('what was synced, content and name, is in every state after it', () => {
  const states = afterAck(
    statesOf(run(name('a', 0), write(0, 0, 'x'), { sync: 0 }, { sync: '' }, acked, write(0, 512, 'y'))),
  );
  expect(contents(states, 'a')).toEqual(new Set([x(512), x(512) + y(512), x(512) + zero(512)]));
});

test('a file whose folder was not synced may be missing, though its content was', () => {
  const states = afterAck(statesOf(run(name('a', 0), write(0, 0, 'x'), { sync: 0 }, acked)));
  expect(contents(states, 'a')).toEqual(new Set([x(512), null]));
});

test('a file whose name was synced and whose content was not may be empty, or zeros', () => {
  const states = afterAck(statesOf(run(name('a', 0), write(0, 0, 'x'), { sync: '' }, acked)));
  expect(contents(states, 'a')).toEqual(new Set([x(512), '', zero(512)]));
});

test('a file in a folder whose own name was not synced may be missing', () => {
  const operations = run(
    name('d', 'folder'),
    name('d/a', 0),
    write(0, 0, 'x'),
    { sync: 0 },
    { sync: 'd' },
    acked,
  );
  expect(contents(afterAck(statesOf(operations)), 'd/a')).toEqual(new Set([x(512), null]));
});

test('of writes that were not synced any may be there without any other, which leaves zeros', () => {
  const letters = ['x', 'y', 'z'];
  const writes = letters.map((letter, index) => write(0, index * 512, letter));
  const found = contents(afterAck(statesOf(run(name('a', 0), { sync: '' }, ...writes, acked))), 'a');
  for (const there of [0, 1, 2, 3, 4, 5, 6, 7]) {
    const sectors = letters.map((letter, index) => ((there >> index) & 1 ? letter.repeat(512) : zero(512)));
    expect([...found].map((content) => content?.padEnd(1536, '\0'))).toContain(sectors.join(''));
  }
});

test('reordered is any choice in which a later change is there without an earlier one', () => {
  const pending: Change[] = [0, 1, 2].map((place) => ({ change: 'resize', file: place, size: place }));
  const chance = new Chance('model');
  const drawn = Array.from({ length: 200 }, () => endings.reordered.ending(pending, chance));
  const found = new Set(drawn.map((arrived) => arrived.map((one) => pending.indexOf(one)).join()));
  expect(found).toEqual(new Set(['1', '2', '0,2', '1,2']));
});

test('a write over what was there is torn between sectors: every sector is as before or as after', () => {
  const states = afterAck(
    statesOf(
      run(name('a', 0), write(0, 0, 'x', 2000), { sync: 0 }, { sync: '' }, write(0, 100, 'y', 1500), acked),
    ),
  );
  const found = contents(states, 'a');
  expect(found.size).toBeGreaterThan(6);
  // Sectors end at 512, 1024, 1536; the write covers 100 to 1600.
  const sectors = [412, 512, 512, 64].map((length) => `(x{${length}}|y{${length}})`).join('');
  for (const content of found) expect(content).toMatch(new RegExp(`^x{100}${sectors}x{400}$`));
});

test('a rename that was not synced leaves the old name or the new one; a truncation may not have happened', () => {
  const operations = run(
    ...[name('a', 0), write(0, 0, 'x'), { sync: 0 }, { sync: '' }],
    { change: 'rename', path: 'b', from: 'a', named: 0 },
    { change: 'resize', file: 0, size: 0 },
    acked,
  );
  const found = afterAck(statesOf(operations)).map(({ files }) =>
    [...files].map(([path, content]) => `${path} ${content.size}`).join(),
  );
  expect(new Set(found)).toEqual(new Set(['a 512', 'b 512', 'a 0', 'b 0']));
});

test('a sync covers nothing that was still being written when it began', () => {
  const late: Operation = { change: 'sync', of: 0, covers: 2 };
  const states = statesOf([name('a', 0), ...run({ sync: '' }), write(0, 0, 'x'), late, acked]);
  expect(contents(afterAck(states), 'a')).toContain('');
});

const busy = run(
  ...[name('a', 0), write(0, 0, 'x', 5000), { sync: 0 }, { sync: '' }, name('b', 1)],
  ...Array.from({ length: 12 }, (_, at) => write(at % 2, at * 700, 'y', 900)),
);

test('the same seed gives the same states, of every kind; no state comes twice', () => {
  const seen = ({ label, files }: CrashState): string =>
    `${label} ${[...files].map(([path, content]) => `${path} ${content.digest()}`)}`;
  const states = statesOf(busy, 200);
  expect(states).toHaveLength(200);
  expect(statesOf(busy, 200).map(seen)).toEqual(states.map(seen));
  expect(new Set(states.map((state) => seen({ ...state, label: '' }))).size).toBe(200);
  expect(new Set(states.map(({ kind }) => kind))).toEqual(new Set(kinds));
});
