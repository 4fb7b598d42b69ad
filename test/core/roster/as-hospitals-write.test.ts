import { expect, it } from 'vitest';
import { readRoster } from '../../../core/roster/roster.ts';

/** Who is read of a list, as `given|family|what they are called|role`, and what is said of its lines. */
const read = (text: string) => {
  const roster = readRoster(Buffer.from(text));
  if (!roster.ok) throw new Error(roster.problem.what);
  const { people, problems } = roster.value;
  const said = (severity: string): string[] =>
    problems.filter((one) => one.severity === severity).map(({ line, what }) => `${line} ${what}`);
  return {
    ...{ people, errors: said('error'), notes: said('note') },
    who: people.map(({ given, family, preferred, role }) => [given, family, preferred, role].join('|')),
  };
};
const numbersOf = ({ people }: ReturnType<typeof read>) =>
  people.map(({ identifiers }) => identifiers.map(({ value }) => value).join());

it('lines of title above the header and of totals below it are nobody, blank ones neither', () => {
  const list = read(
    'St. Elisabeth – Staff list,,,\nPrinted: 03/11/2026,,,\n,,,\nEmployee ID,Last Name,First Name,Job Title\n' +
      '00123,Okafor,Chidi,RN\n,,,\n00124,Nguyễn,Thị Mai,CRNA\nTotal: 2,,,\n',
  );
  expect(list.who).toEqual(['Chidi|Okafor||bedside-nurse', 'Thị Mai|Nguyễn||nurse-anesthetist']);
  expect(numbersOf(list)).toEqual(['00123', '00124']);
  expect(list.errors).toEqual([]);
  expect(list.notes).toContain('8 What only counts the rows above it is not read (line 8).');
});

it('Excel’s “sep=;”, commas in numbers and German job titles are read as they are meant', () => {
  const list = read(
    'sep=;\nPersonalnummer;Nachname;Vorname;Funktion;Stellenanteil\n' +
      '007;Müller-Lüdenscheidt;Karl-Heinz;Facharzt für Anästhesie;0,75\n008;von der Heide;Anna;MTA;1,0\n' +
      '009;Großmann;Jürgen;OP-Pfleger;0,5\n010;Yıldız;İbrahim;Op-Tech;1,0\nGesamt;;;;3,25\n',
  );
  expect(list.who).toEqual([
    'Karl-Heinz|Müller-Lüdenscheidt||anesthesiologist',
    'Anna|von der Heide||care-team-member',
    'Jürgen|Großmann||circulating-nurse',
    'İbrahim|Yıldız||scrub-technician',
  ]);
  expect(numbersOf(list)).toEqual(['007', '008', '009', '010']);
  expect(list.errors).toEqual([]);
});

it('a nickname in brackets or quotation marks is what they are called; a name at birth and pronouns are no name', () => {
  const list = read(
    'Name,Role\n"Smith, Jonathan (Jon)",RN\n"Delgado, María José [Majo]",Surgeon\n"Williams, Robert ""Bob""",MD\n' +
      '"Brown, Patricia (née Jones)",RN\nUte Krause geb. Lehmann,RN\nSam Ode (they/them),RN\nAoife O’Neill,RN\n',
  );
  expect(list.who).toEqual([
    'Jonathan|Smith|Jon|bedside-nurse',
    'María José|Delgado|Majo|surgeon',
    'Robert|Williams|Bob|hospital-doctor',
    'Patricia|Brown||bedside-nurse',
    'Ute|Krause||bedside-nurse',
    'Sam|Ode||bedside-nurse',
    'Aoife|O’Neill||bedside-nurse',
  ]);
  expect(list.people[5]?.pronouns).toBe('they/them');
  expect(list.notes.join()).toContain('taken for what they are called (lines 2, 3 and 4)');
  expect(list.notes.join()).toContain('A name at birth is not kept (lines 5 and 6)');
});

it('what else stands in brackets is for a person to decide', () => {
  const list = read(
    'Name,Role\nAna Sol (agency),RN\nBo Li (ICU),RN\n"Do, Cy (on leave until May)",RN\nDi Fo,RN\n',
  );
  expect(list.who).toEqual(['Di|Fo||bedside-nurse']);
  expect(list.errors.map((one) => one.slice(0, 46))).toEqual(
    [2, 3, 4].map((line) => `${line} What stands in brackets or quotation marks i`.slice(0, 46)),
  );
});

it.each([
  ['Prof. Dr. med. Klaus Weber', 'Klaus|Weber'],
  ['Dr. med. univ. Eva Huber-Moser', 'Eva|Huber-Moser'],
  ['PD Dr. rer. nat. Dr. med. Jens Thoma', 'Jens|Thoma'],
  ['Univ.-Prof. Dipl.-Ing. Lea Roth', 'Lea|Roth'],
  ['Dipl.-Med. Ute Krause', 'Ute|Krause'],
  ['Nat Cole', 'Nat|Cole'],
  ['PD James', 'PD|James'],
])('titles are no part of a name: %s', (name, expected) => {
  expect(read(`Name,Role\n${name},MD\n`).who).toEqual([`${expected}||hospital-doctor`]);
  const [given = '', family] = expected.split('|');
  const before = name.slice(0, name.indexOf(given));
  expect(read(`Vorname,Nachname,Funktion\n${before}${given},${family},Arzt\n`).who).toEqual([
    `${expected}||hospital-doctor`,
  ]);
});

it('“Jr.” and “III” stand behind a name and are none', () => {
  const list = read(
    'Name,Role\n"Do, Cy Jr.",CST\n"Lee III, Amy",MD\nJohn Smith Sr.,RN\n"Ode, Ben, Jr.",RN\n',
  );
  expect(list.who.map((one) => one.split('|').slice(0, 2).join('|'))).toEqual([
    'Cy|Do',
    'Amy|Lee',
    'John|Smith',
    'Ben|Ode',
  ]);
  expect(list.people.map(({ credentials }) => credentials)).toEqual(['Jr.', 'III', 'Sr.', 'Jr.']);
});

it('a post that nobody has, two people in one cell, a number: none of them becomes a person', () => {
  const list = read(
    'Name,Role\nVacant,Surgeon\nTBD,Nurse\nN.N.,Arzt\nAna Sol / Bo Li,Nurse\nAgency Nurse 1,Nurse\nCy Do,Nurse\n',
  );
  expect(list.who).toEqual(['Cy|Do||bedside-nurse']);
  expect(list.errors).toEqual([
    '2 “Vacant” reads like a post that nobody has.',
    '3 “TBD” reads like a post that nobody has.',
    '4 “N.N.” reads like a post that nobody has.',
    '5 “Ana Sol / Bo Li” reads like several people.',
    '6 The name “Agency Nurse 1” has a number in it.',
  ]);
});

it('the names of wards between the people are nobody', () => {
  const list = read(
    'Name,Role,Employee ID\nOPERATING ROOM,,\nAna Sol,RN,E1\nBo Li,MD,E2\nWard 3,,\nCy Do,RN,E3\n',
  );
  expect(list.who.map((one) => one.split('|')[0])).toEqual(['Ana', 'Bo', 'Cy']);
  expect(list.errors.map((one) => one[0])).toEqual(['2', '5']);
});

it('family names are found as France and the Netherlands write them', () => {
  const french = read(
    'Nom d’usage,Nom de naissance,Prénom,Emploi,Matricule\nDURAND,LEFEBVRE,Claire,Infirmière,A001\n',
  );
  expect(french.who).toEqual(['Claire|DURAND||bedside-nurse']);
  expect(JSON.stringify(french)).not.toContain('LEFEBVRE');
  const dutch = read(
    'Voornaam;Tussenvoegsel;Achternaam;Functie;Personeelsnr\nLotte;van der;Meij;OK-assistent;0099\nPiet;;Bakker;Chirurg;0100\n',
  );
  expect(dutch.who).toEqual(['Lotte|van der Meij||scrub-technician', 'Piet|Bakker||surgeon']);
  expect(numbersOf(dutch)).toEqual(['0099', '0100']);
});

it('where no column is known to hold family names, that is said', () => {
  const { who, notes } = read('First name,Sippe,Role\nAna,Sol,RN\n');
  expect(who).toEqual(['Ana|||bedside-nurse']);
  expect(notes.join()).toContain('No column holds family names');
});

it('quotation marks after a space are no part of a name', () => {
  expect(read('"First Name" , "Last Name" , "Role"\n"Ana" , "Sol" , "Nurse"\n').who).toEqual([
    'Ana|Sol||bedside-nurse',
  ]);
});

it('what is shown of a Japanese list is the name, and how it is said', () => {
  const [apart, inside] = [
    read('氏名,フリガナ,職種\n山田 太郎,ヤマダ タロウ,看護師\n').people,
    read('氏名,職種\n山田 太郎（ヤマダ タロウ）,麻酔科医\n').people,
  ];
  for (const people of [apart, inside])
    expect(people[0]).toMatchObject({
      given: '太郎',
      family: '山田',
      sayIt: 'ヤマダ タロウ',
      preferred: null,
    });
});

it.each([
  ['RN', 'bedside-nurse'],
  ['CRNA', 'nurse-anesthetist'],
  ['ODP', 'anesthesia-technician'],
  ['MTRA', 'radiographer'],
  ['PGY-2', 'resident-doctor'],
  ['SpR', 'resident-doctor'],
  ['Infirmière de bloc opératoire', 'circulating-nurse'],
  ['Médecin anesthésiste-réanimateur', 'anesthesiologist'],
  ['Enfermera instrumentadora', 'scrub-nurse'],
  ['Врач-анестезиолог-реаниматолог', 'anesthesiologist'],
  ['Student Op-Tech', 'care-team-member'],
])('a job is found by what it is called: %s', (title, role) => {
  expect(read(`Name,Role\nAna Sol,${title}\n`).people[0]?.role).toBe(role);
});

it('names in capitals, in two scripts and with commas behind the row stay whole', () => {
  const list = read('First,Last,Role,,\nFIONA JANE,MCDONALD,STAFF NURSE,,\n李,Amy,外科医生,,\n,,,,\n');
  expect(list.who).toEqual(['FIONA JANE|MCDONALD||bedside-nurse', '李|Amy||surgeon']);
  expect(list.errors).toEqual([]);
});

it('one person in several rows, and days in an order that can be two, are for a person to decide', () => {
  const doubles = read('First name,Last name,Role\nAna,Sol,Nurse\nBo,Li,MD\nANA,SOL,Nurse\n');
  expect(doubles.who).toEqual(['Bo|Li||hospital-doctor']);
  expect(doubles.errors).toHaveLength(2);
  const days = read('First name\tLast name\tPhoto taken\nAna\tSol\t09/03/2026\n\nBo\tLi\t2026-03-09\n');
  expect(days.who).toEqual(['Bo|Li||']);
  expect(days.errors).toEqual(['2 The day of the photo is no day: “09/03/2026”.']);
});
