import * as z from 'zod';
import { type Concept, identifier, reference, shared } from './shapes.ts';

/**
 * What is read of each resource that schedules, as FHIR R4 has it. What is done to whom is not among it: no patient, no
 * reason, no procedure leaves the parser.
 */

const references = z.array(reference).optional();
const { concept, unmodified } = shared;

const instant = z.string().optional();

export const appointment = z.object({
  ...unmodified,
  identifier: z.array(identifier).optional(),
  status: z.string().optional(),
  start: instant,
  basedOn: references,
  participant: z
    .array(
      z.object({
        modifierExtension: unmodified.modifierExtension,
        type: z.array(concept).optional(),
        actor: reference.optional(),
        status: z.string().optional(),
      }),
    )
    .optional(),
});

export const encounter = z.object({
  ...unmodified,
  identifier: z.array(identifier).optional(),
  status: z.string().optional(),
  class: z.object({ system: z.string().optional(), code: z.string().optional() }).optional(),
  priority: concept.optional(),
  period: z.object({ start: instant }).optional(),
  appointment: references,
  basedOn: references,
  participant: z
    .array(
      z.object({
        modifierExtension: unmodified.modifierExtension,
        type: z.array(concept).optional(),
        individual: reference.optional(),
      }),
    )
    .optional(),
  location: z
    .array(
      z.object({
        modifierExtension: unmodified.modifierExtension,
        location: reference,
        status: z.string().optional(),
      }),
    )
    .optional(),
});

export const serviceRequest = z.object({
  ...unmodified,
  identifier: z.array(identifier).optional(),
  status: z.string().optional(),
  intent: z.string().optional(),
  doNotPerform: z.boolean().optional(),
  priority: z.string().optional(),
  occurrenceDateTime: instant,
  occurrencePeriod: z.object({ start: instant }).optional(),
  basedOn: references,
  performer: references,
  performerType: concept.optional(),
  locationReference: references,
});

export const location = z.object({
  ...unmodified,
  name: z.string().optional(),
  alias: z.array(z.string()).optional(),
  physicalType: concept.optional(),
  partOf: reference.optional(),
  managingOrganization: reference.optional(),
});

export const organization = z.object({ ...unmodified, name: z.string().optional() });

/** Whether a concept has this code, of whatever system. */
export const hasCode = (concepts: readonly Concept[], code: string): boolean =>
  concepts.some(({ coding = [] }) => coding.some((one) => one.code === code));
