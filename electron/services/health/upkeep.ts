import { signNow } from '../../log/checkpoint.ts';
import { wallTime } from '../../log/clock.ts';
import { watchClock } from '../../log/record.ts';
import { logger } from '../../operations.ts';
import { NotRecorded } from '../../problem.ts';
import { lastCheckpoint } from '../../store/checkpoints.ts';
import { readHead, timeOf } from '../../store/log.ts';
import { openSessionId } from '../../store/sessions.ts';
import { newestBackup } from '../backups/list.ts';
import type { Device } from '../device.ts';
import { catchUpFigures } from '../figures/catch-up.ts';
import { eraseWhatIsLeft } from '../sessions.ts';
import { isSoundBeside } from './beside.ts';
import { isDailyDue, isTailDue } from './due.ts';
import { isLookedOverLater } from './start-check.ts';
import { freeBytes, watchSpace } from './watch-space.ts';

/** What is done once a day while nobody uses the kiosk. */
export interface DailyJob {
  name: string;
  /** When it was last done, wall time (RFC 3339); null for never. */
  lastDone: (device: Device) => string | null;
  /** Says itself in the log what came of it. To be left where it is when the signal is given. */
  run: (device: Device, signal: AbortSignal) => Promise<void>;
}

const every = 30_000;

/** After the start: nothing of it is to delay the first tap. */
const first = 5_000;

/**
 * Keeps watch over a kiosk from its start to its stop: every half minute it looks at the clock, the room on the disk and
 * what is due. A large database is looked over first. `look` does it at once, for a test, which may say that there is
 * so much free, and that a database of more than so many bytes is large; `stop` ends it all.
 */
export const keepUp = (
  device: Device,
  daily: readonly DailyJob[],
  { free = freeBytes, atOnce }: { free?: typeof freeBytes; atOnce?: number } = {},
) => {
  const stopped = new AbortController();
  const jobs = daily.map((job) => new Scheduled(device, job));
  let notLookedOver = isLookedOverLater(device.folder, atOnce);
  let looking: Promise<void> | null = null;
  const lookOnce = async (): Promise<void> => {
    try {
      await watchSpace(device, free);
      if (stopped.signal.aborted) return;
      lookAtRecord(device);
      if (notLookedOver && !(await isSoundBeside(device.folder, stopped.signal))) device.condemn();
      notLookedOver = false;
      for (const job of jobs) if (job.isDue()) await job.run(stopped.signal);
    } catch (problem) {
      if (!stopped.signal.aborted) logger.error({ problem }, 'the upkeep failed');
    }
  };
  /** One at a time: a reserve or a check takes longer than from one look to the next. */
  const look = (): Promise<void> => {
    looking ??= lookOnce().finally(() => {
      looking = null;
    });
    return looking;
  };
  const timer = setInterval(() => {
    whileItWorks(() => watchClock(device));
    void look();
  }, every).unref();
  const begin = setTimeout(() => {
    void look();
    void countLate(device, stopped.signal);
  }, first).unref();
  return {
    look,
    stop: () => {
      clearInterval(timer);
      clearTimeout(begin);
      device.reserve.leave();
      stopped.abort();
    },
  };
};

/** Figures that were never counted, or by older rules. What could not be is left for the next start. */
const countLate = async (device: Device, signal: AbortSignal): Promise<void> => {
  try {
    await catchUpFigures(device, signal);
  } catch (problem) {
    if (!signal.aborted) logger.error({ problem }, 'figures were not counted');
  }
};

/** What cannot be recorded now is left for the next time. */
const whileItWorks = (work: () => void): void => {
  try {
    work();
  } catch (problem) {
    if (!(problem instanceof NotRecorded)) throw problem;
  }
};

const lookAtRecord = (device: Device): void =>
  whileItWorks(() => {
    watchClock(device);
    // On a full disk the room decides.
    if (device.health.stopped !== null && device.health.stopped.why !== 'full') device.tryAgain();
    eraseWhatIsLeft(device);
    device.health.setBackup(newestBackup(device.folder));
    const now = device.clock.now().getTime();
    if (device.health.stopped === null && isTailDue({ now, firstUnsigned: firstUnsigned(device) }))
      signNow(device);
  });

/** When the first entry after the last checkpoint was recorded, in ms since 1970; null where all is signed. */
const firstUnsigned = ({ db }: Device): number | null => {
  const signed = lastCheckpoint.get(db, {})?.size ?? 0;
  if ((readHead(db)?.size ?? 0) <= signed) return null;
  const entry = timeOf.get(db, { seq: signed + 1 });
  return entry === undefined ? null : Date.parse(entry.at);
};

/** A daily job on its device: when it was done, and when it was last begun. */
class Scheduled {
  readonly #device: Device;
  readonly #job: DailyJob;
  #tried: number | null = null;

  constructor(device: Device, job: DailyJob) {
    this.#device = device;
    this.#job = job;
  }

  isDue(): boolean {
    const { clock, lastUsed, health, db } = this.#device;
    if (health.stopped !== null) return false;
    const mono = clock.mono();
    return isDailyDue({
      today: wallTime(clock.now()).slice(0, 10),
      lastDone: this.#job.lastDone(this.#device)?.slice(0, 10) ?? null,
      idle: mono - lastUsed,
      sinceTried: this.#tried === null ? null : mono - this.#tried,
      sessionOpen: openSessionId(db) !== null,
    });
  }

  async run(signal: AbortSignal): Promise<void> {
    this.#tried = this.#device.clock.mono();
    try {
      await this.#job.run(this.#device, signal);
    } catch (problem) {
      if (!signal.aborted) logger.error({ problem, job: this.#job.name }, 'a daily job failed');
    }
  }
}
