import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatReport } from '../../../core/roster/report.ts';
import { readRoster } from '../../../core/roster/roster.ts';
import { marked, type RandomRow, randomRoster } from '../../support/random-roster.ts';

const counts = { added: 0, changed: 0, skipped: 0, retired: 0, leftOut: 0 };

it('in 1,000 random lists every row is read as it was meant or told of, and no private value is kept or said', () => {
  const seen: Record<RandomRow['fault'], number> = { none: 0, cut: 0, short: 0, 'made-up': 0 };
  fc.assert(
    fc.property(randomRoster, ({ bytes, rows }) => {
      const read = readRoster(bytes);
      if (!read.ok) throw new Error(read.problem.what);
      const { people, problems } = read.value;
      const told = new Set(problems.filter(({ severity }) => severity === 'error').map(({ line }) => line));
      for (const { line, given, family, title, badge, fault } of rows) {
        seen[fault] += 1;
        const person = people.find((one) => one.line === line);
        if (fault === 'none') expect([line, told.has(line)]).toEqual([line, false]);
        else expect([line, fault, told.has(line), person]).toEqual([line, fault, true, undefined]);
        if (person) expect(person).toMatchObject({ given, family, title, badges: [badge] });
      }
      expect(people.length + told.size).toBe(rows.length);
      expect(JSON.stringify(people)).not.toMatch(marked);
      const { line, name } = { line: 2, name: '“Ana”' };
      expect(
        formatReport([{ file: 'x', ...counts, problems, rows: [{ line, name, what: 'added', fields: [] }] }]),
      ).not.toMatch(marked);
    }),
    { numRuns: 1000 },
  );
  // Otherwise it would have shown nothing.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100);
});
