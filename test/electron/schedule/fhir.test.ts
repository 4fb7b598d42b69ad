import { expect, it } from 'vitest';
import { carryOutSchedule } from '../../../electron/services/schedule/carry-out.ts';
import { planFhirSchedule } from '../../../electron/services/schedule/from-fhir.ts';
import { query } from '../../../electron/store/sql.ts';
import { bytesIn } from '../../support/device.ts';
import { newcomers } from '../imports/steps.ts';

const actor = { kind: 'command-line' } as const;
const all = query<{ id: string; date: string; time: string; team: string; urgency: string }>(
  'select id, date, time, team, urgency from scheduled_session order by date, time',
);
const off = query<{ id: string; why: string; late: number }>('select id, why, late from cancelled_session');

type Json = Record<string, unknown>;
const ref = (reference: string) => ({ reference });
const place = { resourceType: 'Location', id: 'or3', name: 'OR 3', partOf: { display: 'Theatres' } };
const ana = {
  ...{ resourceType: 'Practitioner', id: 'p1', name: [{ family: 'Sol', given: ['Ana'] }] },
  identifier: [{ system: 'http://h.example/staff', value: 'E1' }],
};
const case77 = (more: Json = {}): Json => ({
  ...{ resourceType: 'Appointment', id: 'a1', status: 'booked', start: '2030-03-09T06:30:00Z' },
  identifier: [{ system: 'http://h.example/case', value: 'CASE-77' }],
  description: 'Appendectomy',
  participant: [
    { actor: ref('Location/or3') },
    { actor: ref('Practitioner/p1') },
    { actor: ref('Patient/secret-9') },
  ],
  ...more,
});

const kiosk = async () => {
  const { device, bring } = newcomers();
  await bring('first name,last name,role\nAna,Sol,Surgeon\n');
  const take = (...resources: Json[]) => {
    const entry = [place, ana, ...resources].map((resource) => ({ resource }));
    const bytes = Buffer.from(JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }));
    const plan = planFhirSchedule(device, [{ name: 'a.json', bytes }], 'UTC');
    const done = carryOutSchedule(device, plan, { actor, skipProblems: false });
    return { plan, done: done.ok, is: plan.steps.map((step) => step.is) };
  };
  return { device, take, scheduled: () => all.all(device.db, {}) };
};

it('a booking is scheduled, comes again without a change, and moves as the same session', async () => {
  const { take, scheduled } = await kiosk();
  expect(take(case77())).toMatchObject({ done: true, is: ['added'] });
  const [first] = scheduled();
  expect(first).toMatchObject({ date: '2030-03-09', time: '06:30' });
  expect(JSON.parse(first?.team ?? '')).toMatchObject([{ role: 'surgeon' }]);
  expect(take(case77()).is).toEqual(['unchanged']);
  expect(take(case77({ id: 'other-server-id', start: '2030-03-10T08:00:00Z' })).is).toEqual(['changed']);
  expect(scheduled()).toEqual([{ ...first, date: '2030-03-10', time: '08:00' }]);
});

it('the same occasion by its request and then by its appointment, or without any number, is scheduled once', async () => {
  const { take, scheduled } = await kiosk();
  const request = {
    ...{ resourceType: 'ServiceRequest', id: 's1', status: 'active', intent: 'order' },
    ...{ occurrenceDateTime: '2030-03-09T05:00:00Z', locationReference: [ref('Location/or3')] },
  };
  take(request);
  take(case77({ basedOn: [ref('ServiceRequest/s1')] }));
  expect(scheduled()).toHaveLength(1);
  take(case77({ id: undefined, identifier: undefined }));
  expect(scheduled()).toHaveLength(1);
  // A second appointment of the same request is another session.
  take(
    case77({ id: 'a2', identifier: [], start: '2030-04-09T06:30:00Z', basedOn: [ref('ServiceRequest/s1')] }),
  );
  expect(scheduled()).toHaveLength(2);
});

it('what is cancelled is off the schedule, stays to be seen, and is the same session once it is booked again', async () => {
  const { device, take, scheduled } = await kiosk();
  take(case77());
  const [first] = scheduled();
  expect(take(case77({ status: 'cancelled' })).is).toEqual(['cancelled']);
  expect([scheduled(), off.all(device.db, {})]).toEqual([[], [{ id: first?.id, why: 'cancelled', late: 0 }]]);
  expect(take(case77({ status: 'cancelled' })).is).toEqual([]);
  expect(take(case77()).is).toEqual(['back']);
  expect([scheduled(), off.all(device.db, {})]).toEqual([[first], []]);
});

it('a booking of today takes nothing off that it does not name', async () => {
  const { take, scheduled } = await kiosk();
  take(case77());
  take(
    case77({
      id: 'a2',
      identifier: [{ system: 'http://h.example/case', value: '78' }],
      start: '2030-03-09T09:00:00Z',
    }),
  );
  expect(scheduled().map(({ time }) => time)).toEqual(['06:30', '09:00']);
});

it('nothing of the patient, of what is done, or of the number of the case is in any file', async () => {
  const { device, take } = await kiosk();
  take(case77(), { resourceType: 'Patient', id: 'secret-9', name: [{ family: 'Quackenbush' }] });
  device.eraseWriteAheadLog();
  const bytes = bytesIn(device.folder);
  for (const secret of ['secret-9', 'Quackenbush', 'Appendectomy', 'CASE-77'])
    expect(bytes.includes(secret), secret).toBe(false);
});

it('whoever is not known here is told of, and the session is scheduled without them', async () => {
  const { take, scheduled } = await kiosk();
  const stranger = { resourceType: 'Practitioner', id: 'p2', name: [{ family: 'Atall', given: ['Nobody'] }] };
  const participant = [{ actor: ref('Location/or3') }, { actor: ref('Practitioner/p2') }];
  const { plan } = take(stranger, case77({ participant }));
  expect(plan.problems).toMatchObject([
    { severity: 'note', what: expect.stringContaining('nobody known here') },
  ]);
  expect(scheduled()).toMatchObject([{ team: '[]' }]);
});
