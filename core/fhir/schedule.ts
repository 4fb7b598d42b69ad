import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Urgency } from '../session/words.ts';
import type { FhirFile } from './file.ts';
import { type Node, nodeInWords, type Refusal, readGraph } from './graph.ts';
import { byPlace, errorAt, type FhirProblem, type FileName, noteAt, type Place } from './place.ts';
import { resolverOf } from './references.ts';
import { counted } from './remarks.ts';
import { readBooked } from './schedule-booked.ts';
import { peopleOf, type ScheduledPerson } from './schedule-people.ts';
import { placesOf } from './schedule-places.ts';
import { onceEach } from './versions.ts';
import { wallTimeOf } from './wall-time.ts';

/** By what another system knows a booking; `value` is kept only as a keyed hash. */
export interface Source {
  type: string;
  value: string;
}

/** A session as an Appointment, an Encounter or a ServiceRequest books it, without the patient and what is done. */
export interface Booking {
  place: Place;
  /** Its own, by which it is known again. */
  sources: Source[];
  /** Those of what it was made from: a request that was booked before it had an appointment. */
  linked: Source[];
  /** Null for what is cancelled, or was never meant. */
  plan: BookedPlan | null;
}

export interface BookedPlan {
  /** As the clock at the place shows them. */
  date: string;
  time: string;
  where: string;
  unit: string | null;
  urgency: Urgency;
  lead: ScheduledPerson | null;
  team: ScheduledPerson[];
}

export interface FhirSchedule {
  files: FileName[];
  bookings: Booking[];
  problems: FhirProblem[];
}

const booking = new Set(['Appointment', 'Encounter', 'ServiceRequest']);
/** What is read besides, to know who and where. */
const besides = new Set(['Practitioner', 'PractitionerRole', 'Location', 'Organization']);

/**
 * Reads sessions out of files of FHIR R4 that belong together. `zone` is that of the places; `today` is YYYY-MM-DD. Who the patient is and what is
 * done to them is never looked at. What a status, a time or a place keeps from being scheduled is listed. Refuses, with the
 * reasons, files of which one cannot be read, or in which nothing is booked.
 */
export const readFhirSchedule = (
  given: readonly FhirFile[],
  { zone, today }: { zone: string; today: string },
): Result<FhirSchedule, Refusal> => {
  const graph = readGraph(given);
  if (!graph.ok) return graph;
  const { files, nodes: all } = graph.value;
  if (!all.some(({ type }) => booking.has(type)))
    return refuse({
      files,
      problems: [
        errorAt(
          { file: 0, at: 1 },
          `Nothing is booked in it${all.length === 0 ? '' : `, there is only ${counted(all.map(({ type }) => type))}`}.`,
          'Sessions are read from Appointment, Encounter and ServiceRequest resources.',
        ),
      ],
    });
  const once = onceEach(files, all, booking);
  const resolve = resolverOf(once.nodes);
  const problems = [...graph.value.problems, ...once.problems];
  const places = placesOf(resolve);
  const people = peopleOf(resolve, today);
  const read = readBooked(once.nodes, resolve);
  problems.push(...read.problems);
  const bookings: Booking[] = [];
  for (const booked of read.booked) {
    const { node, sources, linked } = booked;
    const known = { place: node.place, sources, linked };
    if (booked.is === 'cancelled') {
      bookings.push({ ...known, plan: null });
      continue;
    }
    if (booked.is === 'not-booked') {
      problems.push(
        noteAt(
          node.place,
          `${nodeInWords(node)} is not scheduled: ${booked.why}.`,
          'Nothing, if that is right.',
        ),
      );
      continue;
    }
    const when = wallTimeOf(booked.start ?? '', zone);
    const where = places(booked.locations, node);
    const who = people(booked.people, node);
    problems.push(...who.problems);
    if (when === null) problems.push(whenUnknown(node, booked.start));
    if (!where.ok) problems.push(where.problem);
    if (sources.length === 0)
      problems.push(
        noteAt(
          node.place,
          `${nodeInWords(node)} has no identifier: it is known again only by its place and time.`,
          'Ask for an export with identifiers.',
        ),
      );
    if (when === null || !where.ok) continue;
    const { lead, team } = who;
    bookings.push({
      ...known,
      plan: { ...when, where: where.value.name, unit: where.value.unit, urgency: booked.urgency, lead, team },
    });
  }
  const unread = all.filter(({ type }) => !booking.has(type) && !besides.has(type)).map(({ type }) => type);
  if (unread.length > 0)
    problems.push(
      noteAt(
        { file: 0, at: 1 },
        `Not looked at, and not kept: ${counted(unread)}.`,
        'Nothing needs to be done.',
      ),
    );
  return ok({
    files,
    bookings: bookings.sort((one, two) => byPlace(one.place, two.place)),
    problems: problems.sort((one, two) =>
      byPlace({ file: one.file, at: one.line }, { file: two.file, at: two.line }),
    ),
  });
};

const whenUnknown = (node: Node, start: string | null): FhirProblem =>
  errorAt(
    node.place,
    start === null
      ? `${nodeInWords(node)} does not say when it begins.`
      : `${nodeInWords(node)} does not say at what time, in which zone, it begins.`,
    'It needs a time with a zone, such as 2026-03-09T07:30:00+01:00.',
  );
