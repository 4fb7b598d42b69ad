import * as z from 'zod';
import type { Result } from '../result.ts';
import { roleIds } from '../roles.ts';
import type { SessionEvent } from './events.ts';
import { uuid as id, languageTag as language, opaqueId } from './ids.ts';
import {
  interpreters,
  methods,
  outcomes,
  parts,
  reasons,
  sessionKinds,
  statuses,
  urgencies,
} from './words.ts';

const newcomer = z.strictObject({ person: opaqueId, role: z.enum(roleIds) });
/** Somebody of a team that comes together: in a shift change also whether they arrive or leave. */
const member = newcomer.extend({ part: z.enum(parts).nullable().optional() });
export type NewMember = z.infer<typeof member>;

/** How one introduction went, as it is tapped: a status with its method or its coded reason, where it has one. */
const verdict = z.strictObject({
  status: z.enum(statuses),
  method: z.enum(methods).nullable().default(null),
  reason: z
    .enum([...reasons.absent, ...reasons.skipped, ...reasons.unable])
    .nullable()
    .default(null),
});
export type Verdict = z.infer<typeof verdict>;

/**
 * What can be asked of a session. `id` is made in the page for each tap: asking twice with the same id is asking
 * once. `session` is the id of the command that opened it, as `round` is the id of the one that opened the round.
 */
export const command = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('open-session'),
    id,
    kind: z.enum(sessionKinds),
    scheduled: opaqueId.nullable(),
    urgency: z.enum(urgencies),
    interpreter: z.enum(interpreters),
    team: z.array(member).min(1).max(60),
    /** A shift change while the patient is not met: those who leave are gone as soon as the board is up. */
    withoutPatient: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('change-session'),
    id,
    session: id,
    urgency: z.enum(urgencies),
    interpreter: z.enum(interpreters),
  }),
  z.strictObject({
    type: z.literal('join'),
    id,
    session: id,
    ...newcomer.shape,
    /** The participant whose work they take over, and who leaves with that. */
    relieves: id.nullable().optional(),
  }),
  z.strictObject({
    type: z.literal('leave'),
    id,
    session: id,
    participant: id,
    /** The participant who takes over from them, and is here already. */
    to: id.nullable().optional(),
  }),
  z.strictObject({ type: z.literal('return'), id, session: id, participant: id }),
  z.strictObject({
    type: z.literal('open-round'),
    id,
    session: id,
    kind: z.enum(['patient', 'team']),
    /** Participants who are not to be in it, such as students whom the patient would rather not have. */
    without: z.array(id).default([]),
    /** A team round starts as it opens, in this language; a patient round waits for `start-round`. */
    language: language.nullable().default(null),
  }),
  z.strictObject({
    type: z.literal('start-round'),
    id,
    session: id,
    round: id,
    language,
    /** Whether cards come up one by one; if not, the whole team is shown at once. */
    oneByOne: z.boolean(),
    /** Those whom the patient would rather not meet: the round has them already, so it records `declined`. */
    without: z.array(id).default([]),
  }),
  z.strictObject({ type: z.literal('show-card'), id, session: id, round: id, participant: id }),
  z.strictObject({
    type: z.literal('record'),
    id,
    session: id,
    round: id,
    participant: id,
    verdict,
    /** The record that this one replaces, when the introduction has a status already. */
    corrects: id.nullable().default(null),
  }),
  z.strictObject({
    type: z.literal('end-round'),
    id,
    session: id,
    round: id,
    outcome: z.enum(outcomes),
    beforeSedation: z.boolean().nullable().default(null),
    /** Why the patient cannot take part; needed with the outcome `unable`. */
    reason: z.enum(reasons.unable).nullable().default(null),
  }),
  /** The end of a shift change: those who leave say goodbye and are gone, but for those who stay after all. */
  z.strictObject({
    type: z.literal('say-goodbye'),
    id,
    session: id,
    round: id,
    staying: z.array(id).default([]),
  }),
  /** The check at the end of a patient round: about whom was asked, and whose face was touched. */
  z.strictObject({
    type: z.literal('answer-recall'),
    id,
    session: id,
    round: id,
    asked: id,
    touched: id,
  }),
  /** Takes back the step that the event `of` recorded: a status, a coming or leaving, the end of a round. */
  z.strictObject({ type: z.literal('undo'), id, session: id, of: id }),
  z.strictObject({ type: z.literal('close-session'), id, session: id }),
]);

/** A command as the page sends it. */
export type Command = z.infer<typeof command>;
/** What the device itself knows and no page may claim: who of those in the session the patient met earlier in the same stay. */
export interface Recognition {
  type: 'recognise';
  id: string;
  session: string;
  participants: readonly string[];
}
export type CommandInput = z.input<typeof command>;
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

/**
 * What only the device knows and the page does not choose: where this happens, and fresh ids for participants.
 * Ids are given in, so that deciding stays pure.
 */
export interface Circumstances {
  place: string;
  unit: string;
  participantId: () => string;
}

/** Why a command was not carried out. Nothing was recorded. */
export type Refusal =
  | { code: 'no-such-session' | 'session-closed' | 'session-already-open' }
  | { code: 'no-such-person' | 'not-scheduled' }
  | { code: 'no-such-participant' | 'already-here' | 'already-gone' | 'not-here' }
  | { code: 'no-such-round' | 'round-is-over' | 'another-round-is-open' | 'round-already-started' }
  | { code: 'round-not-started' | 'not-in-this-round' | 'no-cards-in-this-round' | 'nobody-to-introduce' }
  | { code: 'status-not-for-this-round' | 'method-does-not-fit' | 'reason-does-not-fit' }
  | { code: 'already-recorded' | 'record-has-changed' | 'nothing-to-undo' | 'outcome-does-not-fit' }
  | { code: 'no-goodbye-now' | 'recall-not-now' | 'nobody-to-recognise' }
  | { code: 'people-left-out'; participants: string[] }
  | { code: 'a-round-is-open' };

/** What a command leads to: the events to record, at least one, or why nothing is recorded. */
export type Decision = Result<SessionEvent[], Refusal>;
