import { ok, type Result, refuse } from '../result.ts';
import { roleOf } from '../roles.ts';
import type { Circumstances, Command, CommandOf, Refusal } from './commands.ts';
import { record, undo } from './decide-record.ts';
import { endRound, openNewRound, showCard, startRound } from './decide-round.ts';
import type { SessionEvent } from './events.ts';
import { isHere, nextAfter, openRound, participantOf, type Session } from './state.ts';

export type Decision = Result<SessionEvent[], Refusal>;

/**
 * What a command leads to: the events to record, or why nothing is recorded. Pure: the same session, command and
 * circumstances always give the same answer.
 */
export const decide = (session: Session | null, command: Command, here: Circumstances): Decision => {
  if (command.type === 'open-session') return openSession(session, command, here);
  if (session === null || session.id !== command.session) return refuse({ code: 'no-such-session' });
  if (session.closed !== null) return refuse({ code: 'session-closed' });
  switch (command.type) {
    case 'change-session':
      return ok([
        {
          type: 'session-changed',
          ids: { session: session.id },
          data: { urgency: command.urgency, interpreter: command.interpreter },
        },
      ]);
    case 'join':
      return join(session, command, here);
    case 'leave':
      return leave(session, command);
    case 'return':
      return comeBack(session, command);
    case 'open-round':
      return openNewRound(session, command);
    case 'start-round':
      return startRound(session, command);
    case 'show-card':
      return showCard(session, command);
    case 'record':
      return record(session, command);
    case 'end-round':
      return endRound(session, command);
    case 'undo':
      return undo(session, command);
    case 'close-session':
      return openRound(session) === null
        ? ok([{ type: 'session-closed', ids: { session: session.id }, data: {} }])
        : refuse({ code: 'a-round-is-open' });
  }
};

const openSession = (
  session: Session | null,
  command: CommandOf<'open-session'>,
  here: Circumstances,
): Decision => {
  if (session !== null) return refuse({ code: 'session-already-open' });
  const people = command.team.map((one) => one.person);
  if (new Set(people).size !== people.length) return refuse({ code: 'already-here' });
  const { kind, scheduled, urgency, interpreter } = command;
  return ok([
    {
      type: 'session-opened',
      ids: { session: command.id, place: here.place, unit: here.unit },
      data: { kind, scheduled, urgency, interpreter },
    },
    ...command.team.map((one) => joining(command.id, here.participantId(), one)),
  ]);
};

const joining = (
  session: string,
  participant: string,
  { person, role }: { person: string; role: CommandOf<'join'>['role'] },
): SessionEvent => ({
  type: 'participant-joined',
  ids: { session, participant, person },
  data: { role, learner: roleOf(role).learner, required: roleOf(role).required },
});

/** Somebody arrives: into the round that is running, or, once there was one, with a round of their own. */
const join = (session: Session, command: CommandOf<'join'>, here: Circumstances): Decision => {
  if (session.participants.some((one) => one.person === command.person && one.left === null))
    return refuse({ code: 'already-here' });
  const participant = here.participantId();
  const ids = { session: session.id, round: command.id };
  const events = [joining(session.id, participant, command)];
  const open = openRound(session);
  if (open !== null && open.kind !== 'join')
    return ok([
      ...events,
      { type: 'round-extended', ids: { ...ids, round: open.id, participant }, data: {} },
    ]);
  if (open !== null || session.rounds.length === 0) return ok(events);
  const language = session.rounds.findLast((round) => round.language !== null)?.language ?? 'en';
  return ok([
    ...events,
    { type: 'round-opened', ids, data: { kind: 'join', participants: [participant] } },
    { type: 'round-started', ids, data: { language } },
    { type: 'introduction-started', ids: { ...ids, participant }, data: {} },
  ]);
};

const leave = (session: Session, { participant }: CommandOf<'leave'>): Decision => {
  if (participantOf(session, participant) === null) return refuse({ code: 'no-such-participant' });
  if (!isHere(session, participant)) return refuse({ code: 'already-gone' });
  const gone: SessionEvent = {
    type: 'participant-left',
    ids: { session: session.id, participant },
    data: {},
  };
  const round = openRound(session);
  if (round?.current !== participant) return ok([gone]);
  const ids = { session: session.id, round: round.id };
  const next = nextAfter(session, round, participant);
  if (next !== null)
    return ok([gone, { type: 'introduction-started', ids: { ...ids, participant: next }, data: {} }]);
  return round.kind === 'join'
    ? ok([gone, { type: 'round-ended', ids, data: { outcome: 'stopped', beforeSedation: null } }])
    : ok([gone]);
};

const comeBack = (session: Session, { participant }: CommandOf<'return'>): Decision => {
  if (participantOf(session, participant) === null) return refuse({ code: 'no-such-participant' });
  if (isHere(session, participant)) return refuse({ code: 'already-here' });
  return ok([
    {
      type: 'participant-returned',
      ids: { session: session.id, participant },
      data: { corrects: null },
    },
  ]);
};
