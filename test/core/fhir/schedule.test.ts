import { expect, it } from 'vitest';
import { readFhirSchedule } from '../../../core/fhir/schedule.ts';
import { wallTimeOf } from '../../../core/fhir/wall-time.ts';

type Json = Record<string, unknown>;
const read = (resources: Json[], zone = 'Europe/Berlin') => {
  const entry = resources.map((resource) => ({ resource }));
  const bytes = Buffer.from(JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }));
  const schedule = readFhirSchedule([{ name: 'a.json', bytes }], { zone, today: '2026-03-01' });
  if (!schedule.ok) throw new Error(schedule.problem.problems.map(({ what }) => what).join(' '));
  return schedule.value;
};
const refusal = (resources: unknown) => {
  const bytes = Buffer.from(JSON.stringify(resources));
  const schedule = readFhirSchedule([{ name: 'a.json', bytes }], { zone: 'UTC', today: '2026-03-01' });
  return schedule.ok ? [] : schedule.problem.problems.map(({ what }) => what);
};

const room = {
  ...{ resourceType: 'Location', id: 'or3', name: 'OR 3', partOf: { display: 'Operating rooms' } },
  physicalType: { coding: [{ code: 'ro' }] },
};
const surgeon = {
  ...{ resourceType: 'Practitioner', id: 'p1', name: [{ family: 'Sol', given: ['Ana'] }] },
  identifier: [{ system: 'http://hospital.example/staff', value: 'E1' }],
};
const ref = (reference: string) => ({ reference });
const booked = (more: Json = {}): Json => ({
  ...{ resourceType: 'Appointment', id: 'a1', status: 'booked', start: '2026-03-09T06:30:00Z' },
  identifier: [{ system: 'http://hospital.example/case', value: '77' }],
  description: 'Removal of the gall bladder of Mr Miller',
  participant: [
    { actor: ref('Patient/9'), status: 'accepted' },
    { actor: ref('Location/or3'), status: 'accepted' },
    { actor: ref('Practitioner/p1'), status: 'accepted', type: [{ coding: [{ code: 'PPRF' }] }] },
  ],
  ...more,
});
const patient = { resourceType: 'Patient', id: '9', name: [{ family: 'Miller' }] };

it('an appointment is a session at its place, by the clock there, with its team, and without its patient', () => {
  const found = read([booked(), room, surgeon, patient]);
  expect(found.bookings).toMatchObject([
    {
      sources: [{ type: 'Appointment' }, { type: 'Appointment', value: '["address","/a1"]' }],
      plan: {
        ...{ date: '2026-03-09', time: '07:30', where: 'OR 3', unit: 'Operating rooms', urgency: 'elective' },
        lead: { numbers: [{ value: 'E1' }] },
        team: [{ names: ['Ana Sol'] }],
      },
    },
  ]);
  expect(JSON.stringify(found)).not.toMatch(/Miller|gall|Patient\/9/u);
});

it('a moment is read in its own zone and told in that of the place, also where clocks are set', () => {
  expect(wallTimeOf('2026-03-29T00:59:00Z', 'Europe/Berlin')).toEqual({ date: '2026-03-29', time: '01:59' });
  expect(wallTimeOf('2026-03-29T01:00:00Z', 'Europe/Berlin')).toEqual({ date: '2026-03-29', time: '03:00' });
  expect(wallTimeOf('2026-10-25T01:30:00+02:00', 'America/New_York')).toEqual({
    date: '2026-10-24',
    time: '19:30',
  });
  expect(wallTimeOf('2026-03-09T00:00:00.000+05:45', 'Asia/Kathmandu')).toEqual({
    date: '2026-03-09',
    time: '00:00',
  });
  for (const none of [
    '2026-03-09',
    '2026-03-09T07:30:00',
    '2026-02-30T07:30',
    'tomorrow',
    '2026-03-09T25:00:00Z',
    '',
  ])
    expect(wallTimeOf(none, 'UTC'), none).toBeNull();
});

it.each([
  ['booked', 'planned'],
  ['arrived', 'planned'],
  ['fulfilled', 'planned'],
  ['cancelled', 'off'],
  ['entered-in-error', 'off'],
  ['noshow', 'off'],
  ['proposed', 'listed'],
  ['waitlist', 'listed'],
  ['__proto__', 'listed'],
])('an appointment that is %s is %s', (status, is) => {
  const { bookings, problems } = read([booked({ status }), room, surgeon]);
  const listed = problems.filter(({ what }) => what.includes('is not scheduled'));
  expect([bookings.length, bookings[0]?.plan === null, listed.length]).toEqual(
    is === 'listed' ? [0, false, 1] : [1, is === 'off', 0],
  );
});

it('a request, its appointment and the encounter that was made of it are one session', () => {
  const request = {
    ...{ resourceType: 'ServiceRequest', id: 's1', status: 'active', intent: 'order', priority: 'stat' },
    ...{ occurrenceDateTime: '2026-03-09T06:30:00Z', locationReference: [ref('Location/or3')] },
  };
  const encounter = {
    ...{ resourceType: 'Encounter', id: 'e1', status: 'planned', class: { code: 'IMP' } },
    ...{ period: { start: '2026-03-09T06:30:00Z' }, appointment: [ref('Appointment/a1')] },
  };
  const { bookings } = read([
    request,
    encounter,
    booked({ basedOn: [ref('ServiceRequest/s1')] }),
    room,
    surgeon,
  ]);
  expect(bookings).toMatchObject([
    { plan: { urgency: 'emergency' }, linked: [{ type: 'ServiceRequest' }, { type: 'Encounter' }] },
  ]);
  expect(read([request, room]).bookings).toMatchObject([{ plan: { where: 'OR 3', urgency: 'emergency' } }]);
  expect(
    read([{ ...encounter, location: [{ location: ref('Location/or3') }] }, room]).bookings,
  ).toMatchObject([
    { plan: { time: '07:30', where: 'OR 3' }, linked: [{ type: 'Appointment', value: '["address","/a1"]' }] },
  ]);
});

it('what has no time, no place or two of them is listed with its entry', () => {
  const other = { ...room, id: 'or4', name: 'OR 4' };
  const at = (problems: { what: string; line: number; severity: string }[]) =>
    problems.filter(({ severity }) => severity === 'error').map(({ line, what }) => `${line}: ${what}`);
  expect(at(read([room, booked({ start: undefined })]).problems)[0]).toContain(
    '2: “Appointment/a1” does not say when',
  );
  expect(at(read([booked({ start: '2026-03-09' }), room]).problems)[0]).toContain('at what time');
  expect(at(read([booked()]).problems)[0]).toContain('where it is');
  const both = [{ actor: ref('Location/or3') }, { actor: ref('Location/or4') }];
  expect(at(read([booked({ participant: both }), room, other]).problems)[0]).toContain('“OR 3”, “OR 4”');
});

it('who declined, and whoever is a patient or a relative, is not in the team', () => {
  const participant = [
    { actor: ref('Location/or3') },
    { actor: ref('Practitioner/p1'), status: 'declined' },
    { actor: ref('RelatedPerson/1') },
    { actor: { display: 'Mr Miller' } },
  ];
  const { bookings, problems } = read([booked({ participant }), room, surgeon]);
  expect(bookings[0]?.plan?.team).toEqual([]);
  expect(problems.some(({ severity }) => severity === 'error')).toBe(false);
});

it('files of another version, without anything booked, or that mean something else are refused or listed', () => {
  expect(refusal({ ...booked(), subject: ref('Patient/9') })[0]).toContain('FHIR R5');
  expect(refusal({ resourceType: 'Encounter', status: 'planned', class: [{}] })[0]).toContain('FHIR R5');
  expect(refusal(patient)[0]).toContain('Nothing is booked in it');
  const { bookings, problems } = read([booked({ modifierExtension: [{ url: 'x' }] }), room]);
  expect([bookings.length, problems[0]?.what]).toEqual([
    0,
    expect.stringContaining('changes what the rest means'),
  ]);
});

it('a file that is nested without end, or broken on one line, is refused whole', () => {
  const deep = `{"resourceType":"Appointment","a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`;
  const of = (text: string) =>
    readFhirSchedule([{ name: 'a.ndjson', bytes: Buffer.from(text) }], { zone: 'UTC', today: '2026-03-01' });
  expect(of(deep).ok).toBe(false);
  const lines = [
    JSON.stringify(booked()),
    '{"resourceType":"Appointment","status":',
    JSON.stringify(booked({ id: 'a2' })),
  ];
  const broken = of(lines.join('\n'));
  expect(broken.ok ? [] : broken.problem.problems).toMatchObject([{ severity: 'error' }]);
  const keys = read([
    JSON.parse(JSON.stringify(booked()).replace('{', '{"__proto__":{"status":"cancelled"},"constructor":1,')),
    room,
  ]);
  expect(keys.bookings[0]?.plan).not.toBeNull();
});
