import {
  absent,
  aspect,
  category,
  coded,
  conceptOf,
  identifierOf,
  invented,
  referenceTo,
  seconds,
  truth,
  unknownWho,
} from './coding.ts';
import type { IdOf } from './ids.ts';
import { introductionId, isOwnWord } from './introduction.ts';
import { since } from './moment.ts';
import { kioskReference, placeReference } from './places.ts';
import { roleReference } from './practitioner-role.ts';
import type { RoundTold, SessionTold } from './record.ts';
import { systems } from './systems.ts';
import type { Component, Observation, ObservationStatus } from './types.ts';

/**
 * Where a round stands as a record. One in which everybody came in by mistake, as after a badge read by accident, never
 * was one.
 */
export const roundStatus = (session: SessionTold, round: RoundTold): ObservationStatus => {
  const mistaken = new Set(session.participants.filter((one) => one.mistake).map((one) => one.id));
  if (round.introductions.every((one) => mistaken.has(one.participant))) return 'entered-in-error';
  if (round.ended === null) return round.started === null ? 'registered' : 'preliminary';
  return round.reopened ? 'corrected' : 'final';
};

/** What only a round to the patient is asked: whether it came before sedation, and whether they knew who does what. */
const ofPatient = ({ kind, ended, recall }: RoundTold): Component[] =>
  kind === 'patient'
    ? [
        aspect(
          'before-sedation',
          truth(ended?.beforeSedation ?? null, ended === null ? 'temp-unknown' : 'unknown'),
        ),
        aspect('recall', truth(recall, 'not-asked')),
      ]
    : [];

const language = (tag: string | null): Component[] =>
  tag === null
    ? []
    : [aspect('language', { valueCodeableConcept: { coding: [{ system: systems.language, code: tag }] } })];

/** Those who vouch for it: everybody who introduced themselves by tap or badge. */
const performers = (idOf: IdOf, { introductions }: RoundTold) => {
  const own = introductions.filter(isOwnWord).map((one) => roleReference(idOf, one.participant));
  return own.length === 0 ? [unknownWho] : own;
};

/**
 * A round of introductions: how it ended is its value, the introductions in it are its members. It is about the place
 * where it was held: the kiosk does not know the patient.
 */
export const round = (idOf: IdOf, session: SessionTold, told: RoundTold): Observation => ({
  resourceType: 'Observation',
  id: idOf('round', told.id),
  ...(session.invented ? { meta: { security: [invented] } } : {}),
  identifier: [identifierOf('round', told.id)],
  status: roundStatus(session, told),
  category: [category],
  code: conceptOf('round', told.kind),
  subject: placeReference(idOf, session.place),
  ...since(told.started ?? told.opened, told.ended?.at ?? null),
  ...(told.ended === null ? {} : { issued: told.ended.at }),
  performer: performers(idOf, told),
  ...(told.ended === null ? absent('temp-unknown') : coded('outcome', told.ended.outcome)),
  device: kioskReference(idOf, session.log),
  hasMember: told.introductions.map((one) => referenceTo('Observation', introductionId(idOf, told, one))),
  component: [
    aspect('session', { valueString: session.id }),
    aspect('session-kind', coded('session-kind', session.kind)),
    aspect('urgency', coded('urgency', session.urgency)),
    aspect('interpreter', coded('interpreter', session.interpreter)),
    ...language(told.language),
    ...ofPatient(told),
    ...(told.seconds === null ? [] : [aspect('seconds', seconds(told.seconds))]),
  ],
});
