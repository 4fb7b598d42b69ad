import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { readRoster } from '../../../core/roster/roster.ts';
import { mostRows } from '../../../core/roster/table.ts';
import { readHead } from '../../../electron/store/log.ts';
import { query } from '../../../electron/store/sql.ts';
import { importDesk } from '../imports/import-desk.ts';
import { rowsOf, workbook } from '../imports/workbook/made.ts';
import { logged } from '../own-card/desk.ts';

const mega = 1024 * 1024;
const people = query<{ given: string; photo: string | null }>(
  'select given, photo from person order by given',
);

/** What a manager is told of a file: the first thing that is wrong with it. */
const toldOf = async (name: string, bytes: string | Uint8Array): Promise<string> => {
  const { begin, preview, rows } = await importDesk();
  const draft = await begin([name, bytes]);
  const seen = await preview(draft);
  if (seen.refused !== null) return seen.refused.what;
  const [first] = await rows(draft, seen.plan, 'errors');
  return first?.what ?? `${seen.counts.added} added`;
};

const tooWide = 'The file has more than 702 columns, or far more lines than any list.';
const head = 'first name,last name,role\n';

test.each<[string, string, string]>([
  ['five million cells on one line', `${head}${','.repeat(4.9 * mega)}`, tooWide],
  ['900,000 columns', `${'name,'.repeat(900_000)}\nAna`, tooWide],
  ['703 columns', `first name,last name,role${',x'.repeat(700)}\nAna,Sol,Nurse${','.repeat(700)}`, tooWide],
  ['five million lines', `${head}${'\n'.repeat(4.9 * mega)}Ana,Sol,Nurse`, tooWide],
  ['20,001 rows', `${head}${'Ana,Sol,Nurse\n'.repeat(mostRows + 1)}`, 'The file has more than 20000 rows.'],
  [
    'one name of a column as long as a book',
    `${'name '.repeat(60_000)}\nAna`,
    'No line names a column that holds names: either there are none, or the first line does not name the columns.',
  ],
  ['a name as long as the file', `${head}"${'a'.repeat(4.9 * mega)}",Sol,Nurse\n`, 'longer than 120'],
  ['one quotation mark', `${head}"Ana,Sol,Nurse\n${'x\n'.repeat(1_000)}`, 'has no partner'],
])(
  'a list that is made to be too much is refused with the reason: %s',
  async (_, text, reason) => {
    expect(await toldOf('a.csv', text)).toContain(reason);
  },
  120_000,
);

test('a workbook whose merged cells stand beside each other’s rows without end is refused', async () => {
  const rows = rowsOf([
    ['first name', 'last name', 'role'],
    ...Array.from({ length: 2_000 }, () => ['Ana', 'Sol', 'Nurse']),
  ]);
  const merges = `<mergeCells>${'<mergeCell ref="A1:A2000"/>'.repeat(100_000)}</mergeCells>`;
  const bomb = workbook({ sheets: [{ name: 'Staff', rows, behind: merges }] });
  expect(bomb.length).toBeLessThan(5 * mega);
  expect(await toldOf('a.xlsx', bomb)).toBe('Unpacked, the workbook is larger than any list of people.');
}, 120_000);

test('keys of prototypes in a list are columns and values like any other', async () => {
  const { device, begin, preview, finish } = await importDesk();
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
  const list = [
    ['employee id', 'first name', 'last name', 'role', 'language', 'status', ...names],
    ...names.map((name, at) => [`E${at}`, name, 'Sol', name, name, '', ...names]),
  ].map((cells) => cells.join(','));
  expect(readRoster(Buffer.from(list.join('\n')))).toMatchObject({ ok: true, value: { rows: names.length } });
  const draft = await begin(['__proto__.csv', list.join('\n')]);
  const seen = await preview(draft);
  expect(seen.counts).toMatchObject({ added: names.length, errors: 0 });
  expect((await finish(draft, seen.plan)).status).toBe(200);
  const found = people.all(device.db, {}).map(({ given }) => given);
  expect(found).toEqual(expect.arrayContaining(names));
  expect(Object.keys(Object.prototype)).toEqual([]);
});

/** Something that listens, and counts who comes. */
const listener = async () => {
  let asked = 0;
  const server = createServer((_, answer) => {
    asked += 1;
    answer.end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { at: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked };
};

test('nothing that a file refers to is fetched: no reference, photo, next page, sheet or entity', async () => {
  const { at, asked } = await listener();
  const desk = await importDesk();
  const references = (to: string): string =>
    JSON.stringify({
      resourceType: 'Bundle',
      type: 'collection',
      link: [{ relation: 'next', url: `${to}/next` }],
      entry: [
        {
          fullUrl: `${to}/Practitioner/1`,
          resource: {
            ...{ resourceType: 'Practitioner', id: '1' },
            meta: { profile: [`${to}/profile`] },
            ...{
              name: [{ given: ['Ana'], family: 'Sol' }],
              photo: [{ url: `${to}/ana.png`, contentType: 'image/png' }],
            },
          },
        },
        {
          fullUrl: `${to}/PractitionerRole/1`,
          resource: {
            ...{
              resourceType: 'PractitionerRole',
              id: '1',
              practitioner: { reference: `${to}/Practitioner/2` },
            },
            location: [{ reference: `${to}/Location/1` }],
          },
        },
      ],
    });
  for (const to of [at, 'file:///etc/hostname#', 'ftp://127.0.0.1', '//127.0.0.1', 'data:text/plain,']) {
    const draft = await desk.begin(['a.json', references(to)]);
    const seen = await desk.preview(draft);
    await desk.finish(draft, seen.plan, { skipProblems: true });
  }
  const rows = rowsOf([
    ['first name', 'last name', 'role', 'photo'],
    ['Bo', 'Li', 'Nurse', `${at}/bo.png`],
  ]);
  const outside = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="${at}/other.xlsx" TargetMode="External"/></Relationships>`;
  const more = {
    'xl/externalLinks/_rels/externalLink1.xml.rels': outside,
    'xl/worksheets/_rels/sheet1.xml.rels': outside,
  };
  for (const bytes of [
    workbook({ sheets: [{ name: 'Staff', rows }], more }),
    workbook({ sheets: [{ name: 'Staff', rows }], prolog: `<!DOCTYPE x SYSTEM "${at}/x.dtd">` }),
    Buffer.from(
      `first name,last name,role,photo\nBo,Li,Nurse,${at}/bo.png\nCy,Do,Nurse,file:///etc/hostname\n`,
    ),
  ]) {
    const draft = await desk.begin(['a.xlsx', bytes]);
    const seen = await desk.preview(draft);
    await desk.finish(draft, seen.plan, { skipProblems: true });
  }
  expect(asked()).toBe(0);
  expect(people.all(desk.device.db, {})).toEqual(
    expect.arrayContaining([
      { given: 'Ana', photo: null },
      { given: 'Bo', photo: null },
    ]),
  );
}, 120_000);

test('a preview writes nothing; where one row cannot be written, none is, and nothing says that it was', async () => {
  const { device, begin, preview, finish, rows } = await importDesk();
  const before = [people.all(device.db, {}), readHead(device.db)?.size];
  const list = `${head}Ana,Sol,Nurse\nBo,Li,Nurse\nZed,Last,Nurse\n`;
  const draft = await begin(['a.csv', list]);
  const seen = await preview(draft);
  expect((await rows(draft, seen.plan, 'added')).map(({ line }) => line)).toEqual([2, 3, 4]);
  expect([people.all(device.db, {}), readHead(device.db)?.size]).toEqual(before);
  device.db
    .prepare(
      "create trigger broken before insert on person when new.given = 'Zed' begin select raise(abort, 'broken'); end",
    )
    .run();
  const id = randomUUID();
  await finish(draft, seen.plan, { id }).catch(() => null);
  expect(people.all(device.db, {})).toEqual(before[0]);
  expect(logged(device, 'people-imported')).toHaveLength(1);
  device.db.prepare('drop trigger broken').run();
  expect((await finish(draft, seen.plan, { id })).status).toBe(200);
  expect(people.all(device.db, {}).map(({ given }) => given)).toEqual(['Ana', 'Bo', 'Mana', 'Zed']);
  expect(logged(device, 'people-imported')).toHaveLength(2);
});
