import { ok, type Result, refuse } from '../result.ts';
import type { CommandOf, Refusal, Verdict } from './commands.ts';
import type { SessionEvent } from './events.ts';
import { introductionOf, isHere, nextAfter, openRound, type Round, type Session } from './state.ts';
import { reasons, statusesIn } from './words.ts';

type Decision = Result<SessionEvent[], Refusal>;

/**
 * Gives one introduction its status. The first status needs a running round; a correction names the record that
 * it replaces and may come until the session is closed. In a round of cards, the next card comes up.
 */
export const record = (session: Session, command: CommandOf<'record'>): Decision => {
  const round = session.rounds.find((one) => one.id === command.round);
  if (round === undefined) return refuse({ code: 'no-such-round' });
  const introduction = introductionOf(round, command.participant);
  if (introduction === null) return refuse({ code: 'not-in-this-round' });
  const problem = misfit(round, command.verdict);
  if (problem !== null) return refuse(problem);
  if (command.corrects === null) {
    if (introduction.status !== null) return refuse({ code: 'already-recorded' });
    if (round.ended !== null) return refuse({ code: 'round-is-over' });
    if (round.started === null) return refuse({ code: 'round-not-started' });
    if (!isHere(session, command.participant)) return refuse({ code: 'not-here' });
  } else if (command.corrects !== introduction.record) return refuse({ code: 'record-has-changed' });
  const { participant, corrects } = command;
  const ids = { session: session.id, round: round.id };
  return ok([
    { type: 'introduction-recorded', ids: { ...ids, participant }, data: { ...command.verdict, corrects } },
    ...whatFollows(session, round, participant),
  ]);
};

const misfit = (round: Round, { status, method, reason }: Verdict): Refusal | null => {
  if (!statusesIn[round.kind].includes(status)) return { code: 'status-not-for-this-round' };
  const met = status === 'introduced' || status === 'already-known';
  if (met !== (method !== null)) return { code: 'method-does-not-fit' };
  const allowed: readonly string[] =
    status === 'absent' || status === 'skipped' || status === 'unable' ? reasons[status] : [];
  const fits = reason === null ? allowed.length === 0 : allowed.includes(reason);
  return fits ? null : { code: 'reason-does-not-fit' };
};

/** After a card was answered: the next card, or the end of a one-person round. */
const whatFollows = (session: Session, round: Round, participant: string): SessionEvent[] => {
  if (round.ended !== null || round.current !== participant) return [];
  const ids = { session: session.id, round: round.id };
  if (round.kind === 'join')
    return [{ type: 'round-ended', ids, data: { outcome: 'completed', beforeSedation: null } }];
  const next = nextAfter(session, round, participant);
  return next === null
    ? []
    : [{ type: 'introduction-started', ids: { ...ids, participant: next }, data: {} }];
};

/**
 * Takes back one step, as a linked correction: a status (its card comes up again, in a one-person round the round
 * reopens), a leaving, or the end of a round.
 */
export const undo = (session: Session, { of }: CommandOf<'undo'>): Decision => {
  const gone = session.participants.find((one) => one.left === of);
  if (gone !== undefined)
    return ok([
      {
        type: 'participant-returned',
        ids: { session: session.id, participant: gone.id },
        data: { corrects: of },
      },
    ]);
  for (const round of session.rounds) {
    const ids = { session: session.id, round: round.id };
    const taken = round.introductions.filter((one) => one.record === of);
    const ending = round.ended?.event === of;
    if (taken.length === 0 && !ending) continue;
    const reopens = round.ended !== null && (ending || round.kind === 'join');
    if (reopens && openRound(session) !== null) return refuse({ code: 'another-round-is-open' });
    return ok([
      ...(reopens && round.ended !== null
        ? [{ type: 'round-reopened' as const, ids, data: { corrects: round.ended.event } }]
        : []),
      ...taken.flatMap((one) => withdrawal(round, session.id, one.participant, of)),
    ]);
  }
  return refuse({ code: 'nothing-to-undo' });
};

const withdrawal = (round: Round, session: string, participant: string, of: string): SessionEvent[] => {
  const ids = { session, round: round.id, participant };
  const withdrawn: SessionEvent = { type: 'introduction-withdrawn', ids, data: { corrects: of } };
  const card: SessionEvent = { type: 'introduction-started', ids, data: {} };
  const cards = round.kind === 'join' || introductionOf(round, participant)?.started != null;
  const shown = round.kind !== 'team' && (round.ended === null || round.kind === 'join') && cards;
  return shown ? [withdrawn, card] : [withdrawn];
};
