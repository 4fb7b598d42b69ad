import type { Clock } from '../../log/clock.ts';
import type { Reader } from '../../store/open.ts';

/** What it takes to find out what a file would change: it writes nothing, and may be done in another thread. */
export interface Planning {
  readonly db: Reader;
  readonly badgeKey: Uint8Array;
  readonly clock: Clock;
  readonly newId: () => string;
}
