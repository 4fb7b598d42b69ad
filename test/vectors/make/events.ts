import type { LogEvent } from '../../../core/log/entry.ts';
import { uuidOf } from './ids.ts';

/** What one session says in a log: ten entries. */
export const sessionEvents = (name: string): LogEvent[] => {
  const session = uuidOf(`session ${name}`);
  const round = uuidOf(`round ${name}`);
  const [surgeon, nurse] = [`${session}-1`, `${session}-2`];
  const place = 'place-1';
  const role = { learner: false, required: true };
  const start = (participant: string): LogEvent => ({
    type: 'introduction-started',
    ids: { session, round, participant },
    data: {},
  });
  const introduced = (participant: string): LogEvent => ({
    type: 'introduction-recorded',
    ids: { session, round, participant },
    data: { status: 'introduced', method: 'self', reason: null, corrects: null },
  });
  return [
    {
      type: 'session-opened',
      ids: { session, place, unit: 'unit-1' },
      data: { kind: 'surgery', scheduled: null, urgency: 'elective', interpreter: 'none' },
    },
    {
      type: 'participant-joined',
      ids: { session, participant: surgeon, person: 'person-1' },
      data: { role: 'surgeon', ...role },
    },
    {
      type: 'participant-joined',
      ids: { session, participant: nurse, person: 'person-2' },
      data: { role: 'circulating-nurse', ...role },
    },
    {
      type: 'round-opened',
      ids: { session, round },
      data: { kind: 'patient', participants: [surgeon, nurse] },
    },
    { type: 'round-started', ids: { session, round }, data: { language: 'en' } },
    start(surgeon),
    introduced(surgeon),
    introduced(nurse),
    {
      type: 'round-ended',
      ids: { session, round },
      data: { outcome: 'completed', beforeSedation: true },
    },
    { type: 'session-closed', ids: { session }, data: {} },
  ];
};

export const logCreated: LogEvent = {
  type: 'log-created',
  ids: {},
  data: { because: 'first', before: null },
};
