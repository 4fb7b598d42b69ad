import { ok, refuse } from '../result.ts';
import type { CommandOf, Decision, Refusal, Verdict } from './commands.ts';
import { undoPresence } from './decide-presence.ts';
import type { SessionEvent } from './events.ts';
import { introductionOf, isHere, openRound, type Round, type Session } from './state.ts';
import { reasons, statusesIn } from './words.ts';

/**
 * Gives one introduction its status. The first status needs a running round; a correction names the record that
 * it replaces and may come until the session is closed.
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

/**
 * Takes back one step, as a linked correction: a status, a coming or leaving, or the end of a round. Its card comes up again
 * where there are cards, and a round that had ended with it runs again: whoever has no status now was not left out
 * by that end.
 */
export const undo = (session: Session, { of }: Pick<CommandOf<'undo'>, 'of'>): Decision => {
  const gone = session.participants.filter((one) => one.left === of);
  const came = session.participants.filter((one) => one.left === null && one.came.event === of);
  const round = session.rounds.find(
    (one) => one.ended?.event === of || one.introductions.some((introduction) => introduction.record === of),
  );
  const blocked = round !== undefined && round.ended !== null && openRound(session) !== null;
  // Without those whom it began with there would be no session.
  if (of !== session.id && gone.length + came.length > 0) {
    // A shift change ended for all at once: nobody is back without the round that they left with.
    if (blocked && round.kind === 'patient') return refuse({ code: 'another-round-is-open' });
    const back = undoPresence(session, { came, gone }, of);
    return back.ok && round !== undefined ? ok([...back.value, ...withdrawnFrom(session, round, of)]) : back;
  }
  if (round === undefined) return refuse({ code: 'nothing-to-undo' });
  if (blocked) return refuse({ code: 'another-round-is-open' });
  const taken = round.introductions.filter((one) => one.record === of).map((one) => one.participant);
  const ids = { session: session.id, round: round.id };
  const reopened: SessionEvent[] =
    round.ended === null ? [] : [{ type: 'round-reopened', ids, data: { corrects: round.ended.event } }];
  const again = round.cards ? taken.find((participant) => isHere(session, participant)) : undefined;
  const card: SessionEvent[] =
    again === undefined
      ? []
      : [{ type: 'introduction-started', ids: { ...ids, participant: again }, data: {} }];
  return ok([...reopened, ...withdrawnFrom(session, round, of), ...card]);
};

/** Whether the step that this event recorded can be taken back, as the session stands. */
export const canUndo = (session: Session, of: string): boolean => undo(session, { of }).ok;

/** The records of one step, taken back. */
const withdrawnFrom = (session: Session, round: Round, of: string): SessionEvent[] =>
  round.introductions
    .filter((one) => one.record === of)
    .map(({ participant }) => ({
      type: 'introduction-withdrawn',
      ids: { session: session.id, round: round.id, participant },
      data: { corrects: of },
    }));
