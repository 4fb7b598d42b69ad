import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { query } from '../../../electron/store/sql.ts';
import { kiosk } from '../../support/command-line.ts';
import { bytesIn } from '../../support/device.ts';
import { marked, randomRoster } from '../../support/random-roster.ts';
import { newcomers } from './steps.ts';

const given = query<{ given: string; family: string; title: string }>(
  'select given, family, title from person',
);
const asText = (bytes: Buffer): string => bytes.toString('latin1');

it('of what must not be kept nothing is on the disk or said, whatever 100 random lists are brought in', async () => {
  const { device, home, folder, preview, bring } = newcomers();
  const lists = fc.sample(randomRoster, 100);
  const wanted = new Set<string>();
  for (const { bytes, rows } of lists) {
    expect(await preview(bytes)).not.toMatch(marked);
    expect(await bring(bytes, [], true)).toBe(true);
    for (const row of rows.filter(({ fault }) => fault === 'none'))
      wanted.add(`${row.given} ${row.family} ${row.title}`);
  }
  // Only what a list said is in the tables, and all of it: nobody was shifted on the way there.
  const kept = given.all(device.db, {}).map((row) => `${row.given} ${row.family} ${row.title}`);
  expect(kept.length).toBeGreaterThan(wanted.size / 2);
  expect(kept.filter((one) => !wanted.has(one))).toEqual([]);
  device.db.pragma('wal_checkpoint(TRUNCATE)');
  expect(asText(bytesIn(join(home, 'data')))).not.toMatch(marked);
  expect(asText(bytesIn(join(home, 'data')))).toContain('Llama Herder');
  expect(asText(bytesIn(folder))).toBe('');
}, 300_000);

const list = readFileSync(new URL('../../support/rosters/private.csv', import.meta.url));
/** Each value of the columns of that list that are not kept. */
const secrets = list
  .toString()
  .trim()
  .split('\n')
  .slice(1)
  .flatMap(
    (line) => line.match(/\d{4}-\d\d-\d\d|\d+\.\d+|900-[\d-]+|\+1 [\d ]+|\w+ Street \d|L-\d\d/gu) ?? [],
  );

it('on the command line it is in no database, backup or log, and in nothing that is printed', async () => {
  const { device, home, folder } = newcomers();
  device.close();
  const data = join(home, 'data');
  const file = join(folder, 'staff.csv');
  expect(secrets).toHaveLength(18);
  writeFileSync(file, list);
  const ran = [
    await kiosk('import', 'people', file, '--data', data, '--dry-run'),
    await kiosk('import', 'people', file, '--data', data),
    await kiosk('import', 'people', file, '--data', data, '--columns', 'given,family,role,-,-,-,-,-,-,-'),
    await kiosk('backup', '--data', data),
  ];
  expect(ran.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  expect(ran[0]?.out).toContain('people: 3 added, 0 changed, 0 skipped');
  expect(ran[2]?.out).toContain('people: 0 added, 0 changed, 3 skipped');
  const everything = asText(bytesIn(data)) + ran.map(({ out, err }) => out + err).join('');
  expect(everything).toContain('Pharmacist');
  expect(secrets.filter((secret) => everything.includes(secret))).toEqual([]);
}, 300_000);

it('a staff number is kept only as a keyed hash, which knows the person again', async () => {
  const { device, home, bring } = newcomers();
  const staff = 'given,family,role,employee id\nAna,Sol,Nurse,EMP-0045119\n';
  expect(await bring(staff)).toBe(true);
  device.db.pragma('wal_checkpoint(TRUNCATE)');
  expect(asText(bytesIn(join(home, 'data')))).not.toContain('0045119');
  expect(given.all(device.db, {})).toHaveLength(1);
  expect(await bring(staff.replace('Nurse', 'Surgeon'))).toBe(true);
  expect(given.all(device.db, {})).toEqual([{ given: 'Ana', family: 'Sol', title: 'Surgeon' }]);
});
