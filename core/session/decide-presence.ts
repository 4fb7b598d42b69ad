import { ok, refuse } from '../result.ts';
import { roleOf } from '../roles.ts';
import type { Circumstances, CommandOf, Decision, NewMember } from './commands.ts';
import type { SessionEvent } from './events.ts';
import {
  introductionOf,
  isHere,
  openRound,
  type Participant,
  participantOf,
  type Round,
  type Session,
} from './state.ts';

export const joining = (
  session: string,
  participant: string,
  { person, role, part }: NewMember,
): SessionEvent => ({
  type: 'participant-joined',
  ids: { session, participant, person },
  data: {
    role,
    learner: roleOf(role).learner,
    required: roleOf(role).required,
    ...(part == null ? {} : { part }),
  },
});

/**
 * Somebody arrives: into the round that is running, or, once there was one, with a round of their own. Whoever was
 * here before in the same role is back, and no stranger. Whom they relieve leaves with that.
 */
export const join = (session: Session, command: CommandOf<'join'>, here: Circumstances): Decision => {
  if (isPersonHere(session, command.person)) return refuse({ code: 'already-here' });
  const { participant, events } = arriving(session, command, here);
  const relieved = command.relieves ?? null;
  if (relieved === null) return ok(events);
  if (participantOf(session, relieved) === null) return refuse({ code: 'no-such-participant' });
  if (!isHere(session, relieved)) return refuse({ code: 'not-here' });
  return ok([leaving(session.id, relieved, { to: participant }), ...events]);
};

/** `to`: who takes over from them; `corrects`: by which event they came in, where that was a mistake. */
export const leaving = (
  session: string,
  participant: string,
  why: { to?: string; corrects?: string } = {},
): SessionEvent => ({
  type: 'participant-left',
  ids: { session, participant },
  data: why,
});

/** Who they are in the session, and what their coming leads to. */
const arriving = (
  session: Session,
  command: CommandOf<'join'>,
  here: Circumstances,
): { participant: string; events: SessionEvent[] } => {
  const before = session.participants.find(
    (one) => one.person === command.person && one.role === command.role,
  );
  if (before !== undefined) return { participant: before.id, events: returning(session, before, command.id) };
  const participant = here.participantId();
  const open = openRound(session);
  const round =
    open === null
      ? roundOfOnesOwn(session, participant, command.id)
      : [extended(session.id, open.id, participant)];
  return { participant, events: [joining(session.id, participant, command), ...round] };
};

export const leave = (session: Session, { participant, to = null }: CommandOf<'leave'>): Decision => {
  const found = participantOf(session, participant);
  if (found === null) return refuse({ code: 'no-such-participant' });
  if (found.left !== null) return refuse({ code: 'already-gone' });
  if (to === null) return ok([leaving(session.id, participant)]);
  if (participantOf(session, to) === null) return refuse({ code: 'no-such-participant' });
  if (to === participant || !isHere(session, to)) return refuse({ code: 'not-here' });
  return ok([leaving(session.id, participant, { to })]);
};

export const comeBack = (session: Session, { id, participant }: CommandOf<'return'>): Decision => {
  const found = participantOf(session, participant);
  if (found === null) return refuse({ code: 'no-such-participant' });
  return isPersonHere(session, found.person)
    ? refuse({ code: 'already-here' })
    : ok(returning(session, found, id));
};

/**
 * Takes back comings and leavings that were a mistake. With a leaving: the end of the round that it ended, and the card
 * that it took away. Whoever was introduced did come in the first time.
 */
export const undoPresence = (
  session: Session,
  { came, gone }: { came: readonly Participant[]; gone: readonly Participant[] },
  of: string,
): Decision => {
  if (came.some((one) => one.came.first && hasStatus(session, one.id)))
    return refuse({ code: 'already-recorded' });
  if (gone.some((one) => isPersonHere(session, one.person))) return refuse({ code: 'already-here' });
  const open = openRound(session);
  const ended = open === null ? session.rounds.find((round) => round.ended?.event === of) : undefined;
  const reopened: SessionEvent[] =
    ended === undefined
      ? []
      : [{ type: 'round-reopened', ids: { session: session.id, round: ended.id }, data: { corrects: of } }];
  return ok([
    ...came.map((one) => leaving(session.id, one.id, { corrects: of })),
    ...reopened,
    ...gone.flatMap((one) => backFromLeaving(session, one, open, of)),
  ]);
};

const hasStatus = (session: Session, participant: string): boolean =>
  session.rounds.some((round) => introductionOf(round, participant)?.status != null);

const backFromLeaving = (
  session: Session,
  { id: participant }: Participant,
  open: Round | null,
  of: string,
): SessionEvent[] => {
  const ids = { session: session.id, participant };
  const back: SessionEvent = { type: 'participant-returned', ids, data: { corrects: of } };
  if (open === null) return [back];
  const introduction = introductionOf(open, participant);
  if (introduction === null)
    return open.kind === 'team' ? [back, extended(session.id, open.id, participant)] : [back];
  const hadTheCard = open.cards && introduction.status === null && introduction.started !== null;
  return hadTheCard
    ? [back, { type: 'introduction-started', ids: { ...ids, round: open.id }, data: {} }]
    : [back];
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
