import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRoster } from '../../../core/roster/roster.ts';

const samples = new URL('../../../../shared/samples/', import.meta.url);
const sample = (name: string): Buffer => readFileSync(new URL(name, samples));
const rosterOf = (bytes: Uint8Array) => {
  const read = readRoster(bytes);
  if (!read.ok) throw new Error(read.problem.what);
  const errors = read.value.problems.filter(({ severity }) => severity === 'error');
  return { ...read.value, errors, lost: read.value.rows - read.value.people.length };
};
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
/** A roster of these given names, with a badge each so that none is a double. */
const named = (names: string[]): Buffer =>
  Buffer.from(`given,family,badge\n${names.map((name, at) => `${quote(name)},X,${at}`).join('\n')}\n`);

describe.skipIf(!existsSync(samples))('real files (skipped where the samples are not present)', () => {
  // The counts of this file were worked out with Python's csv module, apart from this program: rows, and those of which
  // given name, family name and job are on no other row (in lower case).
  it('reads a list of staff, without birth dates, gender, phones and mail', () => {
    const { people, problems } = rosterOf(sample('csv/staff-20.csv'));
    expect(people).toHaveLength(20);
    expect(new Set(people.map(({ role }) => role))).toEqual(
      new Set(['hospital-doctor', 'bedside-nurse', 'pharmacist', 'care-team-member']),
    );
    expect(problems[0]?.what).toContain('“StaffDOB”, “StaffGender”, “StaffTelNo” and “StaffEmail”');
    expect(JSON.stringify(people)).not.toMatch(/@example|1980-05-15|12345678901/);
  });

  it('reads a Spanish list, keeps neither national ids nor salaries, and names the doubles', () => {
    const { rows, people, errors, problems } = rosterOf(sample('csv/personal-es-101.csv'));
    expect([rows, people.length, errors.length]).toEqual([101, 92, 9]);
    expect(people[0]).toMatchObject({ given: 'Martín', family: 'Torres' });
    expect(problems[0]?.what).toBe('Private, and not kept: “dni_personal” and “salario”.');
    expect(JSON.stringify(people)).not.toMatch(/11499788|85347/);
  });

  it('reads a payroll with tabs, whose title is the job', () => {
    const { rows, people, lost, errors } = rosterOf(sample('csv/payroll-4513.tsv'));
    expect([rows, people.length, lost]).toEqual([4513, 4297, 216]);
    expect(new Set(errors.map(({ line }) => line)).size).toBe(216);
    expect(people[0]).toMatchObject({ given: 'Deeann', family: 'Felkins', title: 'DevOps' });
  });

  it('keeps what would be a formula in a spreadsheet as the name that it is here', () => {
    const payloads = sample('strings/csv-injection.txt').toString().split('\n').filter(Boolean);
    const { people, errors } = rosterOf(named(payloads));
    // Those with brackets or quotation marks, of which nobody knows whether they are a name, are told of.
    expect(people.length + errors.length).toBe(payloads.length);
    expect(people.length).toBeGreaterThan(1);
    for (const { line, given } of people) expect(given).toBe(payloads[line - 2]?.trim());
  });

  it('keeps or refuses every naughty string, and loses none', () => {
    const strings: string[] = JSON.parse(sample('strings/blns.json').toString());
    const { rows, people, errors } = rosterOf(named(strings));
    const refused = new Set(errors.map(({ line }) => line));
    expect(rows).toBe(strings.length);
    expect(people.length + refused.size).toBe(rows);
    for (const { what } of errors) expect(what).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it.each(['common-forenames-by-country', 'common-surnames-by-country'])(
    'keeps every name of %s in its own script',
    (file) => {
      const names = [
        ...new Set(
          sample(`strings/${file}.csv`)
            .toString()
            .split('\n')
            .slice(1)
            .map(
              (line) =>
                line
                  .split(',')
                  .at(file.includes('sur') ? 4 : 10)
                  ?.trim() ?? '',
            )
            .filter((name) => name !== '' && !name.includes('"')),
        ),
      ];
      const { people, errors } = rosterOf(named(names));
      expect(names.length).toBeGreaterThan(1000);
      expect(errors).toEqual([]);
      expect(people.map(({ given }) => given)).toEqual(names.map((name) => name.normalize('NFC')));
    },
  );
});
