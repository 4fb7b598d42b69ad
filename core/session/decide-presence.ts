import { ok, type Result, refuse } from '../result.ts';
import { type RoleId, roleOf } from '../roles.ts';
import type { Circumstances, CommandOf, Refusal } from './commands.ts';
import type { SessionEvent } from './events.ts';
import { introductionOf, openRound, type Participant, participantOf, type Session } from './state.ts';

type Decision = Result<SessionEvent[], Refusal>;

export const joining = (
  session: string,
  participant: string,
  { person, role }: { person: string; role: RoleId },
): SessionEvent => ({
  type: 'participant-joined',
  ids: { session, participant, person },
  data: { role, learner: roleOf(role).learner, required: roleOf(role).required },
});

/**
 * Somebody arrives: into the round that is running, or, once there was one, with a round of their own. Whoever was
 * here before in the same role is back, and no stranger.
 */
export const join = (session: Session, command: CommandOf<'join'>, here: Circumstances): Decision => {
  if (isPersonHere(session, command.person)) return refuse({ code: 'already-here' });
  const before = session.participants.find(
    (one) => one.person === command.person && one.role === command.role,
  );
  if (before !== undefined) return ok(returning(session, before, command.id));
  const participant = here.participantId();
  const open = openRound(session);
  return ok([
    joining(session.id, participant, command),
    ...(open === null
      ? roundOfOnesOwn(session, participant, command.id)
      : [extended(session.id, open.id, participant)]),
  ]);
};

export const leave = (session: Session, { participant }: CommandOf<'leave'>): Decision => {
  const found = participantOf(session, participant);
  if (found === null) return refuse({ code: 'no-such-participant' });
  if (found.left !== null) return refuse({ code: 'already-gone' });
  return ok([{ type: 'participant-left', ids: { session: session.id, participant }, data: {} }]);
};

export const comeBack = (session: Session, { id, participant }: CommandOf<'return'>): Decision => {
  const found = participantOf(session, participant);
  if (found === null) return refuse({ code: 'no-such-participant' });
  return isPersonHere(session, found.person)
    ? refuse({ code: 'already-here' })
    : ok(returning(session, found, id));
};

/** Takes back a leaving that was a mistake: with it the end of the round it ended, and the card it took away. */
export const undoLeaving = (session: Session, one: Participant, of: string): Decision => {
  if (isPersonHere(session, one.person)) return refuse({ code: 'already-here' });
  const ids = { session: session.id, participant: one.id };
  const back: SessionEvent = { type: 'participant-returned', ids, data: { corrects: of } };
  const open = openRound(session);
  if (open === null) {
    const ended = session.rounds.find((round) => round.ended?.event === of);
    if (ended === undefined) return ok([back]);
    return ok([
      { type: 'round-reopened', ids: { session: session.id, round: ended.id }, data: { corrects: of } },
      back,
    ]);
  }
  const introduction = introductionOf(open, one.id);
  if (introduction === null)
    return ok(open.kind === 'team' ? [back, extended(session.id, open.id, one.id)] : [back]);
  const hadTheCard = open.cards && introduction.status === null && introduction.started !== null;
  return ok(
    hadTheCard ? [back, { type: 'introduction-started', ids: { ...ids, round: open.id }, data: {} }] : [back],
  );
};

const isPersonHere = (session: Session, person: string): boolean =>
  session.participants.some((one) => one.person === person && one.left === null);

/** Back in the session, and in its rounds as far as they were not introduced yet; a team round has everybody. */
const returning = (session: Session, { id, learner }: Participant, tap: string): SessionEvent[] => {
  const back: SessionEvent = {
    type: 'participant-returned',
    ids: { session: session.id, participant: id },
    data: { corrects: null },
  };
  const met = session.rounds.some((round) => {
    const status = introductionOf(round, id)?.status;
    return status === 'introduced' || status === 'already-known';
  });
  const open = openRound(session);
  if (open === null) return met ? [back] : [back, ...roundOfOnesOwn(session, id, tap)];
  // The patient may have wished to begin without this student, so a student is not brought into it unasked.
  const fits = open.kind === 'team' || !(met || (learner && open.kind === 'patient'));
  return fits && introductionOf(open, id) === null ? [back, extended(session.id, open.id, id)] : [back];
};

const extended = (session: string, round: string, participant: string): SessionEvent => ({
  type: 'round-extended',
  ids: { session, round, participant },
  data: {},
});

/** A `join` round, unless everybody is still to be introduced: before the first round, or after only “not now”. */
const roundOfOnesOwn = (session: Session, participant: string, round: string): SessionEvent[] => {
  if (session.rounds.every((one) => one.ended?.outcome === 'postponed')) return [];
  const language = session.rounds.findLast((one) => one.language !== null)?.language ?? 'en';
  const ids = { session: session.id, round };
  return [
    { type: 'round-opened', ids, data: { kind: 'join', participants: [participant] } },
    { type: 'round-started', ids, data: { language } },
    { type: 'introduction-started', ids: { ...ids, participant }, data: {} },
  ];
};
