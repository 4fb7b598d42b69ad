import type { CommandInput, Refusal } from '../../core/session/commands.ts';
import type { DeviceView } from '../../core/view.ts';
import type { Answer, Reply, Tap } from './answer.ts';

/** Something to tell whoever tapped. `again` sends what is not in the record once more: under the same ids, so it counts once. */
export type Trouble =
  | { kind: 'refused'; code: Refusal['code'] }
  | { kind: 'not-recorded' | 'no-answer'; again: () => Promise<void> }
  | { kind: 'unknown-badge' | 'badge-not-read' | 'not-kept' | 'name-not-kept' }
  | { kind: 'already-here' | 'card-done'; name: string };

/** The last step that can still be taken back from this window. */
export interface Step {
  session: string;
  event: string;
  /** When it was recorded, by steadyNow. */
  at: number;
}

export interface CommandState {
  step: Step | null;
  trouble: Trouble | null;
}

/** The world around the commands, given in so that they can be tested without one. */
export interface CommandSources {
  /** Sends once. Throws when there was no answer. */
  post: (command: CommandInput) => Promise<Reply>;
  newId: () => string;
  now: () => number;
  wait: (ms: number) => Promise<void>;
  accept: (view: DeviceView) => void;
}

/** A second press within this time, in ms, is the same press: people who are nervous or gloved tap twice. */
const doubleTap = 450;
const pauses = [300, 900, 2_000];

/** Steps that the undo bar offers to take back. */
const undoable = new Set<Tap['type']>(['record', 'join', 'leave', 'return', 'end-round', 'say-goodbye']);

/** What a tap is about: two taps on the same thing are one. */
const targetOf = (tap: Tap): string => {
  if ('participant' in tap) return `${tap.type} ${tap.participant}`;
  if ('person' in tap) return `${tap.type} ${tap.person}`;
  return tap.type;
};

/**
 * Sends what people tap. The id is made once per tap and kept through every retry; nothing on screen changes
 * before the device has answered; a press on something already pressed is ignored.
 */
export const createCommands = (sources: CommandSources) => {
  let state: CommandState = { step: null, trouble: null };
  const listeners = new Set<() => void>();
  const pressed = new Map<string, number>();
  const underWay = new Set<string>();
  /** What was tapped and is not in the record, as far as anybody knows, by its place: until it is, or is given up. */
  const waiting = new Map<string, { command: CommandInput; kind: 'not-recorded' | 'no-answer' }>();

  const set = (change: Partial<CommandState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  const deliver = async (command: CommandInput): Promise<Reply | null> => {
    for (const pause of [...pauses, null]) {
      try {
        return await sources.post(command);
      } catch {
        if (pause === null) return null;
        await sources.wait(pause);
      }
    }
    return null;
  };

  const carryOut = async (command: CommandInput, target: string): Promise<Answer> => {
    underWay.add(target);
    const reply = await deliver(command);
    underWay.delete(target);
    if (reply === null || reply.outcome === 'not-recorded') {
      waiting.set(target, { command, kind: reply === null ? 'no-answer' : 'not-recorded' });
      set({ trouble: unsettled() });
      return reply ?? { outcome: 'no-answer' };
    }
    waiting.delete(target);
    sources.accept(reply.view);
    if (reply.outcome === 'refused') set({ trouble: { kind: 'refused', code: reply.refusal.code } });
    else set({ trouble: unsettled(), step: stepOf(command, reply.event) ?? state.step });
    return reply;
  };

  /** Sends everything once more that is not in the record yet. */
  const again = async (): Promise<void> => {
    const left = [...waiting].filter(([target]) => !underWay.has(target));
    await Promise.all(left.map(([target, { command }]) => carryOut(command, target)));
  };

  /** That one tap was recorded says nothing of another that was not: its trouble stays until it is settled. */
  const unsettled = (): Trouble | null => {
    const kinds = [...waiting.values()].map(({ kind }) => kind);
    if (kinds.length === 0) return null;
    return { kind: kinds.includes('no-answer') ? 'no-answer' : 'not-recorded', again };
  };

  const stepOf = (command: CommandInput, event: string): Step | null =>
    'session' in command && undoable.has(command.type)
      ? { session: command.session, event, at: sources.now() }
      : null;

  return {
    /**
     * Sends one tap. `target` is the place on the screen that was pressed, where that is not the person or thing
     * the command is about: the one button of a card, say, which stands for somebody else right after.
     */
    send: async (tap: Tap, target: string = targetOf(tap)): Promise<Answer> => {
      const at = sources.now();
      if (underWay.has(target) || at - (pressed.get(target) ?? -doubleTap) < doubleTap)
        return { outcome: 'ignored' };
      for (const [other, when] of pressed) if (at - when >= doubleTap) pressed.delete(other);
      pressed.set(target, at);
      return carryOut({ ...tap, id: sources.newId() }, target);
    },
    /** Something that is not a command went wrong, or right, as when a badge was read. */
    tell: (trouble: Trouble) => set({ trouble }),
    /**
     * Whoever was told has read it. Of taps that were not recorded it says that they are given up: nothing shows them as
     * done. After anything else those are said again.
     */
    close: () => {
      if (state.trouble !== null && 'again' in state.trouble) waiting.clear();
      set({ trouble: unsettled() });
    },
    /** A step that can be taken back and was recorded in another way, as by a badge; null once it was taken back. */
    keep: (step: Step | null) => set({ step, trouble: unsettled() }),
    get: (): CommandState => state,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

export type Commands = ReturnType<typeof createCommands>;
