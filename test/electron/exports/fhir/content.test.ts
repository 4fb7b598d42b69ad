import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { decodeEntry } from '../../../../core/log/entry.ts';
import type { Device } from '../../../../electron/services/device.ts';
import { exportIntroductions, exportRows, ofAll } from '../../../../electron/services/exports/export.ts';
import { countResources, type FhirAsked } from '../../../../electron/services/exports/fhir/lines.ts';
import { databaseFile } from '../../../../electron/services/folder.ts';
import { openDevice } from '../../../../electron/services/open-device.ts';
import { simulate } from '../../../../electron/services/simulate/simulate.ts';
import { allEntries } from '../../../../electron/store/log.ts';
import { openReader } from '../../../../electron/store/open.ts';
import { query } from '../../../../electron/store/sql.ts';
import { demoDevice, temporaryFolder } from '../../../support/device.ts';
import { always, fhirOf, resourcesIn, transactionsIn } from '../../../support/fhir-export.ts';
import { wholeSurgery } from '../../../support/surgery.ts';

const administrator = { kind: 'command-line' } as const;

interface Coded {
  coding: { code: string }[];
}
interface Told {
  identifier: { value: string }[];
  status: string;
  code: Coded;
  valueCodeableConcept?: Coded;
  dataAbsentReason?: Coded;
  method?: Coded;
  component: ({ code: Coded; valueCodeableConcept?: Coded } & Record<string, unknown>)[];
}
const codeOf = (concept: Coded | undefined): string => concept?.coding[0]?.code ?? '';

const afterSurgery = (): Device => {
  const device = demoDevice();
  wholeSurgery(device);
  return device;
};

const observations = (folder: string, of: (code: string) => boolean, asked?: Partial<FhirAsked>): Told[] =>
  (resourcesIn(fhirOf(folder, asked).transactions, 'Observation') as unknown as Told[]).filter(({ code }) =>
    of(codeOf(code)),
  );
const isIntroduction = (code: string): boolean => code === 'introduction';

test('every introduction says what was tapped, put right or left out', () => {
  const told = observations(afterSurgery().folder, isIntroduction).map((one) =>
    [
      one.status,
      codeOf(one.valueCodeableConcept) || `no value: ${codeOf(one.dataAbsentReason)}`,
      codeOf(one.method),
      codeOf(one.component.find(({ code }) => codeOf(code) === 'reason')?.valueCodeableConcept),
    ]
      .filter(Boolean)
      .join(' '),
  );
  expect(told).toEqual([
    'final introduced self',
    'corrected introduced badge',
    'final absent called-away',
    'final skipped no-time',
    'final introduced self',
    'corrected already-known attested',
    'final introduced self',
    'final introduced self',
    'final introduced self',
    'final no value: not-performed',
  ]);
});

test('rounds and introductions are those of the CSV, value for value', async () => {
  const folder = temporaryFolder();
  simulate(folder, { sessions: 30, seed: 9, days: 9, until: '2026-06-30' });
  const device = openDevice({ folder });
  const out = join(temporaryFolder(), 'out.csv');
  await exportIntroductions(device, { from: '2026-06-01', to: '2026-06-30' }, out);
  device.close();
  const text = readFileSync(out, 'utf8')
    .replace(/^\ufeff/u, '')
    .trimEnd();
  const rows = Papa.parse<Record<string, string>>(text, { header: true }).data;
  const seconds = ({ component }: Told): string => {
    const found = component.find(({ code }) => codeOf(code) === 'seconds')?.valueQuantity;
    return found === undefined ? '' : String(Reflect.get(Object(found), 'value'));
  };
  expect(
    observations(folder, isIntroduction).map((one) => [
      one.identifier[0]?.value,
      codeOf(one.valueCodeableConcept),
      codeOf(one.method),
      seconds(one),
    ]),
  ).toEqual(
    rows.map(({ round, participant, status, method, seconds }) => [
      `${round}/${participant}`,
      ...[status, method, seconds],
    ]),
  );
  const rounds = observations(folder, (code) => !isIntroduction(code));
  expect(
    rounds.map((one) => [one.identifier[0]?.value, codeOf(one.code), codeOf(one.valueCodeableConcept)]),
  ).toEqual([
    ...new Map(rows.map((row) => [row.round, [row.round, row.round_kind, row.round_outcome]])).values(),
  ]);
});

const people = query<{ id: string; given: string; family: string | null }>(
  'select id, given, family from person',
);

test('no name of a person leaves, nor an id by which one could be followed from session to session', () => {
  const device = afterSurgery();
  const { text } = fhirOf(device.folder);
  const all = people.all(device.db, {});
  expect(all.length).toBeGreaterThan(5);
  for (const { id, given, family } of all) {
    expect(text).not.toContain(id);
    expect(text).not.toMatch(new RegExp(`\\b(?:${given}|${family ?? given})\\b`, 'u'));
  }
  expect(text).toContain('OR 3');
});

test('what is of the demo team or a simulation is marked as test data, in every resource of a session', () => {
  const session = fhirOf(afterSurgery().folder).transactions.find(({ meta }) =>
    JSON.stringify(meta).includes('"sessions"'),
  );
  expect(session?.entry.length).toBeGreaterThan(10);
  expect(session?.entry.every(({ resource }) => JSON.stringify(resource.meta).includes('HTEST'))).toBe(true);
});

test('the log says what left with the digest of the bytes, and the next export has that as an audit event', async () => {
  const device = afterSurgery();
  const out = join(temporaryFolder(), 'out.ndjson');
  const { from, to } = always;
  const asked = { format: 'fhir', form: 'ndjson', from, to, ...ofAll } as const;
  const said = await exportRows(device, asked, out, administrator);
  const bytes = readFileSync(out);
  const digest = createHash('sha256').update(bytes).digest('hex');
  expect(said).toEqual({ rows: resourcesIn(transactionsIn(bytes.toString(), 'ndjson')).length, digest });
  const last = decodeEntry(allEntries.all(device.db, {}).at(-1)?.bytes ?? new Uint8Array());
  expect(last).toMatchObject({ type: 'exported', data: { format: 'fhir', from, to, ...said } });
  expect(bytes.toString()).not.toContain(digest);
  const events = resourcesIn(fhirOf(device.folder).transactions, 'AuditEvent');
  expect(JSON.stringify(events)).toContain(digest);
});

test('how many resources there are is known before any is made', async () => {
  const folder = temporaryFolder();
  simulate(folder, { sessions: 20, seed: 2, days: 8, until: '2026-06-30' });
  const device = openDevice({ folder });
  await exportIntroductions(
    device,
    { from: '2026-06-01', to: '2026-06-30' },
    join(temporaryFolder(), 'x.csv'),
  );
  device.close();
  const db = openReader(databaseFile(folder));
  const place = db.prepare('select place_id as id from session limit 1').get({});
  const id = String(Reflect.get(Object(place), 'id'));
  for (const asked of [
    {},
    { from: '2026-06-25', to: '2026-06-25' },
    { from: '1999-01-01', to: '1999-01-02' },
    { kind: 'surgery' as const },
    { place: id, form: 'bundle' as const },
  ])
    expect(countResources(db, { ...always, ...asked })).toBe(fhirOf(folder, asked).resources);
  // What left is of the kiosk and of no kind of session.
  expect(fhirOf(folder).text).toContain('CodeSystem/event","code":"exported"');
  expect(fhirOf(folder, { kind: 'surgery' }).text).not.toContain('CodeSystem/event","code":"exported"');
  db.close();
});

test('of days without sessions there is nothing but the words and the kiosk', () => {
  const { transactions } = fhirOf(afterSurgery().folder, { from: '1999-01-01', to: '1999-12-31' });
  expect([...new Set(resourcesIn(transactions).map(({ resourceType }) => resourceType))]).toEqual([
    'CodeSystem',
    'Device',
  ]);
});

test('one transaction with more than a server takes is refused in a sentence, and the log says nothing left', async () => {
  const folder = temporaryFolder();
  simulate(folder, { sessions: 260, seed: 1, days: 10, until: '2026-06-30' });
  const device = openDevice({ folder });
  const before = allEntries.all(device.db, {}).length;
  const asked = { format: 'fhir', form: 'bundle', from: '2026-06-01', to: '2026-06-30', ...ofAll } as const;
  await expect(exportRows(device, asked, join(temporaryFolder(), 'out.json'), administrator)).rejects.toThrow(
    'too much for one transaction',
  );
  expect(allEntries.all(device.db, {})).toHaveLength(before);
  device.close();
});
