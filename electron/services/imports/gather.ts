import { ok, type Result, refuse } from '../../../core/result.ts';
import { commit } from '../../log/commit.ts';
import { NotRecorded } from '../../problem.ts';
import {
  beginGathering,
  gatherBadge,
  gatheredPeople,
  gatherNumber,
  gatherPerson,
  gatherStanding,
  otherThanSessionsSince,
  removedInSession,
} from '../../store/arriving.ts';
import type { ImportChangeRow } from '../../store/imports.ts';
import type { Writer } from '../../store/open.ts';
import type { Device } from '../device.ts';
import { aMoment } from './moment.ts';
import type { Part, Prepared } from './part.ts';

/** So many people at once: a tap that comes meanwhile waits for as many. */
const atOnce = 250;
const mostTries = 3;

/** What is done one after the other on this device: there is one place to gather. */
const queues = new WeakMap<Device, Promise<unknown>>();

interface Gathering<Value> {
  prepared: Prepared;
  /** Keeps what it is put back by, part by part; not given where nothing is to be put back. */
  remember?: { begin: (db: Writer) => void; keep: (db: Writer, rows: readonly ImportChangeRow[]) => void };
  /** What else is to be there before. */
  bring?: () => Promise<void>;
  /**
   * Takes over what was gathered, and all that belongs to it, in one short transaction, if `isStill` says within it that
   * nothing it was found out by was changed since; null where it was.
   */
  take: (isStill: (db: Writer) => boolean) => Value | null;
  /** Lets go of what was kept, where it was not taken over. */
  undo?: () => Promise<void>;
}

/**
 * Changes people in one transaction or not at all, of whom there may be very many, so that a tap hardly waits: they are
 * gathered part by part in memory, with a moment between the parts. Tried again where something else was recorded
 * meanwhile; refused where people were changed. Throws as `commit` does.
 */
export const gather = <Value>(
  device: Device,
  gathering: () => Gathering<Value> | Promise<Gathering<Value>>,
): Promise<Result<Value, 'changed-meanwhile'>> => {
  const before = queues.get(device) ?? Promise.resolve();
  const mine = before.then(async () => gatherNow(device, await gathering()));
  queues.set(
    device,
    mine.then(
      () => {},
      () => {},
    ),
  );
  return mine;
};

const gatherNow = async <Value>(
  device: Device,
  gathering: Gathering<Value>,
): Promise<Result<Value, 'changed-meanwhile'>> => {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const found = await attempt(device, gathering);
    if (found === 'stale') break;
    if (found !== null) return ok(found.value);
  }
  return refuse('changed-meanwhile');
};

const attempt = async <Value>(
  device: Device,
  { prepared, remember, bring, take, undo }: Gathering<Value>,
): Promise<{ value: Value } | 'stale' | null> => {
  const size = await prepared.stand();
  if (size === null) return 'stale';
  let taken: Value | null = null;
  try {
    let isBegun = false;
    for (let from = 0; from < prepared.items || !isBegun; from += atOnce) {
      const part = await prepared.part(from, atOnce);
      const keep = (db: Writer): void => {
        if (!isBegun) {
          beginGathering(db);
          remember?.begin(db);
        }
        put(db, part);
        remember?.keep(db, part.memory);
      };
      // Where nobody knows whether it was kept it is begun anew.
      if (remember === undefined) device.db.transaction(keep)(device.db);
      else commit(device, keep, { wasKept: () => false });
      isBegun = true;
      await aMoment();
    }
    await bring?.();
    taken = take(
      (db) =>
        gatheredPeople(db) === prepared.people &&
        otherThanSessionsSince.get(db, { size }) === undefined &&
        removedInSession.get(db, { size }) === undefined,
    );
    return taken === null ? null : { value: taken };
  } finally {
    if (!device.isClosed) await tidy(device, taken === null ? undo : undefined);
  }
};

/** Lets go of what was gathered. What cannot be deleted on a disk that fails is at the next start, or on another day. */
const tidy = async (device: Device, undo?: () => Promise<void>): Promise<void> => {
  try {
    beginGathering(device.db);
    await undo?.();
  } catch (problem) {
    if (!(problem instanceof NotRecorded)) throw problem;
  }
};

const put = (db: Writer, { people, badges, numbers, standings }: Part): void => {
  for (const one of people) gatherPerson(db, one);
  for (const one of badges) gatherBadge(db, one);
  for (const one of numbers) gatherNumber(db, one);
  for (const one of standings) gatherStanding(db, one);
};
