import { randomUUID } from 'node:crypto';
import type { CommandInput } from '../../core/session/commands.ts';
import { type Stage, stageOf } from '../../core/session/stage.ts';
import { type Session, waiting } from '../../core/session/state.ts';
import type { DeviceView, StartView } from '../../core/view.ts';

/** What a team taps next, whatever the kiosk stands at: surgery after surgery, from the start to the close. */
export const nextTap = ({ session }: DeviceView, { people }: StartView): CommandInput => {
  const id = randomUUID();
  if (session === null) {
    const team = people.slice(0, 4).map((card) => ({ person: card.id, role: card.role }));
    const kind = { kind: 'surgery', scheduled: null, urgency: 'elective', interpreter: 'none' } as const;
    return { type: 'open-session', id, ...kind, team };
  }
  return inSession(session, stageOf(session), id);
};

const inSession = (session: Session, stage: Stage, id: string): CommandInput => {
  const of = { id, session: session.id };
  if (stage.at === 'board') {
    const held = session.rounds.map((round) => round.kind);
    if (!held.includes('patient')) return { type: 'open-round', ...of, kind: 'patient' };
    if (!held.includes('team')) return { type: 'open-round', ...of, kind: 'team', language: 'en' };
    return { type: 'close-session', ...of };
  }
  const round = stage.round.id;
  if (stage.at === 'welcome') return { type: 'start-round', ...of, round, language: 'en', oneByOne: true };
  const verdict = { status: 'introduced', method: 'self' } as const;
  if (stage.at === 'card') return { type: 'record', ...of, round, participant: stage.participant, verdict };
  const [next] = waiting(session, stage.round);
  if (next !== undefined) return { type: 'record', ...of, round, participant: next.participant, verdict };
  return { type: 'end-round', ...of, round, outcome: 'completed', beforeSedation: true };
};
