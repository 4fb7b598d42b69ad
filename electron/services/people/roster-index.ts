import type { Suspicion } from '../../../core/people/doubles.ts';
import { peopleCount, rosterStand } from '../../store/people-list.ts';
import type { Device } from '../device.ts';
import { inThread } from '../in-thread.ts';
import { type IndexOfPeople, indexOf } from './index-of.ts';

/** Of so many people, all names are compared in less time than a tap would notice; of more, in another thread. */
const fewPeople = 1_500;

const module = new URL(
  import.meta.url.endsWith('.ts') ? './index-worker.ts' : './index-worker.js',
  import.meta.url,
);

export interface RosterIndex {
  /** Where somebody stands among all people. */
  place: ReadonlyMap<string, number>;
  suspects: readonly Suspicion[];
  /** Everybody who may be there twice. */
  twice: ReadonlySet<string>;
}

interface Kept {
  stand: number;
  language: string;
  index: Promise<RosterIndex>;
  /** The last that is done, of the people as they are or as they were a moment ago. */
  last: RosterIndex | null;
}

const kept = new WeakMap<Device, Kept>();

/**
 * The order of all people in a language, and who may be there twice; worked out again once anybody changed. Whoever only
 * looks at one person does not wait for that where there are many: `asItWas` gives what was known before.
 */
export const rosterIndex = async (
  device: Device,
  language: string,
  { asItWas = false } = {},
): Promise<RosterIndex> => {
  const stand = rosterStand(device.db);
  const known = kept.get(device);
  const isSame = known?.language === language;
  if (isSame && known.stand === stand) return (asItWas ? known.last : null) ?? known.index;
  const before = isSame ? known.last : null;
  const index = workedOut(device, language).then(({ order, suspects }) => ({
    place: new Map(order.map((id, at) => [id, at])),
    suspects,
    twice: new Set(suspects.flatMap(({ one, other }) => [one, other])),
  }));
  const now: Kept = { stand, language, index, last: isLarge(device) ? before : null };
  kept.set(device, now);
  index.then(
    (done) => {
      now.last = done;
    },
    // What failed is tried again when it is next asked for.
    () => kept.delete(device),
  );
  return (asItWas ? now.last : null) ?? index;
};

const isLarge = ({ db }: Device): boolean => (peopleCount.get(db, {})?.count ?? 0) > fewPeople;

const workedOut = async (device: Device, language: string): Promise<IndexOfPeople> => {
  const { db, folder } = device;
  if (!isLarge(device)) return indexOf(db, language);
  const found: IndexOfPeople[] = [];
  await inThread(module, {
    workerData: { folder, language },
    onMessage: (message) => {
      // The worker posts one message, and it is this.
      found.push(message as IndexOfPeople);
      return true;
    },
  });
  const [index] = found;
  if (index === undefined) throw new Error('The thread ended before it had answered');
  return index;
};
