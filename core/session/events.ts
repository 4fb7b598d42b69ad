import * as z from 'zod';
import { roleIds } from '../roles.ts';
import { opaqueId as id, languageTag as language } from './ids.ts';
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
} from './words.ts';

const reason = z.enum([...reasons.absent, ...reasons.skipped, ...reasons.unable]);
const none = z.strictObject({});
const inSession = z.strictObject({ session: id });
const ofParticipant = z.strictObject({ session: id, participant: id });
const ofRound = z.strictObject({ session: id, round: id });
const ofIntroduction = z.strictObject({ session: id, round: id, participant: id });

/** Whoever stands at the device, by hand or by badge; and a simulation in a folder of its own. */
const atBedside = ['bedside', 'badge', 'simulator'] as const;

/** Also what follows where the device recognises somebody whose card is up. */
const bedsideOrDevice = [...atBedside, 'system'] as const;

/**
 * What can happen in a session, as data: what it means, who may cause it, the ids it is about, what it says. No names,
 * no free text.
 */
export const sessionEvents = {
  'session-opened': {
    meaning: 'A team came together for an operation or a shift change.',
    by: atBedside,
    ids: z.strictObject({ session: id, place: id, unit: id }),
    data: z.strictObject({
      kind: z.enum(sessionKinds),
      scheduled: id.nullable(),
      urgency: z.enum(urgencies),
      interpreter: z.enum(interpreters),
    }),
  },
  'session-changed': {
    meaning: 'The urgency, or how an interpreter takes part, changed.',
    by: atBedside,
    ids: inSession,
    data: z.strictObject({ urgency: z.enum(urgencies), interpreter: z.enum(interpreters) }),
  },
  'participant-joined': {
    meaning:
      'A person became part of the session, with the role they have in it; in a shift change also whether they arrive or leave.',
    by: atBedside,
    ids: z.strictObject({ session: id, participant: id, person: id }),
    data: z.strictObject({
      role: z.enum(roleIds),
      learner: z.boolean(),
      required: z.boolean(),
      part: z.enum(parts).optional(),
    }),
  },
  'participant-left': {
    meaning:
      'A participant left the session; `to` is the participant who took over from them. What they did in it stays. Where it `corrects`, they had come in by mistake.',
    by: atBedside,
    ids: ofParticipant,
    data: z.strictObject({ to: id.optional(), corrects: id.optional() }),
  },
  'participant-returned': {
    meaning: 'A participant is back, or was marked as gone by mistake.',
    by: atBedside,
    ids: ofParticipant,
    data: z.strictObject({ corrects: id.nullable() }),
  },
  'participant-recognised': {
    meaning:
      'The patient had met this participant earlier in the same stay; not `met`, where that was said of another patient’s stay.',
    by: ['system', 'simulator'],
    ids: ofParticipant,
    data: z.strictObject({ met: z.boolean() }),
  },
  'round-opened': {
    meaning: 'A round of introductions was prepared; for the patient: the device was handed over.',
    by: atBedside,
    ids: ofRound,
    data: z.strictObject({ kind: z.enum(roundKinds), participants: z.array(id).min(1) }),
  },
  'round-extended': {
    meaning: 'A participant who arrived during a round became part of it.',
    by: atBedside,
    ids: ofIntroduction,
    data: none,
  },
  'round-started': {
    meaning: 'The introductions began, in this language of the screen.',
    by: atBedside,
    ids: ofRound,
    data: z.strictObject({ language }),
  },
  'introduction-started': {
    meaning: 'A participant’s card came up on the screen.',
    by: bedsideOrDevice,
    ids: ofIntroduction,
    data: none,
  },
  'introduction-recorded': {
    meaning: 'What became of one introduction. A correction names the record that it replaces.',
    by: atBedside,
    ids: ofIntroduction,
    data: z.strictObject({
      status: z.enum(statuses),
      method: z.enum(methods).nullable(),
      reason: reason.nullable(),
      corrects: id.nullable(),
    }),
  },
  'introduction-withdrawn': {
    meaning: 'A record was taken back: the introduction has no status again.',
    by: atBedside,
    ids: ofIntroduction,
    data: z.strictObject({ corrects: id }),
  },
  'round-ended': {
    meaning: 'A round was over, and how; for the patient also whether it was before sedation, where known.',
    by: bedsideOrDevice,
    ids: ofRound,
    data: z.strictObject({ outcome: z.enum(outcomes), beforeSedation: z.boolean().nullable() }),
  },
  'round-reopened': {
    meaning: 'The end of a round was taken back.',
    by: atBedside,
    ids: ofRound,
    data: z.strictObject({ corrects: id }),
  },
  'recall-answered': {
    meaning: 'The patient, asked once who of the team does what, touched a face: the right one or another.',
    by: atBedside,
    ids: ofRound,
    data: z.strictObject({ right: z.boolean() }),
  },
  'session-closed': {
    meaning:
      'The occasion was over; what the patient chose was erased. The device itself closes what is open in a record put back from a backup.',
    by: [...atBedside, 'system'],
    ids: inSession,
    data: none,
  },
} as const;

type Catalogue = typeof sessionEvents;
export type SessionEventType = keyof Catalogue;

export type SessionEvent = {
  [Type in SessionEventType]: {
    type: Type;
    ids: z.infer<Catalogue[Type]['ids']>;
    data: z.infer<Catalogue[Type]['data']>;
  };
}[SessionEventType];

/**
 * Where and when something stands in the log: its number, wall time with offset (RFC 3339), the boot it happened
 * in, milliseconds since that boot.
 */
export interface Stamp {
  seq: number;
  at: string;
  boot: string;
  mono: number;
}

/** An event as it stands in the log: `eventId` is the id of the tap that caused it. */
export type Recorded<Event = SessionEvent> = Event & { eventId: string; stamp: Stamp };
