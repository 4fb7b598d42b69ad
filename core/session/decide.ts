import { ok, refuse } from '../result.ts';
import type { Circumstances, Command, CommandOf, Decision, Recognition } from './commands.ts';
import { comeBack, join, joining, leave, leaving } from './decide-presence.ts';
import { record, undo } from './decide-record.ts';
import {
  answerRecall,
  endRound,
  openNewRound,
  recognise,
  sayGoodbye,
  showCard,
  startRound,
} from './decide-round.ts';
import { settled } from './settle.ts';
import { openRound, type Session } from './state.ts';

/**
 * What a command leads to: the events to record, at least one, or why nothing is recorded. Pure: the same session,
 * command and circumstances always give the same answer. A command whose id was recorded before has happened: it is
 * for the caller to look that up and not to ask again.
 */
export const decide = (
  session: Session | null,
  command: Command | Recognition,
  here: Circumstances,
): Decision => {
  if (command.type === 'open-session') return openSession(session, command, here);
  if (session === null || session.id !== command.session) return refuse({ code: 'no-such-session' });
  if (session.closed !== null) return refuse({ code: 'session-closed' });
  const decision = decideIn(session, command, here);
  return decision.ok ? ok(settled(session, command.id, decision.value)) : decision;
};

const decideIn = (
  session: Session,
  command: Exclude<Command, { type: 'open-session' }> | Recognition,
  here: Circumstances,
): Decision => {
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
    case 'say-goodbye':
      return sayGoodbye(session, command);
    case 'answer-recall':
      return answerRecall(session, command);
    case 'recognise':
      return recognise(session, command);
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
  const { id, kind, scheduled, urgency, interpreter, withoutPatient = false } = command;
  const shiftChange = kind === 'shift-change';
  const team = command.team.map(({ part, ...one }) => ({
    ...one,
    participant: here.participantId(),
    part: shiftChange ? part : null,
  }));
  const gone = withoutPatient ? team.filter(({ part }) => part === 'leaving') : [];
  return ok([
    {
      type: 'session-opened',
      ids: { session: id, place: here.place, unit: here.unit },
      data: { kind, scheduled, urgency, interpreter },
    },
    ...team.map((one) => joining(id, one.participant, one)),
    ...gone.map(({ participant }) => leaving(id, participant)),
  ]);
};
