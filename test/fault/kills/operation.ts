import type { Acknowledged, Place } from '../place.ts';

/** What a kiosk, or a command, does when it is killed. */
export interface Operation {
  /** Makes the place as it is before, once; each kill has a copy of it. Writes down what is acknowledged by then. */
  prepare(place: Place): void | Promise<void>;
  /**
   * What is done, up to the moment that can be killed; gives the rest. `acknowledge` is called with the id of each tap
   * once that is acknowledged.
   */
  begin(place: Place, acknowledge: (id: string) => void): () => void | Promise<void>;
  /** What is wrong besides the record itself, in words; looked at before anything is opened. */
  besides?(place: Place): string[];
  /** Whether something that was acknowledged may rightly be out of the record that is found. */
  mayBeGone?(place: Place): (one: Acknowledged) => boolean;
}
