import { expect, it } from 'vitest';
import { query } from '../../../electron/store/sql.ts';
import { newcomers } from './steps.ts';

const count = query<{ count: number }>('select count(*) as count from person');
const rows = 20_000;
const roles = ['Nurse', 'Surgeon', 'Pharmacist', 'Scrub Tech'];
/** A letter for each digit: names that are nobody else's. */
const word = (number: number): string =>
  [...String(number)].map((digit) => 'bdfgklmnpr'[Number(digit)]).join('a');

const list = (fault: (row: number) => boolean): string =>
  [
    'employee id,first name,last name,role,status,birth date',
    ...Array.from({ length: rows }, (_, row) =>
      fault(row)
        ? `E${row},Ana, Maria,Sol${word(row)},Nurse,Active,1980-01-02`
        : `E${row},Ana${word(row)},Sol,${roles[row % roles.length]},Active,1980-01-02`,
    ),
  ].join('\n');

const mega = (bytes: number): number => Math.round(bytes / 1024 / 1024);

it(`a list of ${rows} rows comes in one go, and again without a change, and every faulty row is told of by line`, async () => {
  const { device, bring, planOf } = newcomers();
  const before = process.memoryUsage().rss;
  const timed = async <Value>(what: string, work: () => Promise<Value>): Promise<Value> => {
    const start = performance.now();
    const value = await work();
    console.log(`${rows} rows, ${what}: ${Math.round(performance.now() - start)} ms`);
    return value;
  };
  const faulty = await timed('preview with 2,000 faulty rows', () => planOf(list((row) => row % 10 === 0)));
  const errors = faulty.problems.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ line }) => line)).toEqual(Array.from({ length: rows / 10 }, (_, at) => at * 10 + 2));
  expect(faulty.added).toHaveLength(rows - rows / 10);
  expect(await timed('import', () => bring(list(() => false)))).toBe(true);
  expect(count.get(device.db, {})?.count).toBe(rows);
  const again = await timed('preview of the same', () => planOf(list(() => false)));
  expect([again.skipped, again.added.length, again.changed.length]).toEqual([rows, 0, 0]);
  const grown = process.memoryUsage().rss - before;
  console.log(`memory grew by ${mega(grown)} MB`);
  expect(mega(grown)).toBeLessThan(1024);
}, 600_000);
