import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Device } from '../../../electron/services/device.ts';
import { carryOutImport } from '../../../electron/services/imports/carry-out.ts';
import { planFhir } from '../../../electron/services/imports/fhir.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { query } from '../../../electron/store/sql.ts';
import { bytesIn, temporaryFolder } from '../../support/device.ts';

const samples = new URL('../../../../shared/samples/fhir/', import.meta.url);
const synthea = 'practitionerInformation1625911868739.json';
const hospitals = 'hospitalInformation1625911868739.json';
const patient = 'patient-8a4c9c04-1524-9f1c-d65b-9b17e4520fef.json';
const folder = (name: string): string[] =>
  readdirSync(new URL(name, samples)).map((file) => `${name}${file}`);

const roles = query<{ role: string; people: number }>(
  'select role, count(*) as people from person group by role',
);

/** Brings files in together; the counts, whether it was done, and on which lines something stands against it. */
const bring = async (device: Device, names: readonly string[]) => {
  const files = names.map((name) => ({ name, bytes: readFileSync(new URL(name, samples)) }));
  const plan = await planFhir(device, files);
  const { ok: done } = await carryOutImport(device, plan, {
    actor: { kind: 'command-line' },
    skipProblems: false,
  });
  return {
    ...{ done, added: plan.added.length, changed: plan.changed.length, retired: plan.retired.length },
    ...{ known: plan.skipped, leftOut: plan.leftOut },
    errors: plan.problems.filter(({ severity }) => severity === 'error').length,
  };
};
const nothing = { added: 0, changed: 0, retired: 0, known: 0, leftOut: 0, errors: 0 };
const fresh = (): Device => openDevice({ folder: join(temporaryFolder(), 'data') });
const rolesOn = (device: Device) =>
  Object.fromEntries(roles.all(device.db, {}).map(({ role, people }) => [role, people]));

/**
 * Every file of the samples, on a device. How many there are was worked out from the files with Python’s json module, and
 * is told in test/core/fhir/samples.test.ts: Synthea has 195 Practitioner, each with one role, all doctors of general
 * practice; its hospitals (194 Organization, 194 Location) and its patient (66 entries, none a Practitioner) bring nobody;
 * au/ has 25 Practitioner with 25 roles; of the 3 of hl7/ one had a role that ended in 2012.
 */
describe.skipIf(!existsSync(samples))(
  'real FHIR files on a device (skipped where the samples are not present)',
  () => {
    it('are all looked at here', () => {
      const found = readdirSync(samples).filter((name) => statSync(new URL(name, samples)).isFile());
      expect(found.sort()).toEqual([hospitals, patient, synthea].sort());
      expect([folder('au/').length, folder('hl7/').length]).toEqual([74, 6]);
    });

    it('bring 195 doctors of Synthea, alone or with the hospitals and the patient', async () => {
      for (const names of [[synthea], [synthea, hospitals, patient]]) {
        const device = fresh();
        expect(await bring(device, names)).toEqual({ ...nothing, done: true, added: 195 });
        expect(rolesOn(device)).toEqual({ 'hospital-doctor': 195 });
        expect(await bring(device, names)).toEqual({ ...nothing, done: true, known: 195 });
        device.close();
      }
    });

    it.each([hospitals, patient])('bring nobody where nobody is in them, and say so: %s', async (name) => {
      const device = fresh();
      expect(await bring(device, [name])).toEqual({ ...nothing, done: false, errors: 1 });
      expect(rolesOn(device)).toEqual({});
      device.close();
    });

    it('bring the 25 of Australia with their roles', async () => {
      const device = fresh();
      expect(await bring(device, folder('au/'))).toEqual({ ...nothing, done: true, added: 25 });
      expect(rolesOn(device)).toEqual({
        ...{ 'bedside-nurse': 3, physiotherapist: 3, 'hospital-doctor': 3, anesthesiologist: 1 },
        ...{ pharmacist: 1, surgeon: 1, 'care-team-member': 13 },
      });
      device.close();
    });

    it('bring nobody for the 25 roles of Australia without their people: each is listed', async () => {
      const device = fresh();
      const only = folder('au/').filter((name) => name.includes('/PractitionerRole-'));
      expect(await bring(device, only)).toEqual({ ...nothing, done: false, errors: 25 });
      expect(rolesOn(device)).toEqual({});
      device.close();
    });

    it('bring the 25 people of Australia without their roles as members of the care team, and their roles later', async () => {
      const device = fresh();
      const people = folder('au/').filter((name) => name.includes('/Practitioner-'));
      expect(await bring(device, people)).toEqual({ ...nothing, done: true, added: 25 });
      expect(rolesOn(device)).toEqual({ 'care-team-member': 25 });
      // The 13 whom no role here fits have at least their title now.
      expect(await bring(device, folder('au/'))).toEqual({ ...nothing, done: true, changed: 25 });
      device.close();
    });

    it('bring two of HL7’s three, and of none of them what is private', async () => {
      const device = fresh();
      expect(await bring(device, folder('hl7/'))).toEqual({ ...nothing, done: true, added: 2, leftOut: 1 });
      device.close();
      const kept = bytesIn(device.folder).toString('latin1');
      expect(kept).toContain('Voigt');
      const sent = folder('hl7/')
        .map((name) => readFileSync(new URL(name, samples), 'utf8'))
        .join('');
      // The Dutch national numbers, telephone numbers, addresses and birth dates in these files.
      const secrets = [
        ...['129IDH4OP733', '174BIP3JH438', '0205568263', '0205569336', '0205664440', '0205669382'],
        ...['E.M.vandenbroek@bmc.nl', 'p.voigt@bmc.nl', 'Galapagosweg', '1975-12-07', '1979-04-29'],
      ];
      for (const secret of secrets) {
        expect(sent).toContain(secret);
        expect(kept).not.toContain(secret);
      }
    });

    it('bring all 222 in one import', async () => {
      const device = fresh();
      const all = [synthea, hospitals, patient, ...folder('au/'), ...folder('hl7/')];
      expect(await bring(device, all)).toEqual({ ...nothing, done: true, added: 222, leftOut: 1 });
      device.close();
    });
  },
);
