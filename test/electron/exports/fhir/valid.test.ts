import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginLog } from '../../../../electron/log/record.ts';
import { mostOnLine } from '../../../../electron/services/exports/fhir/lines.ts';
import { simulate } from '../../../../electron/services/simulate/simulate.ts';
import { demoDevice } from '../../../support/device.ts';
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

const order = ['terminology', 'places', 'sessions', 'audit'];

describe('the export of a simulated month', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fhir-month-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let month: ReturnType<typeof fhirOf>;
  beforeAll(() => {
    simulate(folder, { sessions: 110, seed: 12, days: 30, until: '2026-06-30' });
    month = fhirOf(folder);
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
    expect(JSON.stringify(observations)).toContain('/part","code":"arriving"');
    expect(resourcesIn(month.transactions, 'AuditEvent').length).toBeGreaterThan(200);
  });

  test('comes in transactions of a bearable size, in the order in which a server can take them', () => {
    expect(month.transactions.length).toBeGreaterThan(5);
    const server = new FhirServer();
    for (const transaction of month.transactions) {
      expect(transaction.entry.length).toBeLessThanOrEqual(mostOnLine);
      server.send(transaction);
    }
    expect(server.kept.size).toBe(month.resources);
    const parts = month.transactions.map(({ meta }) => /"code":"(\w+)"/u.exec(JSON.stringify(meta))?.[1]);
    expect([...new Set(parts)]).toEqual(['terminology', 'places', 'sessions', 'audit']);
    expect(parts.toSorted((a, b) => order.indexOf(`${a}`) - order.indexOf(`${b}`))).toEqual(parts);
  });
});

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

test('a record put back from a backup keeps the ids of what it had, and what follows is of another kiosk', () => {
  const device = demoDevice();
  wholeSurgery(device);
  const before = fhirOf(device.folder).transactions;
  beginLog(device, randomUUID());
  wholeSurgery(device);
  const after = fhirOf(device.folder).transactions;
  expect(problemsOfTransactions(after)).toEqual([]);
  const addresses = resourcesIn(after).map(({ resourceType, id }) => `${resourceType}/${id}`);
  for (const { resourceType, id } of resourcesIn(before))
    expect(addresses).toContain(`${resourceType}/${id}`);
  const kiosks = resourcesIn(after, 'Observation').map(({ device }) => JSON.stringify(device));
  expect(new Set(kiosks).size).toBe(2);
  expect(resourcesIn(after, 'Device')).toHaveLength(2);
});

test('sent after every single tap of a surgery, it is valid each time, and at the end as if it had been sent once', () => {
  const [device, server, once] = [demoDevice(), new FhirServer(), new FhirServer()];
  const seen = new Set<unknown>();
  wholeSurgery(device, () => {
    const { transactions } = fhirOf(device.folder);
    expect(problemsOfTransactions(transactions)).toEqual([]);
    for (const transaction of transactions) server.send(transaction);
    for (const { status } of resourcesIn(transactions, 'Observation')) seen.add(status);
  });
  for (const transaction of fhirOf(device.folder).transactions) once.send(transaction);
  expect([...server.kept.keys()].sort()).toEqual([...once.kept.keys()].sort());
  for (const [address, { resource }] of once.kept)
    expect(server.kept.get(address)?.resource).toEqual(resource);
  expect([...seen].sort()).toEqual(['corrected', 'final', 'preliminary', 'registered']);
});
