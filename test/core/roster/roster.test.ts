import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../core/roster/problem.ts';
import { conflict, quoted } from '../../../core/roster/problem.ts';
import { formatReport } from '../../../core/roster/report.ts';
import { type Roster, readRoster } from '../../../core/roster/roster.ts';

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../support/rosters/${name}`, import.meta.url));
const rosterOf = (source: Uint8Array | string): Roster => {
  const read = readRoster(typeof source === 'string' ? Buffer.from(source) : source);
  if (!read.ok) throw new Error(read.problem.what);
  return read.value;
};
const errors = ({ problems }: { problems: readonly Problem[] }): Problem[] =>
  problems.filter(({ severity }) => severity === 'error');
const errorLines = (roster: Roster): number[] => errors(roster).map(({ line }) => line);

describe('a roster', () => {
  it('is found by what its columns mean', () => {
    const { people } = rosterOf(fixture('six.csv'));
    expect(people).toHaveLength(6);
    expect(people[2]).toEqual({
      line: 4,
      given: 'Maristela',
      family: 'Quevedo Prado',
      preferred: 'Mari',
      sayIt: null,
      pronouns: 'she/her',
      credentials: 'RN',
      title: 'Circulating Nurse',
      role: 'circulating-nurse',
      languages: ['en', 'pt'],
      badges: ['B-1003'],
      identifiers: [],
      standing: null,
      photo: null,
    });
  });

  it.each([
    ['seis.csv', ['Iratxe Goñi Zabala circulating-nurse es,eu', 'Ximena Ñáñez surgeon es']],
    ['windows-1252.csv', ['Jörg Grünwald anesthesiologist de', 'Änne Weiß circulating-nurse de,tr']],
    ['utf-16.tsv', ['Amadi Okonjo surgeon ', 'Lotte van der Meij bedside-nurse ']],
  ])('reads the same in another language and encoding: %s', (name, expected) => {
    const { people } = rosterOf(fixture(name));
    expect(people.map((one) => `${one.given} ${one.family} ${one.role} ${one.languages}`)).toEqual(expected);
  });

  it('says once what it does not use, and what it will not keep', () => {
    const said = rosterOf(fixture('six.csv')).problems.map(({ line, what }) => `${line} ${what}`);
    expect(said).toEqual(['1 Private, and not kept: “StaffDOB”.', '1 Not used: “Locker”.']);
  });

  it('names every row that it cannot take, with its line in the file', () => {
    const roster = rosterOf(fixture('troubled.csv'));
    const said = errors(roster).map(({ line, what }) => `${line} ${what}`);
    expect(said.sort()).toEqual([
      '10 “Fenna Wouda” is also on line 11, with the same role.',
      '11 “Fenna Wouda” is also on line 10, with the same role.',
      '2 The family name has a line break or an invisible control character: “Tre\\u{a}menda”.',
      '4 The row has 5 cells, the header 4: some may stand in the wrong column.',
      '5 The row has 1 cell, the header 4: some may stand in the wrong column.',
      '6 This badge is also on line 9.',
      '7 “Dana Ilves” is also on line 6, with the same role.',
      '8 The row has no name.',
      '9 This badge is also on line 6.',
    ]);
    expect(roster.people.map(({ given }) => given)).toEqual(['Gita']);
  });

  it('names a few of many rows that are the same, whichever of them it speaks of', () => {
    const rows = 20_000;
    const roster = rosterOf(`name,role\n${'Ana Sol,surgeon\n'.repeat(rows)}`);
    const said = errors(roster).map(({ what }) => /lines? .*(?=,)/u.exec(what)?.[0]);
    expect(said).toHaveLength(rows);
    expect([said[0], said[1], said[3]]).toEqual([
      'lines 3, 4, 5 and 19996 more',
      'lines 2, 4, 5 and 19996 more',
      'lines 2, 3, 4 and 19996 more',
    ]);
    expect(new Set(said.slice(4))).toEqual(new Set(['lines 2, 3, 4 and 19996 more']));
  });

  it('tells of an unknown title once, and keeps it', () => {
    const roster = rosterOf('name,role\nA B,Llama Herder\nC D,Llama Herder\nE F,Nurse\n');
    expect(roster.people.map(({ role, title }) => [role, title])).toEqual([
      ['care-team-member', 'Llama Herder'],
      ['care-team-member', 'Llama Herder'],
      ['bedside-nurse', 'Nurse'],
    ]);
    const notes = roster.problems.filter(({ what }) => what.includes('Llama Herder'));
    expect(notes.map(({ line, what }) => [line, what.includes('lines 2 and 3')])).toEqual([[2, true]]);
  });

  it('takes the surer of two columns that mean the same, and says that it did not use the other', () => {
    for (const text of ['Title,name,Role\nMrs,Ana Sol,Nurse\n', 'Role,name,Title\nNurse,Ana Sol,Mrs\n']) {
      const { people, problems } = rosterOf(text);
      expect(people[0]).toMatchObject({ title: 'Nurse', role: 'bedside-nurse' });
      expect(problems[0]?.what).toBe('Not used: “Title”.');
    }
  });

  it('takes a column called only “name” for what the others leave', () => {
    const namesOf = (text: string) => rosterOf(text).people.map(({ given, family }) => [given, family])[0];
    expect(namesOf('Name,Vorname\nWeiß,Änne\n')).toEqual(['Änne', 'Weiß']);
    expect(namesOf('nombre,apellido\nAna,Sol\n')).toEqual(['Ana', 'Sol']);
    expect(namesOf('nombre\nAna Sol\n')).toEqual(['Ana', 'Sol']);
    expect(namesOf('name,first name,last name\nX,Ana,Sol\n')).toEqual(['Ana', 'Sol']);
    expect(namesOf('nombre,primer apellido,segundo apellido\nAna,Sol,Mar\n')).toEqual(['Ana', 'Sol Mar']);
  });

  it('tells people of one name apart by accents, roles and badges', () => {
    const lines = ['Văn,An,Nurse,', 'Vân,An,Nurse,', 'Văn,An,Surgeon,', 'Bo,Li,Nurse,1', 'Bo,Li,Nurse,2'];
    expect(rosterOf(`given,family,role,badge\n${lines.join('\n')}\n`).people).toHaveLength(5);
  });

  it('takes nobody whose name cannot be seen or was damaged', () => {
    const names = ['\u200b\u200b', 'Mar\ufffda', '\u202eevil', 'a'.repeat(121)];
    const roster = rosterOf(`given,family\n${names.map((name) => `${name},X\n`).join('')}`);
    expect(errorLines(roster)).toEqual([2, 3, 4, 5]);
  });

  it('of no names is refused, with the columns it has where it names them', () => {
    expect(readRoster(Buffer.from('role,shape\nNurse,round\n'))).toMatchObject({
      problem: { line: 1, what: expect.stringContaining('“role” and “shape”') },
    });
    expect(readRoster(Buffer.from('colour,shape\nred,round\n'))).toMatchObject({
      problem: { line: 1, what: expect.stringContaining('No line names a column that holds names') },
    });
    expect(readRoster(Buffer.from('name,role\n'))).toMatchObject({ ok: false });
  });
});

const cell = fc.oneof(
  fc.constantFrom(
    'Ana',
    'Ben',
    'Nurse',
    'Surgeon',
    '',
    'B-1',
    '"',
    ',',
    'a\nb',
    'x,y',
    '"q"',
    '\u202e',
    '\ufffd',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

describe('whatever a file holds', () => {
  it('each row is a person or named in an error', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 }),
        (rows) => {
          const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
          const body = rows.map((cells) => cells.map(quote).join(',')).join('\n');
          const read = readRoster(Buffer.from(`given,family,role,badge\n${body}\n`));
          if (!read.ok) return;
          const named = new Set(errorLines(read.value));
          expect(read.value.people.length + named.size).toBe(read.value.rows);
          expect(read.value.people.some(({ line }) => named.has(line))).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('nothing throws', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ unit: 'binary', maxLength: 300 }),
        (bytes, text) => {
          readRoster(bytes);
          readRoster(Buffer.from(`name;role\n${text}`));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the report', () => {
  it('says what became of people, then each problem with its line, errors first', () => {
    const problems: Problem[] = [
      { line: 2, what: 'A thing.', whatToDo: 'Nothing.', severity: 'note' },
      { line: 9, what: 'Bad.', whatToDo: 'Mend it.', severity: 'error' },
    ];
    const counts = { added: 1, changed: 2, skipped: 3, retired: 0, leftOut: 0 };
    expect(formatReport([{ file: 'x.csv', ...counts, problems, rows: [] }])).toBe(
      [
        'people: 1 added, 2 changed, 3 skipped; problems: 2',
        'x.csv:9: Bad. Mend it.',
        'x.csv:2: note: A thing. Nothing.',
      ].join('\n'),
    );
  });

  it('says who left and what does not agree, and in a preview what becomes of each row', () => {
    const counts = { added: 0, changed: 1, skipped: 0, retired: 1, leftOut: 2 };
    const rows = [
      { line: 7, name: '“Bo”', what: 'retired' as const, fields: [] },
      { line: 3, name: '“Ana”', what: 'changed' as const, fields: ['role', 'badge'] },
    ];
    const problems = [conflict(5, 'Two say it.', 'Look.')];
    expect(
      formatReport([{ file: 'x.csv', ...counts, problems, rows }])
        .split('\n')
        .slice(1),
    ).toEqual([
      'also: 1 retired, 2 left before they came, 1 conflict',
      'x.csv:5: conflict: Two say it. Look.',
      'x.csv:3: changed: “Ana”: role, badge',
      'x.csv:7: retired: “Bo”',
    ]);
  });

  it('never lets a cell command the terminal', () => {
    expect(quoted('\u001b[2J\u202e')).toBe('“\\u{1b}[2J\\u{202e}”');
    expect(quoted('x'.repeat(99))).toHaveLength(43);
  });
});
