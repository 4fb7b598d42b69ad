import type { Command, CommandOf, Recognition } from '../../../core/session/commands.ts';
import { decide } from '../../../core/session/decide.ts';
import { openRound, type Round, type Session } from '../../../core/session/state.ts';
import type { Clock } from '../../log/clock.ts';
import { type Recorder, record } from '../../log/record.ts';
import type { PlaceRow } from '../../store/settings.ts';
import type { Chance } from './chance.ts';

/** A clock that stands still until it is moved. */
export class SimulatedClock implements Clock {
  readonly #began: number;
  #at: number;

  constructor(at: Date) {
    this.#began = at.getTime();
    this.#at = this.#began;
  }

  now(): Date {
    return new Date(this.#at);
  }

  mono(): number {
    return this.#at - this.#began;
  }

  pass(seconds: number): void {
    this.#at += Math.round(seconds * 1000);
  }

  /** Moves on to a moment; one that is over changes nothing. */
  reach(moment: number): void {
    this.#at = Math.max(this.#at, moment);
  }
}

/** What a simulation runs on: a device's log, with clock and chance of its own. */
export interface Stage {
  recorder: Recorder;
  clock: SimulatedClock;
  chance: Chance;
}

type Without<Key extends string, Item> = Item extends unknown ? Omit<Item, Key> : never;
type Step = Without<'id' | 'session', Exclude<Command, { type: 'open-session' }> | Recognition>;

/** A session being played, by the same rules as at the bedside; every command of it is by the simulator. */
export class Play {
  readonly stage: Stage;
  readonly #place: PlaceRow;
  #session: Session;

  constructor(stage: Stage, place: PlaceRow, opening: Omit<CommandOf<'open-session'>, 'id' | 'type'>) {
    this.stage = stage;
    this.#place = place;
    this.#session = this.#carryOut(null, { ...opening, type: 'open-session', id: stage.chance.uuid() });
  }

  get session(): Session {
    return this.#session;
  }

  /** The round that is running. */
  get round(): Round | null {
    return openRound(this.#session);
  }

  /** Takes a step, after these seconds; gives its id. */
  step(step: Step, after = 0): string {
    this.stage.clock.pass(after);
    const id = this.stage.chance.uuid();
    this.#session = this.#carryOut(this.#session, { ...step, id, session: this.#session.id });
    return id;
  }

  #carryOut(session: Session | null, command: Command | Recognition): Session {
    const { recorder, chance } = this.stage;
    const place = { place: this.#place.id, unit: this.#place.unit_id };
    const decision = decide(session, command, { ...place, participantId: () => chance.uuid() });
    if (!decision.ok)
      throw new Error(`The simulation asked for what the rules refuse: ${decision.problem.code}`);
    const actor = { kind: 'simulator' } as const;
    const written = record(recorder, { id: command.id, actor, events: decision.value, session });
    if (written.session === null) throw new Error('A command of a session left no session');
    return written.session;
  }
}
