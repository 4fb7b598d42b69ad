import { beforeAll, describe, expect, test } from 'vitest';
import { mostOnLine } from '../../../../electron/services/exports/fhir/lines.ts';
import { simulate } from '../../../../electron/services/simulate/simulate.ts';
import { demoDevice, temporaryFolder } from '../../../support/device.ts';
import { fhirOf, resourcesIn } from '../../../support/fhir-export.ts';
import { FhirServer } from '../../../support/fhir-server.ts';
import { objectsIn, problemsOfTransactions } from '../../../support/fhir-validator.ts';
import { wholeSurgery } from '../../../support/surgery.ts';

const codesAt = (resources: readonly object[], field: string): string[] =>
  [
    ...new Set(
      resources.flatMap((one) => [...objectsIn(Reflect.get(one, field))]).map(([, { code }]) => code),
    ),
  ]
    .filter((code) => typeof code === 'string')
    .sort();

describe('the export of a simulated month', () => {
  let month: ReturnType<typeof fhirOf>;
  beforeAll(() => {
    // A folder of its own: what is made for one test is gone with it.
    month = simulatedMonth();
  });

  test('is valid R4 by the official schema, the structure definitions and their constraints; every reference leads somewhere', () => {
    expect(problemsOfTransactions(month.transactions)).toEqual([]);
  });

  test('has of everything that can become of an introduction, so that all of it was looked at', () => {
    const observations = resourcesIn(month.transactions, 'Observation');
    const statuses = [...new Set(observations.map(({ status }) => status))].sort();
    expect(statuses).toEqual(['corrected', 'entered-in-error', 'final']);
    expect(codesAt(observations, 'valueCodeableConcept')).toEqual(
      [
        ...['introduced', 'already-known', 'absent', 'skipped', 'declined', 'unable'],
        ...['completed', 'stopped', 'postponed', 'shown'],
      ].sort(),
    );
    expect(codesAt(observations, 'dataAbsentReason')).toEqual(['not-applicable', 'not-performed']);
    expect(codesAt(observations, 'method')).toEqual(['attested', 'badge', 'self']);
    expect(codesAt(observations, 'code')).toEqual(['introduction', 'join', 'patient', 'team']);
    expect(JSON.stringify(observations)).toContain('/part","code":"leaving"');
    expect(resourcesIn(month.transactions, 'AuditEvent').length).toBeGreaterThan(400);
  });

  test('comes in transactions of a bearable size, in the order in which a server can take them', () => {
    expect(month.transactions.length).toBeGreaterThan(8);
    const server = new FhirServer();
    for (const transaction of month.transactions) {
      expect(transaction.entry.length).toBeLessThanOrEqual(mostOnLine);
      server.send(transaction);
    }
    expect(server.kept.size).toBe(month.resources);
    expect(month.transactions.map(({ meta }) => JSON.stringify(meta).match(/"code":"(\w+)"/u)?.[1])).toEqual([
      'terminology',
      'places',
      ...Array.from({ length: month.transactions.length - 3 }, (_, at) =>
        at < month.transactions.length - 4 ? 'sessions' : 'audit',
      ),
      'audit',
    ]);
  });
});

const simulatedMonth = () => {
  const folder = temporaryFolder();
  simulate(folder, { sessions: 220, seed: 12, days: 30, until: '2026-06-30' });
  return fhirOf(folder);
};

test('as one transaction it is valid too, and has the same resources', () => {
  const device = demoDevice();
  wholeSurgery(device);
  const [bundle, lines] = [fhirOf(device.folder, { form: 'bundle' }), fhirOf(device.folder)];
  expect(problemsOfTransactions(bundle.transactions)).toEqual([]);
  expect(bundle.transactions).toHaveLength(1);
  expect(bundle.resources).toBe(lines.resources);
  expect(resourcesIn(bundle.transactions)).toEqual(resourcesIn(lines.transactions));
});

test('the same record gives the same bytes', () => {
  const device = demoDevice();
  wholeSurgery(device);
  expect(fhirOf(device.folder).text).toBe(fhirOf(device.folder).text);
});
