import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Known, type Marks, matchPeople } from '../../../core/roster/match.ts';
import type { RosterPerson } from '../../../core/roster/person.ts';
import { readRoster } from '../../../core/roster/roster.ts';

const known = (id: string, name: string, role: string, ...badges: string[]): Known => {
  const [given = '', family = null] = name.split(' ');
  return { id, given, family, role, title: null, badges, identifiers: [], left: false };
};
const marksOf = ({ badges }: RosterPerson): Marks => ({ badges, identifiers: [] });
const match = (rows: string[], people: Known[]): (string | null)[] => {
  const read = readRoster(Buffer.from(`given,family,role,badge\n${rows.join('\n')}\n`));
  if (!read.ok) throw new Error(read.problem.what);
  const { matches, problems } = matchPeople(read.value.people, people, { marksOf });
  const ids = new Map(matches.map(({ person, known }) => [person.line, known?.id ?? 'new']));
  for (const { line } of problems) ids.set(line, 'error');
  return rows.map((_, at) => ids.get(at + 2) ?? null);
};

const nurse = known('n', 'Ana Sol', 'bedside-nurse');
const surgeon = known('s', 'Ana Sol', 'surgeon');

describe('who a row of a roster is', () => {
  it.each([
    ['a new name is somebody new', ['Bo,Li,Nurse,'], [nurse], ['new']],
    ['the same name is the same person, also with a new role', ['Ana,Sol,Surgeon,'], [nurse], ['n']],
    ['case does not count, accents do', ['ANA,SOL,Nurse,', 'Ána,Sol,Nurse,'], [nurse], ['n', 'new']],
    [
      'of two of one name the role decides',
      ['Ana,Sol,Surgeon,', 'Ana,Sol,Nurse,'],
      [nurse, surgeon],
      ['s', 'n'],
    ],
    ['where the role does not decide, a person must', ['Ana,Sol,Pharmacist,'], [nurse, surgeon], ['error']],
    [
      'a second of one name with another role is new',
      ['Ana,Sol,Nurse,', 'Ana,Sol,Surgeon,'],
      [nurse],
      ['n', 'new'],
    ],
    [
      'a badge says who it is, whatever the role',
      ['Ana,Sol,Surgeon,7'],
      [known('b', 'Ana Sol', 'x', '7')],
      ['b'],
    ],
    [
      'a badge with another name is for a person to decide',
      ['Ana,Mar,Nurse,7'],
      [known('b', 'Ana Sol', 'x', '7')],
      ['error'],
    ],
    [
      'a badge that was given on is an error',
      ['Bo,Li,Nurse,7'],
      [known('b', 'Ana Sol', 'x', '7')],
      ['error'],
    ],
    ['a first badge is learned', ['Ana,Sol,Nurse,7'], [nurse], ['n']],
    [
      'two new badges for one of that name are an error',
      ['Ana,Sol,Nurse,7', 'Ana,Sol,Nurse,8'],
      [nurse],
      ['error', 'error'],
    ],
    [
      'another badge with the same name and role is an error',
      ['Ana,Sol,Surgeon,8'],
      [known('b', 'Ana Sol', 'surgeon', '7')],
      ['error'],
    ],
    [
      'old and new badge together are the same person',
      ['Ana,Sol,Surgeon,7;8'],
      [known('b', 'Ana Sol', 'surgeon', '7')],
      ['b'],
    ],
    [
      'another badge is somebody else where the file has both',
      ['Ana,Sol,Surgeon,7', 'Ana,Sol,Surgeon,8'],
      [known('b', 'Ana Sol', 'surgeon', '7')],
      ['b', 'new'],
    ],
    [
      'badges of two people in one row are an error',
      ['Ana,Sol,Nurse,7;8'],
      [known('b', 'Ana Sol', 'x', '7'), known('c', 'Bo Li', 'x', '8')],
      ['error'],
    ],
    [
      'two rows cannot be one person',
      ['Ana,Sol,Nurse,7', 'Ana,Sol,Surgeon,8'],
      [known('b', 'Ana Sol', 'x', '7', '8')],
      ['b', 'error'],
    ],
  ])('%s', (_, rows, people, expected) => {
    expect(match(rows, people)).toEqual(expected);
  });

  it('is decided or said to be undecided for every row, and no two rows are one person', () => {
    const name = fc.constantFrom('Ana', 'Bo');
    const badges = fc.subarray(['1', '2', '3'], { maxLength: 2 });
    const row = fc.tuple(name, fc.constantFrom('Nurse', 'Surgeon', ''), badges);
    const people = fc.array(fc.tuple(name, fc.constantFrom('bedside-nurse', 'surgeon')), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), people, (rows, others) => {
        const here = others.map(([given, role], at) =>
          known(`${at}`, `${given} Sol`, role, ...(at < 2 ? [`${at}`] : [])),
        );
        const text = rows.map(([given, role, ids]) => `${given},Sol,${role},${ids.join(';')}\n`).join('');
        const read = readRoster(Buffer.from(`given,family,role,badge\n${text}`));
        if (!read.ok) throw new Error(read.problem.what);
        const { matches, problems } = matchPeople(read.value.people, here, { marksOf });
        const lines = [...matches.map(({ person }) => person.line), ...problems.map(({ line }) => line)];
        expect(lines.sort()).toEqual(read.value.people.map(({ line }) => line).sort());
        const ids = matches.flatMap(({ known }) => known?.id ?? []);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 1000 },
    );
  });
});
