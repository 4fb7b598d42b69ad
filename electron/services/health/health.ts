import type { RecordState, RecordStatus } from '../../../core/view.ts';
import { type Clock, wallTime } from '../../log/clock.ts';
import type { Stop } from '../../problem.ts';

/** Nothing can be recorded: why, and since when, by both clocks. */
export interface Stopped {
  why: Stop;
  at: string;
  mono: number;
}

/** What was found of the record at the start or by a check, and holds until somebody sees to it. */
type Found = 'bad' | 'damaged' | 'missing';

/** How the record of this device is, as far as is known: what everybody who looks at a window is told. */
export class Health {
  readonly #clock: Clock;
  readonly #changed: () => void;
  #stopped: Stopped | null = null;
  #found: { state: Found; since: string } | null = null;
  #low: { since: string } | null = null;
  #backup: { at: string } | null = null;

  /** `changed` is called whenever the status is another one. */
  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  get stopped(): Stopped | null {
    return this.#stopped;
  }

  get status(): RecordStatus {
    const worst = this.#worst();
    return {
      state: worst?.state ?? 'ok',
      recording: this.#stopped === null,
      since: worst?.since ?? null,
      backup: this.#backup,
    };
  }

  /** Nothing can be recorded from here on. The same again changes nothing; since when stays. */
  stop(why: Stop): void {
    this.#change(() => {
      if (this.#stopped?.why === why) return;
      const { at, mono } = this.#stopped ?? { at: wallTime(this.#clock.now()), mono: this.#clock.mono() };
      this.#stopped = { why, at, mono };
    });
  }

  /** Recording works again; or does not after all, and never did in between. */
  resume(stopped: Stopped | null = null): void {
    this.#change(() => {
      this.#stopped = stopped;
    });
  }

  /** Tells what a check found, or null where it found that all is well. */
  find(state: Found | null): void {
    this.#change(() => {
      if (state === this.#found?.state) return;
      this.#found = state === null ? null : { state, since: wallTime(this.#clock.now()) };
    });
  }

  /** Whether there is less room than somebody should see to. */
  setLow(low: boolean): void {
    this.#change(() => {
      if (low !== (this.#low !== null)) this.#low = low ? { since: wallTime(this.#clock.now()) } : null;
    });
  }

  setBackup(backup: { at: string } | null): void {
    this.#change(() => {
      this.#backup = backup;
    });
  }

  #worst(): { state: RecordState; since: string } | null {
    if (this.#stopped !== null) return { state: this.#stopped.why, since: this.#stopped.at };
    return this.#found ?? (this.#low === null ? null : { state: 'low', since: this.#low.since });
  }

  #change(make: () => void): void {
    const before = JSON.stringify(this.status);
    make();
    if (JSON.stringify(this.status) !== before) this.#changed();
  }
}
