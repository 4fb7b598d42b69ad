import { NotRecorded, type Stop, troubleOfDisk } from '../problem.ts';
import { firstEntryOf, type Head, readHead } from '../store/log.ts';
import type { Reader, Writer } from '../store/open.ts';
import { keepFigures } from './figures.ts';
import { goesOnFrom } from './head.ts';

/** What a transaction needs of the device: see Device, which does it. */
export interface Committer {
  readonly db: Writer;
  /** Throws NotRecorded where nothing may be written now; `vital` is written on a full disk too. */
  admit(vital: boolean): void;
  /** Throws NotRecorded unless what was just written went into the file that the record is in. */
  stillThere(): void;
  /** After a failure of the disk: another connection to the same record, looked over. Throws NotRecorded. */
  recover(problem: unknown): void;
  /** Gives up what is kept for a full disk; whether there was any. */
  giveUpReserve(): boolean;
  /** Something was committed, and the disk did not complain: the record can be written. */
  committed(): void;
}

interface Terms {
  /**
   * Whether what `work` did is in the database, by what is there: asked after a COMMIT of which nobody knows. If it is
   * not given, the log tells, provided that something was recorded.
   */
  wasKept?: (db: Reader) => boolean;
  /** Whether it must be written on a full disk too, for which the reserve is given up. */
  vital?: boolean;
}

/**
 * Does `work` in one transaction, all or nothing, and returns when COMMIT did and the file is still the one that the
 * record is in. Within another such transaction it is part of that, which alone knows how it ends.
 *
 * Where the disk fails, the connection is given up, another one is opened, and what is found there decides: what SQLite
 * called a failure may have been kept. Throws NotRecorded where it was not, or where that cannot be found out yet, and
 * then the same can be tried again; throws what `work` throws.
 */
export const commit = <Value>(
  device: Committer,
  work: (db: Writer) => Value,
  { wasKept, vital = false }: Terms = {},
): Value => {
  const { db } = device;
  if (db.inTransaction) return db.transaction(() => work(db)).immediate();
  device.admit(vital);
  const first = attempt(device, work, wasKept);
  const again = !first.ok && first.why === 'full' && vital && device.giveUpReserve();
  const last = again ? attempt(device, work, wasKept) : first;
  if (!last.ok) throw new NotRecorded(last.why, { cause: last.cause, isKnown: last.isKnown });
  // A disk that keeps what it calls a failure is still one that fails.
  if (!last.failed) device.committed();
  return last.value;
};

type Attempt<Value> =
  | { ok: true; value: Value; failed: boolean }
  | { ok: false; why: Stop; cause: unknown; isKnown: boolean };

const attempt = <Value>(
  device: Committer,
  work: (db: Writer) => Value,
  wasKept: Terms['wasKept'],
): Attempt<Value> => {
  const { db } = device;
  const done: { value: Value; log: Growth }[] = [];
  try {
    const value = db
      .transaction(() => {
        const before = readHead(db)?.size ?? 0;
        const made = work(db);
        keepFigures(db);
        done.push({ value: made, log: { before, after: readHead(db) } });
        return made;
      })
      .immediate();
    device.stillThere();
    return { ok: true, value, failed: false };
  } catch (cause) {
    const why = troubleOfDisk(cause);
    if (why === null) throw cause;
    const [made] = done;
    try {
      device.recover(cause);
    } catch (problem) {
      if (!(problem instanceof NotRecorded)) throw problem;
      // Only what came as far as its COMMIT may be there.
      return { ok: false, why: problem.why, cause, isKnown: made === undefined };
    }
    const kept = made !== undefined && (wasKept?.(device.db) ?? isInLog(device.db, made.log));
    return kept ? { ok: true, value: made.value, failed: true } : { ok: false, why, cause, isKnown: true };
  }
};

/** How far the log went before a transaction, and how it stood at its end. */
interface Growth {
  before: number;
  after: Head | null;
}

/** Whether the log goes on from where a transaction brought it. */
const isInLog = (db: Reader, { before, after }: Growth): boolean =>
  after !== null && after.size > before && goesOnFrom(db, after);

/** The ids of which nobody could tell whether they were recorded, until that is found out. */
const doubtful = new WeakMap<Committer, Set<string>>();

/** As `commit`, for what a tap or command of this id causes. */
export const commitFor = <Value>(
  device: Committer,
  id: string,
  work: (db: Writer) => Value,
  terms: Terms,
): Value => {
  try {
    return commit(device, work, terms);
  } catch (problem) {
    if (problem instanceof NotRecorded && !problem.isKnown)
      doubtful.set(device, (doubtful.get(device) ?? new Set()).add(id));
    throw problem;
  }
};

/** What a tap or command of this id caused first, if it is in the record. Throws NotRecorded where that cannot be known. */
export const recordedFor = (device: Committer, id: string) => {
  try {
    device.stillThere();
    const found = firstEntryOf.get(device.db, { event: id });
    doubtful.get(device)?.delete(id);
    return found;
  } catch (problem) {
    if (!(problem instanceof NotRecorded) || doubtful.get(device)?.has(id) !== true) throw problem;
    throw new NotRecorded(problem.why, { cause: problem, isKnown: false });
  }
};
