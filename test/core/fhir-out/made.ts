import { createHash } from 'node:crypto';
import { idsOf } from '../../../core/fhir-out/ids.ts';
import type {
  IntroductionTold,
  ParticipantTold,
  RoundTold,
  SessionTold,
} from '../../../core/fhir-out/record.ts';

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
export const idOf = idsOf(sha256, '6a1f8f6e-0000-4000-8000-000000000001');

export const participant = (more: Partial<ParticipantTold> = {}): ParticipantTold => ({
  ...{ id: 'p-1', role: 'surgeon', learner: false, required: true, part: null },
  ...{ metBefore: false, mistake: false, joined: '2026-06-15T09:00:00.000+02:00', left: null },
  ...more,
});

export const introduced: NonNullable<IntroductionTold['given']> = {
  ...{ status: 'introduced', method: 'self', reason: null },
  ...{ recorded: '2026-06-15T09:01:08.000+02:00', entry: 17, at: '2026-06-15T09:01:08.000+02:00' },
};

export const one = (more: Partial<IntroductionTold> = {}): IntroductionTold => ({
  ...{ participant: 'p-1', given: introduced, started: '2026-06-15T09:01:00.000+02:00', seconds: 8 },
  ...{ leftOut: false, corrected: false },
  ...more,
});

export const round = (more: Partial<RoundTold> = {}): RoundTold => ({
  ...{ id: 'r-1', kind: 'patient', language: 'es', opened: '2026-06-15T09:00:30.000+02:00' },
  ...{ started: '2026-06-15T09:00:50.000+02:00', recall: null, seconds: 40, reopened: false },
  ended: { at: '2026-06-15T09:01:30.000+02:00', outcome: 'completed', beforeSedation: true },
  introductions: [one()],
  ...more,
});

export const session = (more: Partial<SessionTold> = {}): SessionTold => ({
  ...{ id: 's-1', kind: 'surgery', urgency: 'elective', interpreter: 'none', place: 'here', unit: 'u-1' },
  ...{ log: '6a1f8f6e-0000-4000-8000-000000000001', opened: '2026-06-15T09:00:00.000+02:00' },
  ...{ invented: false, participants: [participant()], rounds: [round()] },
  ...more,
});
