import type { Urgency } from '../session/words.ts';
import { type Node, nodeInWords, plainUrl } from './graph.ts';
import { errorAt, type FhirProblem } from './place.ts';
import type { Resolve } from './references.ts';
import type { Source } from './schedule.ts';
import { appointment, encounter, hasCode, serviceRequest } from './schedule-shapes.ts';
import type { Concept, Identifier, Reference } from './shapes.ts';

/** Somebody whom a booking names. */
export interface Named {
  who: Reference;
  /** That they lead. */
  leads: boolean;
  work: Concept[];
}

/** What a resource says of a session, once its status was understood. */
export type Booked = {
  node: Node;
  sources: Source[];
  linked: Source[];
} & (
  | { is: 'cancelled' }
  | { is: 'not-booked'; why: string }
  | { is: 'booked'; start: string | null; locations: Reference[]; people: Named[]; urgency: Urgency }
);

type Standing = 'booked' | 'cancelled' | { why: string };

/** hl7.org/fhir/R4/valueset-appointmentstatus.html; who did not come was not introduced either. */
const ofAppointment: Readonly<Record<string, Standing>> = {
  booked: 'booked',
  arrived: 'booked',
  'checked-in': 'booked',
  fulfilled: 'booked',
  cancelled: 'cancelled',
  noshow: 'cancelled',
  'entered-in-error': 'cancelled',
  proposed: { why: 'it is only proposed' },
  pending: { why: 'it is not confirmed yet' },
  waitlist: { why: 'it is on a waiting list' },
};

/** hl7.org/fhir/R4/valueset-encounter-status.html */
const ofEncounter: Readonly<Record<string, Standing>> = {
  planned: 'booked',
  arrived: 'booked',
  triaged: 'booked',
  'in-progress': 'booked',
  onleave: 'booked',
  finished: 'booked',
  cancelled: 'cancelled',
  'entered-in-error': 'cancelled',
  unknown: { why: 'nobody knows its status' },
};

/** hl7.org/fhir/R4/valueset-request-status.html */
const ofRequest: Readonly<Record<string, Standing>> = {
  active: 'booked',
  completed: 'booked',
  revoked: 'cancelled',
  'entered-in-error': 'cancelled',
  draft: { why: 'it is a draft' },
  'on-hold': { why: 'it is on hold' },
  unknown: { why: 'nobody knows its status' },
};

const standingOf = (known: Readonly<Record<string, Standing>>, status = ''): Standing =>
  Object.hasOwn(known, status) ? (known[status] ?? noStatus) : noStatus;
const noStatus = { why: 'it has no status of R4' };

/** hl7.org/fhir/R4/valueset-request-priority.html */
const urgencyOfRequest: Readonly<Record<string, Urgency>> = {
  routine: 'elective',
  urgent: 'urgent',
  asap: 'urgent',
  stat: 'emergency',
};

/** Of terminology.hl7.org/CodeSystem/v3-ActPriority; the others are elective. */
const urgencyOfEncounter = (priority: Concept | undefined, kind: string | undefined): Urgency => {
  const concepts = priority === undefined ? [] : [priority];
  if (kind === 'EMER' || ['EM', 'S'].some((code) => hasCode(concepts, code))) return 'emergency';
  return ['UR', 'A', 'RR'].some((code) => hasCode(concepts, code)) ? 'urgent' : 'elective';
};

/** The primary performer (terminology.hl7.org/CodeSystem/v3-ParticipationType). */
const leads = (types: readonly Concept[]): boolean => hasCode(types, 'PPRF');

/**
 * What each session is booked by, once: an Encounter that was made of an Appointment, and a request that was booked, say
 * no second session; what an Appointment leaves out, they may say.
 */
export const readBooked = (
  nodes: readonly Node[],
  resolve: Resolve,
): { booked: Booked[]; problems: FhirProblem[] } => {
  const problems: FhirProblem[] = [];
  const read = <Value>(
    node: Node,
    shape: {
      safeParse: (
        raw: unknown,
      ) => { success: true; data: Value } | { success: false; error: { issues: { path: PropertyKey[] }[] } };
    },
  ): Value | null => {
    const found = shape.safeParse(node.raw);
    if (found.success) return found.data;
    const path = [node.type, ...(found.error.issues[0]?.path ?? [])].join('.');
    const changes = /(?:modifierExtension|implicitRules)/u.test(path);
    problems.push(
      errorAt(
        node.place,
        changes
          ? `“${path}” changes what the rest means, in a way that is not known here: ${nodeInWords(node)} is not scheduled.`
          : `“${path}” is not as FHIR R4 has it: ${nodeInWords(node)} is not scheduled.`,
        'Correct it, or export it again.',
      ),
    );
    return null;
  };
  const linkedTo = (from: Node, references: readonly Reference[] | undefined, type: string): Node[] =>
    (references ?? []).flatMap((one) => {
      const found = resolve(one, from, [type]);
      return found.ok && found.value.type === type ? [found.value] : [];
    });
  const addresses = (from: Node, references: readonly Reference[] | undefined, type: string): Source[] =>
    (references ?? []).flatMap((one) => {
      const found = resolve(one, from, [type]);
      if (found.ok) return found.value.type === type ? sourcesOf(found.value) : [];
      return sourcesOfReference(one, from, type);
    });

  const used = new Set<Node>();
  const requests = new Map<Node, NonNullable<ReturnType<typeof requestOf>>>();
  const requestOf = (node: Node) => read(node, serviceRequest);
  for (const node of nodes.filter(({ type }) => type === 'ServiceRequest')) {
    const request = requestOf(node);
    if (request !== null) requests.set(node, request);
  }
  const urgencyBy = (linked: readonly Node[]): Urgency | null =>
    linked
      .map((node) => urgencyOfRequest[requests.get(node)?.priority ?? ''] ?? null)
      .find((one) => one !== null) ?? null;
  const placesBy = (linked: readonly Node[]): Reference[] =>
    linked.flatMap((node) => requests.get(node)?.locationReference ?? []);

  const booked: Booked[] = [];
  const put = (
    known: Pick<Booked, 'node' | 'sources' | 'linked'>,
    standing: Standing,
    rest: Omit<Extract<Booked, { is: 'booked' }>, 'node' | 'sources' | 'linked' | 'is'>,
  ) => {
    if (standing === 'cancelled') booked.push({ ...known, is: 'cancelled' });
    else if (standing === 'booked') booked.push({ ...known, is: 'booked', ...rest });
    else booked.push({ ...known, is: 'not-booked', why: standing.why });
  };

  const encounters = nodes
    .filter(({ type }) => type === 'Encounter')
    .map((node) => ({ node, value: read(node, encounter) }));
  for (const node of nodes.filter(({ type }) => type === 'Appointment')) {
    const value = read(node, appointment);
    const made = encounters.filter((one) =>
      linkedTo(one.node, one.value?.appointment, 'Appointment').includes(node),
    );
    for (const one of made) used.add(one.node);
    if (value === null) continue;
    const from = linkedTo(node, value.basedOn, 'ServiceRequest');
    for (const one of from) used.add(one);
    const here = (value.participant ?? []).filter(({ status }) => status !== 'declined');
    const actors = here.flatMap(({ actor, type = [] }) =>
      actor === undefined ? [] : [{ who: actor, leads: leads(type), work: type }],
    );
    const locations = actors.flatMap(({ who }) => (typeOf(resolve, who, node) === 'Location' ? [who] : []));
    const ofEncounters = made.flatMap(({ value: one }) =>
      (one?.location ?? []).map(({ location }) => location),
    );
    put(
      {
        node,
        sources: sourcesOf(node, value.identifier),
        linked: [
          ...addresses(node, value.basedOn, 'ServiceRequest'),
          ...made.flatMap((one) => sourcesOf(one.node, one.value?.identifier)),
        ],
      },
      standingOf(ofAppointment, value.status),
      {
        start: value.start ?? null,
        locations: [locations, ofEncounters, placesBy(from)].find((some) => some.length > 0) ?? [],
        people: actors.filter(({ who }) => !locations.includes(who)),
        urgency:
          urgencyBy(from) ??
          (made[0]?.value
            ? urgencyOfEncounter(made[0].value.priority, made[0].value.class?.code)
            : 'elective'),
      },
    );
  }
  for (const { node, value } of encounters) {
    if (value === null) continue;
    const from = linkedTo(node, value.basedOn, 'ServiceRequest');
    for (const one of from) used.add(one);
    if (used.has(node)) continue;
    const linked = [
      ...addresses(node, value.appointment, 'Appointment'),
      ...addresses(node, value.basedOn, 'ServiceRequest'),
    ];
    const urgency = urgencyOfEncounter(value.priority, value.class?.code);
    put({ node, sources: sourcesOf(node, value.identifier), linked }, standingOf(ofEncounter, value.status), {
      start: value.period?.start ?? null,
      locations: (value.location ?? [])
        .filter(({ status }) => status !== 'completed')
        .map(({ location }) => location),
      people: (value.participant ?? []).flatMap(({ individual, type = [] }) =>
        individual === undefined ? [] : [{ who: individual, leads: leads(type), work: type }],
      ),
      urgency: urgency === 'elective' ? (urgencyBy(from) ?? urgency) : urgency,
    });
  }
  for (const [node, value] of requests) {
    if (used.has(node)) continue;
    const { performer = [], performerType, intent = '' } = value;
    const isOrder = intent === 'order' || intent.endsWith('-order');
    const standing = standingOf(ofRequest, value.status);
    const meant: Standing =
      standing !== 'booked'
        ? standing
        : value.doNotPerform === true
          ? { why: 'it says that something is not to be done' }
          : isOrder
            ? standing
            : { why: 'it is no order' };
    put({ node, sources: sourcesOf(node, value.identifier), linked: [] }, meant, {
      start: value.occurrenceDateTime ?? value.occurrencePeriod?.start ?? null,
      locations: value.locationReference ?? [],
      people: performer.map((who) => ({
        ...{ who, leads: performer.length === 1 },
        work: performerType === undefined || performer.length > 1 ? [] : [performerType],
      })),
      urgency: urgencyOfRequest[value.priority ?? ''] ?? 'elective',
    });
  }
  return { booked, problems };
};

/** The type of what a reference points at, as far as anything says it. */
const typeOf = (resolve: Resolve, who: Reference, from: Node): string | null => {
  const found = resolve(who, from, ['Practitioner', 'PractitionerRole', 'Location']);
  return found.ok ? found.value.type : found.problem.type;
};

const longest = 500;

/** By what a resource is known again: the identifiers that still hold, and its address where it has one. */
const sourcesOf = ({ type, id, base }: Node, identifiers: readonly Identifier[] = []): Source[] => {
  const numbers = identifiers
    .filter(({ use }) => use !== 'old' && use !== 'temp')
    .map(({ system = '', value = '' }) => [system.trim(), value.trim()])
    .filter(([, value = '']) => value !== '');
  const address = id === null ? [] : [['address', `${base ?? ''}/${id}`]];
  return [...numbers, ...address]
    .map((parts) => ({ type, value: JSON.stringify(parts) }))
    .filter(({ value }) => value.length <= longest);
};

const sourcesOfReference = (
  { reference = '', identifier }: Reference,
  from: Node,
  type: string,
): Source[] => {
  const plain = plainUrl(reference);
  const id = plain.split('/').at(-1) ?? '';
  const isAbsolute = /^https?:/iu.test(plain);
  const base = isAbsolute ? plain.split('/').slice(0, -2).join('/') : (from.base ?? '');
  const isAddress = plain.endsWith(`${type}/${id}`) && id !== '';
  return [
    ...(isAddress ? [{ type, value: JSON.stringify(['address', `${base}/${id}`]) }] : []),
    ...(identifier?.value === undefined
      ? []
      : [{ type, value: JSON.stringify([(identifier.system ?? '').trim(), identifier.value.trim()]) }]),
  ].filter(({ value }) => value.length <= longest);
};
