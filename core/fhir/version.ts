type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const has = (resource: Json, key: string): boolean => Object.hasOwn(resource, key);
const items = (resource: Json, key: string): Json[] => {
  const list = has(resource, key) ? resource[key] : undefined;
  return Array.isArray(list) ? list.filter(isObject) : [];
};

/** A sign of a version that is not R4, in one type of resource. */
interface Sign {
  version: string;
  by: string;
  shows: (resource: Json) => boolean;
}

const named = (version: string, type: string, ...keys: string[]): Sign[] =>
  keys.map((key) => ({ version, by: `${type}.${key}`, shows: (resource) => has(resource, key) }));

const dstu2 = 'DSTU2';
const stu3 = 'STU3';
const r5 = 'R5';

/** What the resources of people have in other versions and never in R4, by the “R4 diff” and “R5 diff” of their pages. */
const signs: Readonly<Record<string, readonly Sign[]>> = {
  Conformance: [{ version: dstu2, by: 'Conformance', shows: () => true }],
  Practitioner: [
    ...named(dstu2, 'Practitioner', 'practitionerRole'),
    { version: dstu2, by: 'Practitioner.name', shows: ({ name }) => isObject(name) },
    {
      version: dstu2,
      by: 'Practitioner.name.family',
      shows: (resource) => items(resource, 'name').some(({ family }) => Array.isArray(family)),
    },
    ...named(stu3, 'Practitioner', 'role'),
    ...named(r5, 'Practitioner', 'deceasedBoolean', 'deceasedDateTime'),
    {
      version: r5,
      by: 'Practitioner.communication.language',
      shows: (resource) => items(resource, 'communication').some((one) => has(one, 'language')),
    },
    {
      version: r5,
      by: 'Practitioner.photo.size',
      shows: (resource) => items(resource, 'photo').some(({ size }) => typeof size === 'string'),
    },
  ],
  PractitionerRole: named(
    ...([r5, 'PractitionerRole', 'availability', 'characteristic', 'communication', 'contact'] as const),
    'display',
  ),
  CareTeam: [
    ...named(stu3, 'CareTeam', 'context'),
    ...named(r5, 'CareTeam', 'reason'),
    {
      version: r5,
      by: 'CareTeam.participant.coverage',
      shows: (resource) =>
        items(resource, 'participant').some(
          (one) => has(one, 'coveragePeriod') || has(one, 'coverageTiming'),
        ),
    },
    {
      version: `${stu3} or ${r5}`,
      by: 'CareTeam.participant.role',
      shows: (resource) => items(resource, 'participant').some(({ role }) => isObject(role)),
    },
  ],
  Organization: [
    ...named(r5, 'Organization', 'description', 'qualification'),
    {
      version: r5,
      by: 'Organization.contact.name',
      shows: (resource) => items(resource, 'contact').some(({ name }) => Array.isArray(name)),
    },
  ],
  Location: named(r5, 'Location', 'characteristic', 'contact', 'form', 'virtualService'),
  Appointment: [
    ...named(stu3, 'Appointment', 'indication', 'incomingReferral'),
    ...named(
      r5,
      'Appointment',
      'subject',
      'class',
      'recurrenceTemplate',
      'cancellationReason',
      'previousAppointment',
    ),
    {
      version: r5,
      by: 'Appointment.priority',
      shows: ({ priority }) => isObject(priority),
    },
  ],
  Encounter: [
    ...named(stu3, 'Encounter', 'incomingReferral', 'reason'),
    ...named(r5, 'Encounter', 'actualPeriod', 'plannedStartDate', 'plannedEndDate', 'admission', 'careTeam'),
    { version: r5, by: 'Encounter.class', shows: (resource) => Array.isArray(resource.class) },
    { version: dstu2, by: 'Encounter.class', shows: (resource) => typeof resource.class === 'string' },
  ],
  ServiceRequest: [
    ...named(r5, 'ServiceRequest', 'location', 'focus'),
    {
      version: r5,
      by: 'ServiceRequest.code',
      shows: ({ code }) => isObject(code) && (has(code, 'concept') || has(code, 'reference')),
    },
  ],
  ProcedureRequest: [{ version: `${dstu2} or ${stu3}`, by: 'ProcedureRequest', shows: () => true }],
  ReferralRequest: [{ version: `${dstu2} or ${stu3}`, by: 'ReferralRequest', shows: () => true }],
};

/** What a number of a version stands for, by its beginning. R4 is 4.0; 4.1 and 4.3 are R4B. */
const versionOf = (number: string): string | null => {
  const [major = '', minor = ''] = number.split('.');
  if (major === '4') return minor === '0' || minor === '' ? null : 'R4B';
  const known: Readonly<Record<string, string>> = { '0': 'DSTU1', '1': dstu2, '3': stu3, '5': r5, '6': 'R6' };
  return Object.hasOwn(known, major) ? (known[major] ?? number) : number;
};

/** “http://hl7.org/fhir/3.0/StructureDefinition/Patient”, “http://hl7.org/fhir/StructureDefinition/Patient|5.0.0”. */
const numberedPath = /^https?:\/\/hl7\.org\/fhir\/(\d+\.\d+)\/StructureDefinition\//;
const numberedEnd = /^https?:\/\/hl7\.org\/fhir\/StructureDefinition\/[A-Za-z]+\|(\d+\.\d+)/;

const declared = (resource: Json): { version: string; by: string } | null => {
  const { meta } = resource;
  const profiles = isObject(meta) && Array.isArray(meta.profile) ? meta.profile : [];
  const numbers = [
    ...[resource.fhirVersion, isObject(meta) ? meta.fhirVersion : undefined]
      .flat()
      .map((number) => ({ number, by: 'fhirVersion' })),
    ...profiles
      .filter((profile) => typeof profile === 'string')
      .map((profile) => ({
        number: (numberedPath.exec(profile) ?? numberedEnd.exec(profile))?.[1],
        by: 'meta.profile',
      })),
  ];
  for (const { number, by } of numbers) {
    const version = typeof number === 'string' ? versionOf(number) : null;
    if (version !== null) return { version, by };
  }
  return null;
};

/** Which other version of FHIR a resource is of, and by what one sees it; null where nothing says that it is not R4. */
export const otherVersion = (resource: Json): { version: string; by: string } | null => {
  const { resourceType } = resource;
  const said = declared(resource);
  if (said !== null) return said;
  const known = typeof resourceType === 'string' && Object.hasOwn(signs, resourceType);
  const sign = known ? signs[resourceType]?.find(({ shows }) => shows(resource)) : undefined;
  return sign === undefined ? null : { version: sign.version, by: sign.by };
};
