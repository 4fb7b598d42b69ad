import type { DeviceEvent } from '../../core/log/device-events.ts';

/** So many events are kept while nothing can be recorded; a disk may fail for weeks, and a clock be set every minute. */
export const mostUntold = 100;

/**
 * What happened while nothing could be recorded, and is to be told first when it can: the first of it, which says how it
 * began. Of what is too much it is only known how much it was.
 */
export class Untold {
  readonly #events: DeviceEvent[] = [];
  #leftOut = 0;

  get events(): readonly DeviceEvent[] {
    return this.#events;
  }

  get leftOut(): number {
    return this.#leftOut;
  }

  add(event: DeviceEvent): void {
    if (this.#events.length < mostUntold) this.#events.push(event);
    else this.#leftOut += 1;
  }

  told(): void {
    this.#events.length = 0;
    this.#leftOut = 0;
  }
}
