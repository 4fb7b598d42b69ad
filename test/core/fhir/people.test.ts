import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFhir } from '../../../core/fhir/people.ts';
import {
  bundleOf,
  errorsIn,
  fileOf,
  type Json,
  namesIn,
  notesIn,
  nurse,
  practitioner,
  read,
  roleOf,
  surgeon,
  today,
} from './made.ts';

const id = fc.constantFrom('1', '2', '3', '4');
const period = fc.constantFrom(undefined, { end: '2025' }, { start: '2027' }, { start: '2020' });
const text = fc.oneof(
  fc.constantFrom('Ana', 'Bo', 'Sol', '', ' ', '\u200d', 'A\u202eb'),
  fc.string({ maxLength: 8 }),
);
const optional = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Json> =>
  fc.record(fields, { requiredKeys: [] });
const name = optional({
  use: fc.constantFrom('usual', 'official', 'old', 'nickname'),
  text,
  family: text,
  given: fc.array(text, { maxLength: 2 }),
  period: period.filter((one) => one !== undefined),
});
const identifier = optional({
  system: fc.constantFrom('urn:a', 'urn:b', 'http://hl7.org/fhir/sid/us-ssn'),
  value: fc.constantFrom('1', '2', '3'),
});
const reference = fc.oneof(
  fc.record({
    reference: fc
      .tuple(
        fc.constantFrom('Practitioner/', 'Patient/', 'PractitionerRole/', 'CareTeam/', '#', 'urn:uuid:'),
        id,
      )
      .map((parts) => parts.join('')),
  }),
  fc.record({ identifier }),
  fc.constant({}),
);
const concept = optional({
  text: fc.constantFrom('Nurse', 'Surgeon', 'Acupuncturist', 'Nursing student', ''),
});
const resource: fc.Arbitrary<Json> = fc.oneof(
  fc
    .tuple(
      id,
      fc.array(name, { maxLength: 2 }),
      fc.array(identifier, { maxLength: 2 }),
      fc.option(fc.boolean(), { nil: undefined }),
    )
    .map(([id, name, identifier, active]) => ({
      resourceType: 'Practitioner',
      id,
      name,
      identifier,
      active,
    })),
  fc
    .tuple(id, reference, fc.array(concept, { maxLength: 2 }), period)
    .map(([id, practitioner, code, period]) => ({
      resourceType: 'PractitionerRole',
      id,
      practitioner,
      code,
      period,
    })),
  fc
    .tuple(
      id,
      fc.array(fc.record({ member: reference, role: fc.array(concept, { maxLength: 1 }) }), { maxLength: 3 }),
      fc.tuple(id, name),
    )
    .map(([id, participant, [inner, inName]]) => ({
      ...{ resourceType: 'CareTeam', id, participant },
      contained: [{ resourceType: 'Practitioner', id: inner, name: [inName] }],
    })),
  fc
    .tuple(fc.constantFrom('Patient', 'RelatedPerson'), id)
    .map(([resourceType, id]) => ({ resourceType, id, name: [{ text: 'Pat Roe' }] })),
);
const graph = fc
  .array(resource, { minLength: 1, maxLength: 8 })
  .map((all) => JSON.parse(JSON.stringify(all)) as Json[]);

const outcome = (entries: readonly Json[]) => {
  const people = readFhir([fileOf(bundleOf(entries))], today);
  return people.ok ? people.value : null;
};

/** Puts a value in the place of one of all that there is, told by its number. */
const replaceIn = (whole: object, number: number, value: unknown): void => {
  const places: [holder: object, key: string][] = [];
  const waiting: object[] = [whole];
  for (let holder = waiting.pop(); holder !== undefined; holder = waiting.pop())
    for (const [key, inner] of Object.entries(holder)) {
      places.push([holder, key]);
      if (typeof inner === 'object' && inner !== null) waiting.push(inner);
    }
  const [holder, key] = places[number % places.length] ?? [whole, 'entry'];
  Object.assign(holder, { [key]: structuredClone(value) });
};

describe('whatever refers to whatever', () => {
  it('nobody comes without a name, and no patient or relative comes', () => {
    fc.assert(
      fc.property(graph, (entries) => {
        for (const { given, family } of outcome(entries)?.people ?? []) {
          expect(given).toMatch(/[^\p{Z}\p{C}\p{M}]/u);
          if (family !== null) expect(family).toMatch(/[^\p{Z}\p{C}\p{M}]/u);
          expect([given, family].join(' ')).not.toContain('Pat Roe');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('the order of the entries does not matter', () => {
    const shuffled = graph.chain((entries) =>
      fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
    );
    const said = (entries: readonly Json[]): unknown => {
      const read = outcome(entries);
      const people = read?.people.map(({ place: _, ...person }) => JSON.stringify(person)).sort();
      return [people, read && errorsIn(read).length];
    };
    fc.assert(
      fc.property(shuffled, ([entries, other]) => {
        expect(said(other)).toEqual(said(entries));
      }),
      { numRuns: 2000 },
    );
  });

  it('what comes twice comes once', () => {
    fc.assert(
      fc.property(graph, (entries) => {
        const once = outcome(entries);
        const twice = readFhir(
          [fileOf(bundleOf(entries), 'a.json'), fileOf(bundleOf(entries), 'b.json')],
          today,
        );
        expect(twice.ok ? namesIn(twice.value) : null).toEqual(once && namesIn(once));
      }),
      { numRuns: 1000 },
    );
  });

  it('and whatever stands where, it is read or refused, and every person who comes has a name', () => {
    const anything = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(null, [], {}, [null], [[]], [{}], -1, 1e300),
    );
    const twisted = fc.tuple(graph, fc.array(fc.tuple(fc.nat(), anything), { minLength: 1, maxLength: 3 }));
    fc.assert(
      fc.property(twisted, ([entries, changes]) => {
        const whole = bundleOf(entries);
        for (const [at, value] of changes) replaceIn(whole, at, value);
        const read = readFhir([fileOf(whole)], today);
        if (!read.ok) expect(read.problem.problems.every(({ what }) => what !== '')).toBe(true);
        else for (const { given } of read.value.people) expect(given).toMatch(/[^\p{Z}\p{C}\p{M}]/u);
      }),
      { numRuns: 1000 },
    );
  });

  it('everybody comes, or is named in a problem, or is not to be offered', () => {
    fc.assert(
      fc.property(graph, (entries) => {
        const read = outcome(entries);
        if (read === null) return;
        const named = new Set(
          read.problems.filter(({ severity }) => severity === 'error').map(({ line }) => line),
        );
        const here = new Set(read.people.map(({ place }) => place.at));
        const aside = notesIn(read).some((note) =>
          /older|version|deleted|not begun|one person|have ended/u.test(note),
        );
        for (const [at, { resourceType, id }] of entries.entries()) {
          const again = entries.some(
            (one, other) => other !== at && one.resourceType === resourceType && one.id === id,
          );
          if (resourceType === 'Practitioner' && !again && !aside)
            expect(named.has(at + 1) || here.has(at + 1)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what is not read', () => {
  it('is said once, by type and number', () => {
    const others = ['Organization', 'Location', 'Location'].map((resourceType, at) => ({
      resourceType,
      id: `${at}`,
    }));
    const people = read(practitioner('1', 'Ana Sol'), roleOf('Practitioner/1'), ...others);
    expect(notesIn(people)).toEqual(['3: Not used: 2 Location and 1 Organization.']);
  });

  it('of somebody who does not come is not told', () => {
    const people = read(practitioner('1', '', { name: [{ text: 'Ana Sol' }] }), practitioner('2', 'Ana Sol'));
    expect(notesIn(people)).toEqual([]);
    expect(errorsIn(people)).toHaveLength(2);
  });

  it('of text that cannot be shown is left out, and said', () => {
    const title = [{ text: `Nurse\u202e${'x'.repeat(200)}` }];
    const people = read(practitioner('1', 'Ana Sol'), roleOf('Practitioner/1', title));
    expect(people.people[0]).toMatchObject({ title: null, role: 'care-team-member' });
    expect(notesIn(people).join(' ')).not.toContain('\u202e');
  });

  it('does not hang on what others do', () => {
    const people = read(
      practitioner('1', 'Ana Sol'),
      practitioner('2', 'Bo Li'),
      roleOf('Practitioner/1', nurse),
      roleOf('Practitioner/2', surgeon),
    );
    expect(people.people.map(({ role }) => role)).toEqual(['bedside-nurse', 'surgeon']);
  });
});
