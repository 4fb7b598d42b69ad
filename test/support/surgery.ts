import { demoPersonId } from '../../electron/services/demo.ts';
import type { Device } from '../../electron/services/device.ts';
import { bedside } from './device.ts';

/**
 * One whole surgery: everybody to the patient, a slip taken back, somebody absent, somebody skipped, a late joiner,
 * somebody who leaves and comes back, a correction, a time-out that stops early, the close.
 */
export const wholeSurgery = (device: Device, afterEach: () => void = () => {}): void => {
  const { open, tap: tapped, session } = bedside(device);
  const tap = (step: Parameters<typeof tapped>[0]): string => {
    const event = tapped(step);
    afterEach();
    return event;
  };
  const shown = (id: string): string =>
    session().rounds.find((round) => round.id === id)?.current ?? 'nobody’s card is up';
  open();
  afterEach();
  const [surgeon = '', anesthesiologist = ''] = session().participants.map((one) => one.id);
  const met = (round: string, participant: string, method: 'self' | 'badge' | 'attested' = 'self') =>
    tap({ type: 'record', round, participant, verdict: { status: 'introduced', method } });

  const patient = tap({ type: 'open-round', kind: 'patient' });
  tap({ type: 'start-round', round: patient, language: 'es', oneByOne: true });
  met(patient, shown(patient));
  const slip = met(patient, shown(patient), 'attested');
  tap({ type: 'undo', of: slip });
  met(patient, shown(patient), 'badge');
  tap({
    type: 'record',
    round: patient,
    participant: shown(patient),
    verdict: { status: 'absent', reason: 'called-away' },
  });
  tap({
    type: 'record',
    round: patient,
    participant: shown(patient),
    verdict: { status: 'skipped', reason: 'no-time' },
  });
  tap({ type: 'end-round', round: patient, outcome: 'completed', beforeSedation: true });

  const joined = tap({ type: 'join', person: demoPersonId('linh'), role: 'nurse-anesthetist' });
  met(joined, shown(joined));
  tap({ type: 'leave', participant: anesthesiologist });
  tap({ type: 'change-session', urgency: 'urgent', interpreter: 'remote' });

  const team = tap({ type: 'open-round', kind: 'team', language: 'en' });
  const first = met(team, surgeon);
  tap({
    type: 'record',
    round: team,
    participant: surgeon,
    verdict: { status: 'already-known', method: 'attested' },
    corrects: first,
  });
  tap({ type: 'return', participant: anesthesiologist });
  for (const { participant, status } of session().rounds.at(-1)?.introductions ?? [])
    if (status === null && participant !== anesthesiologist) met(team, participant);
  tap({ type: 'end-round', round: team, outcome: 'stopped' });
  tap({ type: 'close-session' });
};
