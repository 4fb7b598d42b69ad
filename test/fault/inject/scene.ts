import type { Device } from '../../../electron/services/device.ts';
import type { Place } from '../place.ts';
import type { pageOn } from './page.ts';

/** What a kiosk does while system calls fail. */
export interface Scene {
  /** The files in which they fail, `$$` for the id of its process. */
  files(place: Place): string[];
  /** Makes the place as it is before, once; each injection has a copy of it. Writes down what is acknowledged by then. */
  prepare(place: Place): void | Promise<void>;
  /** Throws a Problem, or gives why not, where something could not be done; that is an honest answer. */
  act(kiosk: Kiosk): Promise<string | null>;
  /** What is wrong afterwards besides the record itself. `done` is whether `act` said that it was done. */
  besides?(place: Place, done: boolean): string[];
}

interface Kiosk {
  device: Device;
  page: ReturnType<typeof pageOn>;
  place: Place;
  /** The next id that the device makes is this one. */
  nextId(id: string): void;
}
