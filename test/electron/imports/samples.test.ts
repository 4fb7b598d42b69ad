import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { searchPeople } from '../../../electron/services/people.ts';
import { query } from '../../../electron/store/sql.ts';
import { bytesIn } from '../../support/device.ts';
import { newcomers } from './steps.ts';

const samples = new URL('../../../../shared/samples/', import.meta.url);
const sample = (name: string): string => readFileSync(new URL(name, samples), 'utf8');
const people = query<{ given: string; family: string | null; role: string; title: string | null }>(
  'select given, family, role, title from person order by rowid',
);
const count = query<{ count: number }>('select count(*) as count from person');
/** The cells of these columns, from the first, of a file whose cells hold no quotes inside. */
const columnsOf = (text: string, ...columns: number[]): string[] =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .flatMap((line) => columns.map((column) => line.replaceAll('"', '').split(',')[column] ?? ''));

describe.skipIf(!existsSync(samples))(
  'real lists on a device (skipped where the samples are not present)',
  () => {
    // awk -F, 'NR>1{print $6}' staff-20.csv | sort | uniq -c: 5 Nurse, 4 Doctor, 4 Pharmacist, 4 Admin, 3 LabScientist.
    it('of 20 staff come whole, are known again by their numbers, and leave nothing private', async () => {
      const { device, home, bring, preview } = newcomers();
      const text = sample('csv/staff-20.csv');
      expect(await preview(text)).toContain('people: 20 added, 0 changed, 0 skipped');
      expect(await bring(text)).toBe(true);
      const roles = Map.groupBy(people.all(device.db, {}), ({ title }) => title);
      expect(Object.fromEntries([...roles].map(([title, of]) => [title, of.length]))).toEqual({
        ...{ Nurse: 5, Doctor: 4, Pharmacist: 4, Admin: 4, LabScientist: 3 },
      });
      expect(await preview(text)).toContain('people: 0 added, 0 changed, 20 skipped');
      expect(await preview(text.replace('Jane,Smith', 'Jane,Jones'))).toContain(
        'list.csv:3: conflict: The staff number of “Jane Jones” belongs to “Jane Smith” here.',
      );
      device.db.pragma('wal_checkpoint(TRUNCATE)');
      const kept = bytesIn(join(home, 'data')).toString('latin1');
      expect(columnsOf(text, 3, 6, 7).filter((cell) => kept.includes(cell))).toEqual([]);
    });

    // Python's csv: 101 rows; 9 of them share nombre, apellido and rol with another; so 92 people.
    it('in Spanish comes without the doubles, which are told of by line, and without national ids and pay', async () => {
      const { device, home, bring, preview } = newcomers();
      const text = sample('csv/personal-es-101.csv');
      const said = await preview(text);
      expect(said).toContain('people: 92 added');
      expect(said.match(/^list\.csv:\d+: “.*” is also on/gmu)).toHaveLength(9);
      expect(await bring(text)).toBe(false);
      expect(count.get(device.db, {})?.count).toBe(0);
      expect(await bring(text, [], true)).toBe(true);
      expect(count.get(device.db, {})?.count).toBe(92);
      expect(searchPeople(device, 'fernandez').length).toBeGreaterThan(0);
      device.db.pragma('wal_checkpoint(TRUNCATE)');
      const kept = bytesIn(join(home, 'data')).toString('latin1') + said;
      expect(columnsOf(text, 0).filter((cell) => kept.includes(cell))).toEqual([]);
      expect(columnsOf(text, 2).filter((cell) => cell.includes('.') && kept.includes(cell))).toEqual([]);
    });

    // Python's csv: 4,513 rows; 216 share FirstName, LastName and Title with another; so 4,297 people.
    it('of a payroll with tabs comes as it is', async () => {
      const { device, bring, preview } = newcomers();
      const text = sample('csv/payroll-4513.tsv');
      expect(await bring(text, [], true)).toBe(true);
      expect(count.get(device.db, {})?.count).toBe(4297);
      expect((await preview(text)).split('\n')[0]).toMatch(/^people: 0 added, 0 changed, 4297 skipped/);
    });

    it('of naughty strings does no harm: each is kept as it is or told of, and can be brought again', async () => {
      const { device, bring, planOf } = newcomers();
      const strings: string[] = JSON.parse(sample('strings/blns.json'));
      const payloads = sample('strings/csv-injection.txt').split('\n').filter(Boolean);
      const rows = [...strings, ...payloads].map((text, at) => `"${text.replaceAll('"', '""')}",X,${at}`);
      const list = `given,family,badge\n${rows.join('\n')}\n`;
      const plan = await planOf(list);
      const told = new Set(
        plan.problems.filter(({ severity }) => severity === 'error').map(({ line }) => line),
      );
      expect(await bring(list, [], true)).toBe(true);
      expect(plan.added.length + told.size).toBe(rows.length);
      expect(count.get(device.db, {})?.count).toBe(plan.added.length);
      expect((await planOf(list)).skipped).toBe(plan.added.length);
      expect(people.all(device.db, {}).every(({ given }) => given.trim() !== '')).toBe(true);
    });
  },
);
