import {
  type Command,
  type CommandInput,
  command as commandSchema,
  type Decision,
  type Recognition,
} from '../../../core/session/commands.ts';
import { decide } from '../../../core/session/decide.ts';
import type { Recorded } from '../../../core/session/events.ts';
import { evolve } from '../../../core/session/evolve.ts';
import type { Introduction, Session } from '../../../core/session/state.ts';

/** A UUID that is easy to read in a failure: its last digits are the number. */
export const uuid = (number: number): string =>
  `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

/** Freezes a value and all in it: whoever tries to change it throws. */
const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) frozen(member);
  }
  return value;
};

/** A command without what the play fills in: its id, and the session it is about. */
type Without<Input> = Input extends CommandInput ? Omit<Input, 'id' | 'session'> : never;
export type Step = Without<CommandInput>;

/**
 * One session as a device plays it: decides, stamps and folds, and takes a command whose id it knows as done.
 * The clock moves by hand.
 */
export const startPlay = () => {
  const events: Recorded[] = [];
  const taps: string[] = [];
  let session: Session | null = null;
  let [minted, ms, boot, booted] = [0, Date.UTC(2026, 2, 2, 8), uuid(0xb0), Date.UTC(2026, 2, 2, 8)];
  const newId = () => uuid(++minted);

  const send = (command: Command | Recognition): Decision | 'known' => {
    if (taps.includes(command.id)) return 'known';
    const decision = decide(session, frozen(command), {
      place: 'or-3',
      unit: 'theatres',
      participantId: newId,
    });
    if (!decision.ok) return decision;
    taps.push(command.id);
    for (const event of decision.value) {
      const at = new Date(ms).toISOString();
      const stamp = { seq: events.length + 1, at, boot, mono: ms - booted };
      const recorded = frozen({ ...event, eventId: command.id, stamp });
      events.push(recorded);
      session = frozen(evolve(session, recorded));
    }
    return decision;
  };

  return {
    events: events as readonly Recorded[],
    taps: taps as readonly string[],
    send,
    newId,
    /** Lets time pass, in seconds. */
    wait: (seconds: number) => {
      ms += seconds * 1000;
    },
    /** The program starts again after so many seconds: the monotonic clock begins anew. */
    reboot: (seconds: number) => {
      ms += seconds * 1000;
      [boot, booted] = [newId(), ms];
    },
    standing: (): Session | null => session,
    /** Sends a step of the open session that must be carried out; gives the id of its tap. */
    tap: (step: Step): string => {
      const id = newId();
      const about = step.type === 'open-session' ? {} : { session: session?.id };
      const decision = send(commandSchema.parse({ ...step, ...about, id }));
      if (decision === 'known' || !decision.ok)
        throw new Error(`${step.type} was refused: ${JSON.stringify(decision)}`);
      return id;
    },
    /** The device says whom of these the patient met earlier in the stay; nobody else was. */
    recognise: (...participants: string[]): string => {
      const id = newId();
      const decision = send({ type: 'recognise', id, session: session?.id ?? '', participants });
      if (decision === 'known' || !decision.ok)
        throw new Error(`recognise was refused: ${JSON.stringify(decision)}`);
      return id;
    },
    /** Sends a step that must be refused; gives the code of the refusal. */
    refused: (step: Step): string => {
      const about = step.type === 'open-session' ? {} : { session: session?.id };
      const decision = send(commandSchema.parse({ ...step, ...about, id: newId() }));
      if (decision === 'known' || decision.ok) throw new Error(`${step.type} was not refused`);
      return decision.problem.code;
    },
  };
};
export type Play = ReturnType<typeof startPlay>;

/** The session of a play that has been opened. */
export const sessionOf = (play: Play): Session => {
  const session = play.standing();
  if (session === null) throw new Error('No session was opened');
  return session;
};

/** One line per introduction of a round, by its person: `kofi introduced self`. */
export const lines = (play: Play, round: number): string[] => {
  const session = sessionOf(play);
  return (session.rounds[round]?.introductions ?? []).map((one: Introduction) =>
    [personOf(session, one.participant), one.status ?? '-', one.method ?? one.reason]
      .filter(Boolean)
      .join(' '),
  );
};

export const personOf = (session: Session, participant: string | null | undefined): string =>
  session.participants.find((one) => one.id === participant)?.person ?? 'nobody';
