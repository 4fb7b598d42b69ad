import {
  absent,
  aspect,
  category,
  coded,
  conceptOf,
  identifierOf,
  invented,
  seconds,
  unknownWho,
} from './coding.ts';
import type { IdOf } from './ids.ts';
import { moment, since } from './moment.ts';
import { kioskReference, placeReference } from './places.ts';
import { roleReference } from './practitioner-role.ts';
import type { IntroductionTold, ParticipantTold, RoundTold, SessionTold } from './record.ts';
import type { Component, Observation, ObservationStatus, Value } from './types.ts';

export interface OneInRound {
  session: SessionTold;
  round: RoundTold;
  one: IntroductionTold;
  participant: ParticipantTold;
}

/**
 * Where an introduction stands as a record:
 *
 * | what there is                                                        | status           |
 * |----------------------------------------------------------------------|------------------|
 * | they came in by mistake, and were never here                         | entered-in-error |
 * | a status was taken back, and there is nothing to say in its place    | entered-in-error |
 * | the round runs; they have no status yet                              | registered       |
 * | the round runs; they have one                                        | preliminary      |
 * | the round is over, and what was recorded was once replaced or undone | corrected        |
 * | the round is over                                                    | final            |
 */
export const introductionStatus = ({
  round,
  one,
  participant,
}: Omit<OneInRound, 'session'>): ObservationStatus => {
  if (participant.mistake) return 'entered-in-error';
  if (round.ended === null) return one.given === null ? 'registered' : 'preliminary';
  if (one.given === null && one.corrected && one.leftOut === false) return 'entered-in-error';
  return one.corrected ? 'corrected' : 'final';
};

/** What became of it; where nobody got a status, why there is none: that somebody was left out must be seen. */
const result = ({ round, one }: OneInRound): Value => {
  if (one.given !== null) return coded('status', one.given.status);
  if (round.ended === null) return absent('temp-unknown');
  if (one.leftOut === null) return absent('unknown');
  // Whom the patient had met before, and who had left, was not to be introduced.
  return absent(one.leftOut ? 'not-performed' : 'not-applicable');
};

const components = ({ one, participant }: OneInRound): Component[] => [
  aspect('required', { valueBoolean: participant.required }),
  aspect('met-before', { valueBoolean: participant.metBefore }),
  ...(participant.part === null ? [] : [aspect('part', coded('part', participant.part))]),
  ...(one.given?.reason == null ? [] : [aspect('reason', coded('reason', one.given.reason))]),
  ...(one.seconds === null ? [] : [aspect('seconds', seconds(one.seconds))]),
  ...(one.given === null ? [] : [aspect('log-entry', { valueInteger: one.given.entry })]),
];

/**
 * One person in one round. `focus` is who it is about; `performer`, who vouches for it: they themselves, by their tap or
 * badge. Whose word it is otherwise is not recorded, and that is said.
 */
export const introduction = (idOf: IdOf, told: OneInRound): Observation => {
  const { session, round, one, participant } = told;
  const { given } = one;
  const who = roleReference(idOf, participant.id);
  return {
    resourceType: 'Observation',
    id: introductionId(idOf, round, one),
    ...(session.invented ? { meta: { security: [invented] } } : {}),
    identifier: [identifierOf('introduction', `${round.id}/${participant.id}`)],
    status: introductionStatus(told),
    category: [category],
    code: conceptOf('introduction', 'introduction'),
    subject: placeReference(idOf, session.place),
    focus: [who],
    ...(given === null
      ? since(round.started ?? round.opened, round.ended?.at ?? null)
      : moment(one.started, given.recorded)),
    ...(given === null ? {} : { issued: given.at }),
    performer: [isOwnWord(one) ? who : unknownWho],
    ...result(told),
    ...(given?.method == null ? {} : { method: conceptOf('method', given.method) }),
    device: kioskReference(idOf, session.log),
    component: components(told),
  };
};

export const introductionId = (idOf: IdOf, round: RoundTold, one: IntroductionTold): string =>
  idOf('introduction', round.id, one.participant);

/** Whether they themselves said it, by their tap or their badge. */
export const isOwnWord = ({ given }: IntroductionTold): boolean =>
  given?.method === 'self' || given?.method === 'badge';
