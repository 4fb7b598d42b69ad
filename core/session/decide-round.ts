import { ok, type Result, refuse } from '../result.ts';
import type { CommandOf, Decision, Recognition, Refusal } from './commands.ts';
import { leaving } from './decide-presence.ts';
import type { SessionEvent } from './events.ts';
import { stageOf } from './stage.ts';
import {
  introductionOf,
  isHere,
  leavingFrom,
  openRound,
  participantOf,
  type Round,
  type Session,
  waiting,
} from './state.ts';

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
    // Those who leave at a shift change have been with the patient; they say goodbye.
    .filter((one) => command.kind === 'team' || one.part !== 'leaving')
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
  const known = session.participants.some((one) => one.metBefore && isHere(session, one.id));
  if (first === undefined && !known) return refuse({ code: 'nobody-to-introduce' });
  const declined = there.filter((one) => command.without.includes(one));
  return ok([
    { type: 'round-started', ids, data: { language: command.language } },
    ...declined.map((one) => ofPatient(ids, one, 'declined', null)),
    ...(command.oneByOne && first !== undefined
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
  const gone = round.kind === 'patient' ? leavingFrom(session).map((one) => leaving(session.id, one.id)) : [];
  return ok([...verdicts, ...gone, { type: 'round-ended', ids, data: { outcome, beforeSedation } }]);
};

/** Those who leave at a shift change are gone, and the round is over. */
export const sayGoodbye = (session: Session, command: CommandOf<'say-goodbye'>): Decision => {
  const round = runningRound(session, command.round);
  if (!round.ok) return round;
  if (stageOf(session).at !== 'goodbye') return refuse({ code: 'no-goodbye-now' });
  const gone = leavingFrom(session).filter((one) => !command.staying.includes(one.id));
  return ok([
    ...gone.map((one) => leaving(session.id, one.id)),
    {
      type: 'round-ended',
      ids: { session: session.id, round: command.round },
      data: { outcome: 'completed', beforeSedation: null },
    },
  ]);
};

/** Asked once in a patient round that began; nothing is kept of whom the patient took for whom. */
export const answerRecall = (session: Session, command: CommandOf<'answer-recall'>): Decision => {
  const round = session.rounds.find((one) => one.id === command.round);
  if (round === undefined) return refuse({ code: 'no-such-round' });
  if (round.kind !== 'patient' || round.started === null || round.recall !== null)
    return refuse({ code: 'recall-not-now' });
  if ([command.asked, command.touched].some((one) => participantOf(session, one) === null))
    return refuse({ code: 'no-such-participant' });
  return ok([
    {
      type: 'recall-answered',
      ids: { session: session.id, round: round.id },
      data: { right: command.asked === command.touched },
    },
  ]);
};

/**
 * Who of those in the session the patient met earlier in the same stay: they are shown as met, and nobody waits for
 * them. Whoever was taken for one of them, by another patient's wristband, is not any more.
 */
export const recognise = (session: Session, { participants }: Recognition): Decision => {
  const changed = session.participants.filter((one) => participants.includes(one.id) !== one.metBefore);
  if (changed.length === 0) return refuse({ code: 'nobody-to-recognise' });
  return ok(
    changed.map((one) => ({
      type: 'participant-recognised' as const,
      ids: { session: session.id, participant: one.id },
      data: { met: !one.metBefore },
    })),
  );
};
