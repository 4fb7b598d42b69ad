import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../log/clock.ts';

/** How long an address is good, in ms. */
const goodFor = 60_000;

const digestOf = (ticket: string): string => createHash('sha256').update(ticket).digest('hex');

/**
 * Addresses from which one file can be fetched, once. A link cannot send the header that says who is signed in, so it
 * carries 256 bits of its own, which are kept only as a digest.
 */
export class Tickets {
  readonly #clock: Clock;
  readonly #known = new Map<string, { job: string; until: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  give(job: string): string {
    this.#forgetOld();
    const ticket = randomBytes(32).toString('base64url');
    this.#known.set(digestOf(ticket), { job, until: this.#clock.mono() + goodFor });
    return ticket;
  }

  /** The export that a ticket is for, which is worth nothing any more then; null for one that is not good. */
  take(ticket: string): string | null {
    this.#forgetOld();
    const key = digestOf(ticket);
    const found = this.#known.get(key);
    this.#known.delete(key);
    return found?.job ?? null;
  }

  #forgetOld(): void {
    const now = this.#clock.mono();
    for (const [key, { until }] of this.#known) if (until <= now) this.#known.delete(key);
  }
}
