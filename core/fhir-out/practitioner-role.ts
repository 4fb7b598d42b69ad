import type { RoleId } from '../roles.ts';
import { codingOf, conceptOf, identifierOf, invented, referenceTo } from './coding.ts';
import type { IdOf } from './ids.ts';
import { period } from './moment.ts';
import { placeReference, unitReference } from './places.ts';
import type { ParticipantTold, SessionTold } from './record.ts';
import { systems } from './systems.ts';
import type { CodeableConcept, PractitionerRole, Reference } from './types.ts';

type Occupation = 'doctor' | 'nurse' | 'pharmacist';

/** What HL7’s own short list of occupations has a word for. */
const occupations: Partial<Record<RoleId, Occupation>> = {
  surgeon: 'doctor',
  anesthesiologist: 'doctor',
  'resident-doctor': 'doctor',
  'hospital-doctor': 'doctor',
  'nurse-anesthetist': 'nurse',
  'circulating-nurse': 'nurse',
  'scrub-nurse': 'nurse',
  'bedside-nurse': 'nurse',
  'charge-nurse': 'nurse',
  'nurse-practitioner': 'nurse',
  pharmacist: 'pharmacist',
};

const roleConcept = (role: RoleId): CodeableConcept => {
  const occupation = occupations[role];
  const also = occupation === undefined ? [] : [{ system: systems.occupation, code: occupation }];
  return { coding: [codingOf('role', role), ...also] };
};

export const roleReference = (idOf: IdOf, participant: string): Reference =>
  referenceTo('PractitionerRole', idOf('participant', participant));

/**
 * Somebody in one session, by the role they had in it and for as long as they were in it. There is no Practitioner
 * behind it: neither a name nor an id by which the same person is known in two sessions leaves the kiosk.
 */
export const practitionerRole = (
  idOf: IdOf,
  session: SessionTold,
  one: ParticipantTold,
): PractitionerRole => ({
  resourceType: 'PractitionerRole',
  id: idOf('participant', one.id),
  ...(session.invented ? { meta: { security: [invented] } } : {}),
  identifier: [identifierOf('participant', one.id)],
  // Whoever came in by mistake never had this role.
  ...(one.mistake ? { active: false } : {}),
  period: period(one.joined, one.left),
  organization: unitReference(idOf, session.unit),
  code: [roleConcept(one.role), ...(one.learner ? [conceptOf('role', 'learner')] : [])],
  location: [placeReference(idOf, session.place)],
});
