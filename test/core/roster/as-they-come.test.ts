import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Hints } from '../../../core/roster/given.ts';
import { readRoster } from '../../../core/roster/roster.ts';

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../support/rosters/${name}`, import.meta.url));

/** The people of a list as `given|family`, and what is said of its lines. */
const read = (source: Uint8Array | string, hints: Hints = {}) => {
  const roster = readRoster(typeof source === 'string' ? Buffer.from(source) : source, hints);
  if (!roster.ok) return { refused: roster.problem, names: [], errors: [], notes: [], people: [] };
  const said = (severity: string): string[] =>
    roster.value.problems
      .filter((one) => one.severity === severity)
      .map(({ line, what }) => `${line} ${what}`);
  const { people } = roster.value;
  const names = people.map(({ given, family }) => (family === null ? given : `${given}|${family}`));
  return { refused: null, names, people, errors: said('error'), notes: said('note') };
};

describe('a list without a line that names its columns', () => {
  it('is refused, with what to do, and its first line is not repeated', () => {
    const { refused } = read(fixture('no-header.csv'));
    expect(refused?.what).toContain('No line names a column that holds names');
    expect(refused?.whatToDo).toContain('--columns "given|family, given|family, role, -, -"');
    expect(JSON.stringify(refused)).not.toMatch(/Ana|Sol|1980|B-1/);
  });

  it('is read where somebody says what its columns are', () => {
    const { names, people } = read(fixture('no-header.csv'), {
      columns: ['given', 'family', 'role', 'badge', '-'],
    });
    expect(names).toEqual(['Ana|Sol', 'Ben|Ode', 'Chidi|Okafor']);
    expect(people[0]).toMatchObject({ line: 1, role: 'bedside-nurse', badges: ['B-1'] });
  });

  it('is known also where somebody is called like a column', () => {
    expect(
      read('Kim,Last,Nurse,555-0101\nAna,Sol,Nurse,555-0102\nBo,Li,Nurse,555-0103\n').refused,
    ).not.toBeNull();
    expect(read('Ana,Last,555-0101\nBo,Li,555-0102\nCy,Do,555-0103\n').refused).not.toBeNull();
  });

  it('may be of days, which are no people', () => {
    expect(read('Name,Role,2026-03-01,2026-03-02\nAna Sol,Nurse,D,N\n').names).toEqual(['Ana|Sol']);
  });

  it('says so where what somebody says does not fit', () => {
    expect(read('Ana,Sol\n', { columns: ['given', 'colour'] }).refused?.what).toContain('“colour”');
    expect(read('Ana,Sol,Nurse\n', { columns: ['given', 'family'] }).errors).toEqual([
      expect.stringContaining('The row has 3 cells, the header 2'),
    ]);
  });

  it('that has one after all loses nobody, and takes no column name for a person', () => {
    const { names, notes } = read('Given,Family\nAna,Sol\n', { columns: ['given', 'family'] });
    expect(names).toEqual(['Ana|Sol']);
    expect(notes[0]).toContain('1 This line names the columns itself');
  });
});

it('a header may break its lines inside quotes; the lines below are still counted as they are', () => {
  const { names, people, errors } = read(fixture('header-break.csv'));
  expect(names).toEqual(['Ana|Sol', 'Chidi|Okafor']);
  expect(people.map(({ line }) => line)).toEqual([5, 7]);
  expect(errors).toEqual([expect.stringMatching(/^6 The row has 2 cells, the header 3/)]);
});

it('a title above the header is passed over, and that is said', () => {
  const { names, notes } = read(fixture('titled.csv'));
  expect(names).toEqual(['Änne|Weiß', 'Jörg|Grün']);
  expect(notes[0]).toBe('1 What stands above the names of the columns is not read (lines 1 and 2).');
});

describe('a column of whole names', () => {
  it('is divided at the comma', () => {
    expect(read(fixture('last-first.csv')).names).toEqual([
      'Ana|Sol',
      'Lotte|van der Meij',
      'Ana María|García López',
    ]);
  });

  it('in capitals is read as common given names show it is written, which is said', () => {
    const { names, people, notes } = read(fixture('capitals.csv'));
    expect(names).toEqual(['JOHN|SMITH', 'GRACE|OKAFOR', 'MARIA JOSE|GARCIA LOPEZ', 'JANE|DOE']);
    expect(people[3]?.credentials).toBe('RN');
    expect(notes.join('\n')).toContain(
      'family name, which was taken to come first (lines 2, 3, 4 and 1 more)',
    );
    expect(read('name\nJOHN SMITH\nGRACE OKAFOR\n').names).toEqual(['JOHN|SMITH', 'GRACE|OKAFOR']);
  });

  it('in capitals of which nothing tells the order is refused until somebody says it', () => {
    const list = 'name\nODE SOL\nWOUDA ILVES\n';
    expect(read(list).refused?.whatToDo).toContain('--names family-first');
    expect(read(list, { names: 'family-first' }).names).toEqual(['SOL|ODE', 'ILVES|WOUDA']);
    expect(read(list, { names: 'given-first' }).names).toEqual(['ODE|SOL', 'WOUDA|ILVES']);
  });

  it('with only the family name in capitals is divided there', () => {
    expect(read('name\nSOL Ana María\nBen DE LA CRUZ\n').names).toEqual(['Ana María|SOL', 'Ben|DE LA CRUZ']);
  });

  it('is divided as its own name says', () => {
    expect(read('Nom et prénom\nDupont Luc\n').names).toEqual(['Luc|Dupont']);
    expect(read('Prénom et nom\nLuc Dupont\n').names).toEqual(['Luc|Dupont']);
    expect(read('Họ và tên\nNguyễn Văn An\n').names).toEqual(['Văn An|Nguyễn']);
    expect(read('Apellidos y nombre\nGarcía López Ana\n').names).toEqual(['Ana|García López']);
  });

  it('with the family name first and nothing to part it is an error for the row', () => {
    const { names, errors } = read('Name Vorname\nSol Ode Wouda\nSol Ana\n');
    expect(names).toEqual(['Ana|Sol']);
    expect(errors).toEqual(['2 Nobody can tell which words of “Sol Ode Wouda” are the family name.']);
  });

  it('leaves titles out wherever they stand, and a title alone is no name', () => {
    const { names, people, errors } = read(fixture('honorifics.csv'));
    expect(names).toEqual(['Ana|Sol', 'Ben|Ode', 'Wei|Li', 'Änne|Weiß', 'Fenna|Wouda']);
    expect(people.map(({ credentials }) => credentials)).toEqual([null, null, null, 'PhD', 'RN']);
    expect(errors).toEqual(['7 The row has no name.']);
  });

  it('in Spanish has two family names', () => {
    expect(read(fixture('nombre-completo.csv')).names).toEqual([
      'Ana|García López',
      'María José|de la Cruz Mar',
      'Luis|Sol',
    ]);
  });
});

it('a given name has two family names where there are columns for both', () => {
  expect(read(fixture('two-surnames.csv')).names).toEqual([
    'Ana María|García López',
    'Iñaki|Goñi',
    'Lucía|de la Cruz Sáenz de Tejada',
  ]);
});

describe('how people stand', () => {
  it('is read from what lists write, in words and answers; why somebody is away is not kept', () => {
    const { people, errors } = read(fixture('standing.csv'));
    expect(people.map(({ given, standing }) => `${given} ${standing}`)).toEqual([
      ...['Ana here', 'Ben on-leave', 'Chidi left', 'Dana on-leave', 'Eero left', 'Hal null'],
    ]);
    expect(errors).toEqual([
      '7 The status is no word known here.',
      '8 The row says both that they work here and that they do not.',
    ]);
    expect(JSON.stringify(people)).not.toMatch(/maternity|2025|Terminated/);
  });

  it.each([
    ['activo', 'Sí', 'here'],
    ['Aktiv', 'nein', 'left'],
    ['Inactive', 'x', 'left'],
    ['Inactive', '', 'null'],
    ['Estado', 'Licencia', 'on-leave'],
    ['状态', '离职', 'left'],
    ['Status', 'Full-Time', 'here'],
  ])('%s: %s is %s', (column, cell, standing) => {
    expect(String(read(`name,${column}\nAna Sol,${cell}\n`).people[0]?.standing)).toBe(standing);
  });

  it('is not asked of a column that is about something else', () => {
    const { people, notes } = read('nombre,apellido,estado\nAna,Sol,Jalisco\nBo,Li,Puebla\n');
    expect(people.map(({ standing }) => standing)).toEqual([null, null]);
    expect(notes.join()).toContain('“estado”');
  });
});

it('columns that must never be kept are not in what was read, and are named', () => {
  const { people, notes } = read(fixture('private.csv'));
  expect(notes[0]).toBe(
    '1 Private, and not kept: “Birth Date”, “Annual Salary”, “National ID”, “Mobile Phone”, “Home Address” and “Gender”.',
  );
  expect(people.map(({ identifiers }) => identifiers)).toEqual([[], [], []]);
  expect(JSON.stringify({ people, notes })).not.toMatch(/19[789]\d-|1234|900-|555|Street|L-7/);
});

describe('a comma without quotes', () => {
  it('is told of by row, however the count is made up, and nothing is shifted silently', () => {
    const { names, errors } = read(fixture('shifted.csv'));
    expect(names).toEqual(['Ana|Sol', 'Gita|Rao', 'Eero|Palo']);
    expect(errors.map((said) => said.split(' ')[0]).sort()).toEqual(['3', '4', '5', '7']);
    expect(errors.join()).not.toMatch(/Ode|Dana|555/);
  });

  it.each([
    ['a role stands where numbers are', 'name,role,phone', ['Ana Sol,Nurse,555-0101', 'Ode,Ben,Surgeon']],
    [
      'a word of the column before stands where dates are',
      'name,ward,since,note',
      [
        'Ana Sol,East,2020-01-01,x',
        'Bo Li,East,2020-01-02,x',
        'Cy Do,West,2020-01-03,x',
        'Di Fo,West,2020-01-04,x',
        'Ode,Ben,East,x',
      ],
    ],
    [
      'a whole name is one word, and a space begins the next',
      'name,role,note',
      ['Ana Sol,Nurse,x', 'Ode, Ben,Nurse'],
    ],
    ['a date stands where a name should', 'given,family,role', ['Ana,Sol,Nurse', 'Ode,1980-01-02,Nurse']],
    [
      'an address stands where a role should',
      'given,family,role',
      ['Ana,Sol,Nurse', 'Ben,Ode,ben@example.org'],
    ],
  ])('whose count is made up is known where %s', (_, header, rows) => {
    const { errors, people } = read(`${header}\n${rows.join('\n')}\n`);
    expect(errors).toEqual([
      `${rows.length + 1} Some cells of this row look as if they stood in the wrong columns.`,
    ]);
    expect(people).toHaveLength(rows.length - 1);
  });

  it('in every name, made up by an empty last column, is no list of short names', () => {
    const { names, errors } = read('name,role,note\nSol, Ana,Nurse,\nOde, Ben,Surgeon,\n');
    expect([names, errors.length]).toEqual([[], 2]);
    expect(read('name,role,note\nSol,Ana,Nurse,\nOde,Ben,Surgeon,\n').names).toEqual([]);
  });

  it('is none where every line ends with one', () => {
    expect(read('name,role,note\nAna Sol,Nurse,,\nBen Ode,Surgeon,x,\n').names).toEqual([
      'Ana|Sol',
      'Ben|Ode',
    ]);
  });

  it('in a list of one column parts nothing', () => {
    expect(read('name\nSol, Ana\nOde, Ben\n').names).toEqual(['Ana|Sol', 'Ben|Ode']);
  });
});

it('a column of codes that is called after words is not used, and that is said', () => {
  const { people, notes } = read('name,position\nAna Sol,50012345\nBo Li,50012346\nCy Do,50012347\n');
  expect(people.map(({ title }) => title)).toEqual([null, null, null]);
  expect(notes.join('\n')).toContain('1 Not used: “position”, which holds numbers or dates.');
});

it.each([
  ['no-names.csv', 'No column holds names. The columns are “Department”, “Cost Center” and “Role”.'],
  ['empty.csv', 'The file is empty.'],
])('%s is refused at once, with the reason', (name, what) => {
  expect(read(fixture(name)).refused).toMatchObject({ line: 1, what });
});

it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is a word like any other', (word) => {
  const { names, people } = read(`given,family,role,${word},status\n${word},Sol,${word},${word},active\n`);
  expect(names).toEqual([`${word}|Sol`]);
  expect(people[0]).toMatchObject({ title: word, role: 'care-team-member', standing: 'here' });
  expect(read(`given,${word}\nAna,x\n`).names).toEqual(['Ana']);
  expect(Object.prototype).not.toHaveProperty('x');
});

it.each([
  ['"Worker","Business Title","Worker Status"', '"Ana Sol","Staff Nurse","Active"'],
  ['Legal First Name,Legal Last Name,Position Status,Job Profile', 'Ana,Sol,Active,Registered Nurse'],
  ['"Last, First MI",Job Title,Status', '"Sol, Ana",RN,A'],
  ['Name (Last, First),Role,Employment Status', 'Sol, Ana,Nurse,Active'],
  ['Employee Last Name|Employee First Name|Employee Job Title|Active?', 'Sol|Ana|Nurse|Y'],
  ['Mitarbeiter-Nachname;Mitarbeiter-Vorname;Funktion;Aktiv', 'Sol;Ana;Pflegefachkraft;ja'],
  ['姓,名,职务,状态', 'Sol,Ana,护士,在职'],
  ['Фамилия;Имя;Должность;Статус', 'Sol;Ana;Медсестра;работает'],
])('is read by what programs call their columns: %s', (header, row) => {
  const { names, people, errors } = read(`${header}\n${row}\n`);
  expect([names, errors]).toEqual([['Ana|Sol'], []]);
  expect(people[0]).toMatchObject({ role: 'bedside-nurse', standing: 'here' });
});
