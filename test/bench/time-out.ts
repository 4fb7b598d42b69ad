import { randomUUID } from 'node:crypto';
import type { Device } from '../../electron/services/device.ts';
import { carryOut, openSession } from '../../electron/services/sessions.ts';
import { startView } from '../../electron/services/start.ts';

const atBedside = { kind: 'bedside' } as const;

/** Opens a time-out of everybody, and gives the tap to measure: a person after the other, again and again corrected. */
export const timeOut = (device: Device): (() => void) => {
  const [session, round] = [randomUUID(), randomUUID()];
  const team = startView(device).people.map(({ id, role }) => ({ person: id, role }));
  const begin = { kind: 'surgery', scheduled: null, urgency: 'elective', interpreter: 'none' } as const;
  carryOut(device, { type: 'open-session', id: session, ...begin, team }, atBedside);
  carryOut(
    device,
    { type: 'open-round', id: round, session, kind: 'team', without: [], language: 'en' },
    atBedside,
  );
  const people = openSession(device)?.participants.map((one) => one.id) ?? [];
  const records = new Map<string, string>();
  const verdict = { status: 'introduced', method: 'attested', reason: null } as const;
  let taps = 0;
  return () => {
    const [id, participant] = [randomUUID(), people[taps % people.length] ?? ''];
    const corrects = records.get(participant) ?? null;
    carryOut(device, { type: 'record', id, session, round, participant, verdict, corrects }, atBedside);
    records.set(participant, id);
    taps += 1;
  };
};
