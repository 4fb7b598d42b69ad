import { ok, type Result, refuse } from '../result.ts';
import type { CommandOf, Refusal } from './commands.ts';
import type { SessionEvent } from './events.ts';
import { introductionOf, isHere, openRound, type Round, type Session, waiting } from './state.ts';

type Decision = Result<SessionEvent[], Refusal>;

/** The running round with this id, or why it cannot be acted on. */
const runningRound = (session: Session, id: string): Result<Round, Refusal> => {
  const round = session.rounds.find((one) => one.id === id);
  if (round === undefined) return refuse({ code: 'no-such-round' });
  return round.ended === null ? ok(round) : refuse({ code: 'round-is-over' });
};

export const openNewRound = (session: Session, command: CommandOf<'open-round'>): Decision => {
  if (openRound(session) !== null) return refuse({ code: 'another-round-is-open' });
  const participants = session.participants
    .filter((one) => one.left === null && !command.without.includes(one.id))
    .map((one) => one.id);
  if (participants.length === 0) return refuse({ code: 'nobody-to-introduce' });
  const ids = { session: session.id, round: command.id };
  const opened: SessionEvent = { type: 'round-opened', ids, data: { kind: command.kind, participants } };
  if (command.kind === 'patient') return ok([opened]);
  return ok([opened, { type: 'round-started', ids, data: { language: command.language ?? 'en' } }]);
};

/** The patient agreed, perhaps without some: the first card comes up, or the whole team at once. */
export const startRound = (session: Session, command: CommandOf<'start-round'>): Decision => {
  const round = runningRound(session, command.round);
  if (!round.ok) return round;
  if (round.value.started !== null) return refuse({ code: 'round-already-started' });
  const ids = { session: session.id, round: command.round };
  const there = waiting(session, round.value).map((one) => one.participant);
  const first = there.find((one) => !command.without.includes(one));
  if (first === undefined) return refuse({ code: 'nobody-to-introduce' });
  const declined = there.filter((one) => command.without.includes(one));
  return ok([
    { type: 'round-started', ids, data: { language: command.language } },
    ...declined.map((one) => ofPatient(ids, one, 'declined', null)),
    ...(command.oneByOne
      ? [{ type: 'introduction-started' as const, ids: { ...ids, participant: first }, data: {} }]
      : []),
  ]);
};

/** Somebody's card is brought up out of turn, or looked at again. */
export const showCard = (session: Session, command: CommandOf<'show-card'>): Decision => {
  const round = runningRound(session, command.round);
  if (!round.ok) return round;
  if (round.value.kind === 'team') return refuse({ code: 'no-cards-in-this-round' });
  if (round.value.started === null) return refuse({ code: 'round-not-started' });
  if (introductionOf(round.value, command.participant) === null) return refuse({ code: 'not-in-this-round' });
  if (!isHere(session, command.participant)) return refuse({ code: 'not-here' });
  return ok([
    {
      type: 'introduction-started',
      ids: { session: session.id, round: command.round, participant: command.participant },
      data: {},
    },
  ]);
};

/** A status that the patient's choice or state gives somebody, without a method: nobody introduced themselves. */
const ofPatient = (
  ids: { session: string; round: string },
  participant: string,
  status: 'declined' | 'unable',
  reason: CommandOf<'end-round'>['reason'],
): SessionEvent => ({
  type: 'introduction-recorded',
  ids: { ...ids, participant },
  data: { status, method: null, reason, corrects: null },
});

/**
 * Ends a round. `completed` is refused while somebody present has no status. Where the patient declines or cannot
 * take part, that is recorded for each person who still has none: it is a fact about the patient, not about them.
 */
export const endRound = (session: Session, command: CommandOf<'end-round'>): Decision => {
  const found = runningRound(session, command.round);
  if (!found.ok) return found;
  const round = found.value;
  const { outcome, reason } = command;
  if (round.kind === 'team' && outcome !== 'completed' && outcome !== 'stopped')
    return refuse({ code: 'outcome-does-not-fit' });
  if ((outcome === 'unable') !== (reason !== null)) return refuse({ code: 'reason-does-not-fit' });
  const left = waiting(session, round).map((one) => one.participant);
  if (outcome === 'completed' && round.started === null) return refuse({ code: 'round-not-started' });
  if (outcome === 'completed' && left.length > 0)
    return refuse({ code: 'people-left-out', participants: left });
  const ids = { session: session.id, round: round.id };
  const verdicts =
    outcome === 'declined' || outcome === 'unable'
      ? left.map((one) => ofPatient(ids, one, outcome, reason))
      : [];
  const beforeSedation = round.kind === 'patient' ? command.beforeSedation : null;
  return ok([...verdicts, { type: 'round-ended', ids, data: { outcome, beforeSedation } }]);
};
