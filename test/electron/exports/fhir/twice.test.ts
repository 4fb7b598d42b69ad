import { expect, test } from 'vitest';
import { demoPersonId } from '../../../../electron/services/demo.ts';
import type { Device } from '../../../../electron/services/device.ts';
import type { FhirAsked } from '../../../../electron/services/exports/fhir/lines.ts';
import { simulate } from '../../../../electron/services/simulate/simulate.ts';
import { bedside, demoDevice, temporaryFolder } from '../../../support/device.ts';
import { fhirOf } from '../../../support/fhir-export.ts';
import { FhirServer } from '../../../support/fhir-server.ts';

/** Sends an export; gives what the server said of all of it. */
const sent = (server: FhirServer, folder: string, asked: Partial<FhirAsked> = {}) => {
  const count = { made: 0, changed: 0, same: 0 };
  for (const transaction of fhirOf(folder, asked).transactions) {
    const { made, changed, same } = server.send(transaction);
    count.made += made;
    count.changed += changed;
    count.same += same;
  }
  return count;
};

const simulated = (): string => {
  const folder = temporaryFolder();
  simulate(folder, { sessions: 36, seed: 4, days: 12, until: '2026-06-30' });
  return folder;
};

test('what is sent twice is there once', () => {
  const [folder, server] = [simulated(), new FhirServer()];
  const first = sent(server, folder);
  expect(first).toMatchObject({ changed: 0, same: 0 });
  const counts = server.counts;
  expect(sent(server, folder)).toEqual({ made: 0, changed: 0, same: first.made });
  expect(server.counts).toEqual(counts);
  expect([...server.kept.values()].every(({ version }) => version === 1)).toBe(true);
});

test('days that overlap, weeks after the month they are in, and all in one transaction: nothing twice', () => {
  const [folder, whole, parts] = [simulated(), new FhirServer(), new FhirServer()];
  sent(whole, folder);
  sent(parts, folder, { from: '2026-06-19', to: '2026-06-24' });
  sent(parts, folder, { from: '2026-06-22', to: '2026-06-30' });
  expect(parts.counts).toEqual(whole.counts);
  const before = sent(parts, folder, { from: '2026-06-22', to: '2026-06-24', form: 'bundle' });
  expect(before).toMatchObject({ made: 0, changed: 0 });
  expect([...parts.kept].sort()).toEqual([...whole.kept].sort());
});

test('one kind of session after the other is the whole, but for the events of the kiosk itself', () => {
  const [folder, whole, parts] = [simulated(), new FhirServer(), new FhirServer()];
  sent(whole, folder);
  sent(parts, folder, { kind: 'surgery' });
  const { made } = sent(parts, folder, { kind: 'shift-change' });
  expect(made).toBeGreaterThan(20);
  expect(parts.counts).toEqual(whole.counts);
});

/** A surgery whose patient round is over, with the session still open. */
const afterPatientRound = (device: Device) => {
  const { open, tap, session } = bedside(device);
  open();
  const round = tap({ type: 'open-round', kind: 'patient' });
  tap({ type: 'start-round', round, language: 'en', oneByOne: true });
  const taps: string[] = [];
  for (let shown = current(device); shown !== null; shown = current(device))
    taps.push(
      tap({ type: 'record', round, participant: shown, verdict: { status: 'introduced', method: 'self' } }),
    );
  const ended = tap({ type: 'end-round', round, outcome: 'completed', beforeSedation: true });
  return { round, taps, ended, tap, session };
};
const current = (device: Device): string | null => bedside(device).session().rounds.at(-1)?.current ?? null;

const observations = (server: FhirServer) =>
  [...server.kept.values()].filter(({ resource }) => resource.resourceType === 'Observation');
const tally = (server: FhirServer) =>
  observations(server)
    .map(({ version, resource }) => `${version} ${resource.status}`)
    .sort();

test('a correction is a new version of the same introduction, and of nothing else', () => {
  const [device, server] = [demoDevice(), new FhirServer()];
  const { round, taps, tap, session } = afterPatientRound(device);
  sent(server, device.folder);
  expect(tally(server)).toEqual(['1 final', '1 final', '1 final', '1 final', '1 final']);
  const [participant = ''] = session().participants.map(({ id }) => id);
  const verdict = { status: 'absent', reason: 'called-away' } as const;
  tap({ type: 'record', round, participant, verdict, corrects: taps[0] ?? '' });
  // The round too: whoever was absent vouches for nothing.
  expect(sent(server, device.folder)).toMatchObject({ made: 0, changed: 2 });
  expect(tally(server)).toEqual(['1 final', '1 final', '1 final', '2 corrected', '2 final']);
  const changed = observations(server).find(({ resource }) => resource.status === 'corrected');
  expect(JSON.stringify(changed?.resource)).toContain('CodeSystem/status","code":"absent"');
});

test('what was taken back is not there as if it held: the introduction of somebody who came by mistake', () => {
  const [device, server] = [demoDevice(), new FhirServer()];
  const { tap } = afterPatientRound(device);
  const joined = tap({ type: 'join', person: demoPersonId('linh'), role: 'nurse-anesthetist' });
  sent(server, device.folder);
  const before = server.kept.size;
  tap({ type: 'undo', of: joined });
  expect(sent(server, device.folder).made).toBe(0);
  expect(server.kept.size).toBe(before);
  // The round of their own and their introduction in it.
  expect(tally(server).filter((one) => one.endsWith('entered-in-error'))).toHaveLength(2);
});

test('a round whose end was taken back and that ended again is one round, in a newer version', () => {
  const [device, server] = [demoDevice(), new FhirServer()];
  const { round, ended, tap } = afterPatientRound(device);
  sent(server, device.folder);
  tap({ type: 'undo', of: ended });
  sent(server, device.folder);
  expect(tally(server)).toContain('2 preliminary');
  tap({ type: 'end-round', round, outcome: 'completed', beforeSedation: false });
  expect(sent(server, device.folder).made).toBe(0);
  expect(tally(server)).toContain('3 corrected');
});

test('a later session comes to what is there, and leaves it as it is', () => {
  const [device, server] = [demoDevice(), new FhirServer()];
  afterPatientRound(device).tap({ type: 'close-session' });
  const first = sent(server, device.folder);
  afterPatientRound(device);
  const second = sent(server, device.folder);
  expect(second).toMatchObject({ changed: 0, same: first.made });
  expect(second.made).toBeGreaterThan(5);
});

test('two kiosks send to one server, and neither overwrites what is of the other', () => {
  const server = new FhirServer();
  const [one, other] = [demoDevice(), demoDevice()];
  for (const device of [one, other]) afterPatientRound(device);
  const first = sent(server, one.folder);
  const second = sent(server, other.folder);
  expect(second.changed).toBe(0);
  // The code systems are the same for both.
  expect(second.same).toBe(server.counts.CodeSystem);
  expect(second.made + second.same).toBe(first.made);
});
