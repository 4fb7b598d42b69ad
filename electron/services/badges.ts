import type { Actor } from '../../core/log/entry.ts';
import type { CommandInput } from '../../core/session/commands.ts';
import { command } from '../../core/session/commands.ts';
import { type Stage, stageOf } from '../../core/session/stage.ts';
import { introductionOf, type Session } from '../../core/session/state.ts';
import type { PersonCard } from '../../core/view.ts';
import { recordedFor } from '../log/commit.ts';
import type { Device } from './device.ts';
import { holderOf } from './people.ts';
import { openSession } from './sessions.ts';
import { carryOutInStay } from './stays.ts';

/** What a badge led to: `event` is what was recorded for it, by which it can be undone. */
export interface BadgeRead {
  found: PersonCard | null;
  outcome: 'identified' | 'recorded' | 'joined' | 'already' | 'unknown' | 'refused';
  event: string | null;
}

/**
 * A badge was read in a session. In a round it records the holder's own introduction; else it lets somebody in who
 * is not in the session yet. At the start of a session (`at`) it only says whose it is. The same reading again (a
 * retry after a lost answer) is answered as the first time.
 */
export const readBadge = (
  device: Device,
  { id, code, at }: { id: string; code: string; at: 'start' | 'session' },
): BadgeRead => {
  const found = holderOf(device, code);
  if (found === null) return { found, outcome: 'unknown', event: null };
  const before = recordedFor(device, id);
  if (before !== undefined)
    return { found, outcome: before.type === 'introduction-recorded' ? 'recorded' : 'joined', event: id };
  const session = openSession(device);
  if (at === 'start' || session === null) return { found, outcome: 'identified', event: null };
  const wanted = meaning(session, stageOf(session), found, id);
  if (wanted === null) return { found, outcome: 'already', event: null };
  const actor: Actor = { kind: 'badge', person: found.id };
  const done = carryOutInStay(device, command.parse(wanted), actor);
  if (done.outcome === 'refused') return { found, outcome: 'refused', event: null };
  return { found, outcome: wanted.type === 'join' ? 'joined' : 'recorded', event: done.event };
};

/** The command that a badge stands for; null where its holder has been introduced, or is in the session already. */
const meaning = (session: Session, stage: Stage, holder: PersonCard, id: string): CommandInput | null => {
  const participant = session.participants.find((one) => one.person === holder.id && one.left === null);
  if (participant === undefined)
    return { type: 'join', id, session: session.id, person: holder.id, role: holder.role };
  if (stage.at === 'board' || stage.at === 'welcome') return null;
  const introduction = introductionOf(stage.round, participant.id);
  if (introduction === null || introduction.status !== null) return null;
  return {
    ...{ type: 'record', id, session: session.id, round: stage.round.id, participant: participant.id },
    verdict: { status: 'introduced', method: 'badge' },
  };
};
