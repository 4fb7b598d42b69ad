import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryText } from '../../../core/fhir-out/bundle.ts';
import { codeSystems } from '../../../core/fhir-out/code-systems.ts';
import { kiosk, location, organization } from '../../../core/fhir-out/places.ts';
import type {
  IntroductionTold,
  ParticipantTold,
  RoundTold,
  SessionTold,
} from '../../../core/fhir-out/record.ts';
import { sessionResources } from '../../../core/fhir-out/session.ts';
import { roleIds } from '../../../core/roles.ts';
import {
  interpreters,
  methods,
  outcomes,
  parts,
  reasons,
  roundKinds,
  sessionKinds,
  statuses,
  urgencies,
} from '../../../core/session/words.ts';
import { problemsOfTransactions } from '../../support/fhir-validator.ts';
import { idOf } from './made.ts';

/** Times of a clock that may have been set back at any moment, in one zone or the other. */
const at = fc
  .record({ second: fc.integer({ min: 0, max: 7200 }), summer: fc.boolean() })
  .map(({ second, summer }) => {
    const shift = summer ? 2 : 1;
    const local = new Date(Date.UTC(2026, 9, 25, shift) + second * 1000).toISOString().slice(0, -1);
    return `${local}+0${shift}:00`;
  });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,12}$/u);
const count = fc.integer({ min: 0, max: 9000 });

const participant = fc.record<ParticipantTold>({
  ...{ id: name, role: fc.constantFrom(...roleIds), learner: fc.boolean(), required: fc.boolean() },
  ...{ part: maybe(fc.constantFrom(...parts)), metBefore: fc.boolean(), mistake: fc.boolean() },
  ...{ joined: at, left: maybe(at) },
});

const given = fc.record<NonNullable<IntroductionTold['given']>>({
  ...{ status: fc.constantFrom(...statuses), method: maybe(fc.constantFrom(...methods)) },
  ...{ reason: maybe(fc.constantFrom(...Object.values(reasons).flat())), recorded: at, entry: count, at },
});

const introductionOf = (people: readonly ParticipantTold[]) =>
  fc.record<IntroductionTold>({
    ...{
      participant: fc.constantFrom(...people.map(({ id }) => id)),
      given: maybe(given),
      started: maybe(at),
    },
    seconds: maybe(fc.integer({ min: 0, max: 90_000 }).map((tenths) => tenths / 10)),
    ...{ leftOut: maybe(fc.boolean()), corrected: fc.boolean() },
  });

const roundOf = (people: readonly ParticipantTold[]) =>
  fc.record<RoundTold>({
    ...{
      id: name,
      kind: fc.constantFrom(...roundKinds),
      language: maybe(fc.constantFrom('en', 'pt-BR', 'zh-Hans')),
    },
    ...{ opened: at, started: maybe(at), recall: maybe(fc.boolean()), reopened: fc.boolean() },
    ended: maybe(
      fc.record({ at, outcome: fc.constantFrom(...outcomes), beforeSedation: maybe(fc.boolean()) }),
    ),
    seconds: maybe(fc.integer({ min: 0, max: 90_000 }).map((tenths) => tenths / 10)),
    introductions: fc.uniqueArray(introductionOf(people), {
      minLength: 1,
      selector: (one) => one.participant,
    }),
  });

const session = fc
  .uniqueArray(participant, { minLength: 1, maxLength: 6, selector: ({ id }) => id })
  .chain((people) =>
    fc.record<SessionTold>({
      ...{ id: name, kind: fc.constantFrom(...sessionKinds), urgency: fc.constantFrom(...urgencies) },
      ...{
        interpreter: fc.constantFrom(...interpreters),
        place: fc.constant('here'),
        unit: fc.constant('u_1'),
      },
      ...{ log: fc.constant('log'), opened: at, invented: fc.boolean(), participants: fc.constant(people) },
      rounds: fc.uniqueArray(roundOf(people), { maxLength: 3, selector: ({ id }) => id }),
    }),
  );

test('whatever a session was, what is told of it is valid, and refers to nothing that is not sent', () => {
  const around = [
    ...codeSystems(idOf),
    kiosk(idOf, 'log'),
    organization(idOf, { id: 'u_1', name: null }),
    location(idOf, { id: 'here', name: null, unit: null }),
  ];
  fc.assert(
    fc.property(session, (told) => {
      const entry = [...around, ...sessionResources(idOf, told)].map((one) => JSON.parse(entryText(one)));
      expect(problemsOfTransactions([{ resourceType: 'Bundle', type: 'transaction', entry }])).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
