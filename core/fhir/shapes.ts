import * as z from 'zod';
import { period } from './period.ts';

/**
 * What is read of each resource, as FHIR R4 has it (hl7.org/fhir/R4). What is not named here is not looked at, and does
 * not leave the parser. A key such as `__proto__` is one of those: nothing of a file ever becomes a key of ours.
 */

const coding = z.object({
  system: z.string().optional(),
  code: z.string().optional(),
  display: z.string().optional(),
  userSelected: z.boolean().optional(),
});

const concept = z.object({ coding: z.array(coding).optional(), text: z.string().optional() });
export type Concept = z.infer<typeof concept>;

export const identifier = z.object({
  use: z.string().optional(),
  type: concept.optional(),
  system: z.string().optional(),
  value: z.string().optional(),
  period: period.optional(),
});
export type Identifier = z.infer<typeof identifier>;

export const reference = z.object({
  reference: z.string().optional(),
  type: z.string().optional(),
  identifier: identifier.optional(),
  display: z.string().optional(),
});
export type Reference = z.infer<typeof reference>;

/** A list of texts may hold null where an extension stands in for the text. */
const texts = z.array(z.string().nullable()).transform((list) => list.filter((text) => text !== null));

const humanName = z.object({
  use: z.string().optional(),
  text: z.string().optional(),
  family: z.string().optional(),
  given: texts.optional(),
  suffix: texts.optional(),
  period: period.optional(),
});
export type HumanName = z.infer<typeof humanName>;

/**
 * What changes the meaning of everything beside it. Nothing of it is known here, and then the rest must not be used
 * (hl7.org/fhir/R4/extensibility.html#modifierExtension, resource.html: implicitRules).
 */
const unmodified = {
  modifierExtension: z.array(z.unknown()).max(0).optional(),
  implicitRules: z.undefined().optional(),
};

/** For the shapes of other resources. */
export const shared = { concept, unmodified };

const attachment = z.object({
  data: z.string().optional(),
  url: z.string().optional(),
  creation: z.string().optional(),
});

export const practitioner = z.object({
  ...unmodified,
  active: z.boolean().optional(),
  identifier: z.array(identifier).optional(),
  name: z.array(humanName).optional(),
  photo: z.array(attachment).optional(),
  qualification: z.array(z.object({ code: concept, period: period.optional() })).optional(),
  communication: z.array(concept).optional(),
});
export type Practitioner = z.infer<typeof practitioner>;

export const practitionerRole = z.object({
  ...unmodified,
  active: z.boolean().optional(),
  period: period.optional(),
  practitioner: reference.optional(),
  code: z.array(concept).optional(),
  specialty: z.array(concept).optional(),
});

export const careTeam = z.object({
  ...unmodified,
  status: z.string().optional(),
  period: period.optional(),
  participant: z
    .array(
      z.object({
        modifierExtension: unmodified.modifierExtension,
        role: z.array(concept).optional(),
        member: reference.optional(),
        period: period.optional(),
      }),
    )
    .optional(),
});

/** Of a Bundle, whatever its type. */
export const bundle = z.object({
  type: z.string().optional(),
  link: z.array(z.object({ relation: z.string().optional() })).optional(),
  entry: z
    .array(
      z.object({
        fullUrl: z.string().optional(),
        resource: z.record(z.string(), z.unknown()).optional(),
        request: z.object({ method: z.string().optional(), url: z.string().optional() }).optional(),
        response: z.object({ lastModified: z.string().optional() }).optional(),
      }),
    )
    .optional(),
});

/** What every resource has. */
export const anyResource = z.object({
  resourceType: z.string().regex(/^[A-Z][A-Za-z]{0,63}$/),
  id: z.string().optional(),
  meta: z
    .object({
      versionId: z.string().optional(),
      lastUpdated: z.string().optional(),
      profile: z.array(z.string()).optional(),
      fhirVersion: z.string().optional(),
    })
    .optional(),
  contained: z.array(z.record(z.string(), z.unknown())).optional(),
});
