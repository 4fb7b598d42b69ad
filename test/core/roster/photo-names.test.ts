import { expect, it } from 'vitest';
import { foldedName, isNoFileName, leadsOut } from '../../../core/roster/file-names.ts';
import { ownersOf } from '../../../core/roster/photo-owners.ts';
import { readRoster } from '../../../core/roster/roster.ts';

it.each([
  ...[
    '../a.jpg',
    '..\\a.jpg',
    'x/../../a.jpg',
    '/etc/a.jpg',
    '\\a.jpg',
    '\\\\host\\share\\a.jpg',
    '\\\\?\\C:\\a.jpg',
  ],
  ...['C:\\a.jpg', 'c:a.jpg', 'x/.. /a.jpg', '..'],
])('%j leads out of the folder', (name) => {
  expect(leadsOut(name)).toBe(true);
});

it.each([
  ...[
    'NUL',
    'con.jpg',
    'AUX.tar.jpg',
    'x/Com1.png',
    'lpt9',
    'COM².jpg',
    'a.jpg:stream',
    'a.jpg.',
    'a.jpg ',
    'x./a.jpg',
  ],
  ...['a\0.jpg', 'a\u202egpj.exe', 'x//a.jpg', ''],
])('%j is no name of a file', (name) => {
  expect(isNoFileName(name) || leadsOut(name)).toBe(true);
});

it.each([
  'ana.jpg',
  'faces/ana.jpg',
  './ana.jpg',
  'Ana María Sol.jpeg',
  'console.jpg',
  '山田.png',
  'a..b.jpg',
  '.ana.jpg',
])('%j is a name like any other', (name) => {
  expect([leadsOut(name), isNoFileName(name)]).toEqual([false, false]);
});

it('names are the same whatever their case and the form of their letters', () => {
  expect(foldedName('Zoë.JPG')).toBe(foldedName('zoe\u0308.jpg'));
  expect(foldedName('Zoë.jpg')).not.toBe(foldedName('Zoe.jpg'));
});

const people = (list: string) => {
  const read = readRoster(Buffer.from(list));
  if (!read.ok) throw new Error(read.problem.what);
  return read.value.people;
};
const owners = (files: string[], list: string) => {
  const found = ownersOf(files, people(list), 1);
  return {
    files: Object.fromEntries([...found.files].map(([{ given }, file]) => [given, file])),
    said: found.problems.map(({ line, what }) => `${line} ${what}`),
  };
};
const staff = 'given,family,employee id,badge\nAna María,Sol,E-100,\nBo,Li,,B-7\nZoë,van der Meij,,\n';

it('a photo is that of whoever it is called after: by number, badge or name', () => {
  expect(owners(['e-100.JPG', 'B-7.png', 'van-der-Meij_Zoe\u0308.jpeg', 'notes.txt'], staff)).toEqual({
    files: { 'Ana María': 'e-100.JPG', Bo: 'B-7.png', Zoë: 'van-der-Meij_Zoe\u0308.jpeg' },
    said: [],
  });
});

it('a number is surer than a name; of two photos of one person neither is taken, and that is said', () => {
  expect(owners(['E-100.jpg', 'Ana María Sol.jpg'], staff).files).toEqual({ 'Ana María': 'E-100.jpg' });
  expect(owners(['Bo Li.jpg', 'Li, Bo.png'], staff)).toEqual({
    files: {},
    said: ['3 There are several photos of one person: “Bo Li.jpg” and “Li, Bo.png”.'],
  });
});

it('what could be of two people is nobody’s, and neither is what is of nobody; both are said', () => {
  const two = 'given,family,role,badge\nAna,Sol,Nurse,1\nAna,Sol,Nurse,2\n';
  expect(owners(['ana sol.jpg', 'who.jpg', '__proto__.png'], two)).toEqual({
    files: {},
    said: [
      '2 The photo “ana sol.jpg” could be of several people (lines 2 and 3).',
      '1 Photos of nobody in this list: “who.jpg” and “__proto__.png”.',
    ],
  });
});
