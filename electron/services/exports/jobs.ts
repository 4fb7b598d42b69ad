import type { AskedExport, ExportJob, NoTicket, NotBegun } from '../../../core/exports/view.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { signNow } from '../../log/checkpoint.ts';
import { wallTime } from '../../log/clock.ts';
import { record } from '../../log/record.ts';
import { logger } from '../../operations.ts';
import { addAnchor } from '../../store/checkpoints.ts';
import { firstEntryOf } from '../../store/log.ts';
import { actorOf, isStill, type SignedIn } from '../access/session.ts';
import type { Device } from '../device.ts';
import { freeBytes } from '../health/watch-space.ts';
import { fileStream } from './file-stream.ts';
import { Job } from './job.ts';
import { nameOfFile, sweepJobs } from './job-folder.ts';
import { type Make, makeBeside } from './make-beside.ts';
import { Tickets } from './tickets.ts';
import { exportedEvent } from './told.ts';

/** How many files of one sign-in there are at most, each until it was fetched. */
const mostFiles = 3;

/** A file that is being fetched. */
export interface Fetched {
  name: string;
  bytes: number;
  body: ReadableStream<Uint8Array>;
}

/**
 * What those who are signed in let leave the device: one file at a time is made, in another thread; it waits in the data
 * folder, and is given only to the window that asked for it, by an address that is good once. It is erased when it was
 * fetched, when its sign-in ends, and at the next start. The log says that it left before the first address is given.
 */
export class ExportJobs {
  readonly #device: Device;
  readonly #make: Make;
  readonly #free: typeof freeBytes;
  readonly #jobs = new Map<string, Job>();
  readonly #tickets: Tickets;
  #isClosed = false;

  constructor(device: Device, { make = makeBeside, free = freeBytes } = {}) {
    this.#device = device;
    this.#make = make;
    this.#free = free;
    this.#tickets = new Tickets(device.clock);
    sweepJobs(device.folder);
    device.beforeClose(() => {
      this.#isClosed = true;
      for (const job of this.#jobs.values()) job.cancel({ atOnce: true });
    });
  }

  /** Begins to make a file. Asked again under the same id, it is the same one. Throws as `record` does. */
  async begin(signedIn: SignedIn, id: string, asked: AskedExport): Promise<Result<ExportJob, NotBegun>> {
    const known = this.#jobs.get(id);
    if (known !== undefined)
      return known.order.signedIn === signedIn ? ok(known.view) : refuse('made-before');
    const device = this.#device;
    if (firstEntryOf.get(device.db, { event: id }) !== undefined) return refuse('made-before');
    const busy = this.#isBusy(signedIn);
    if (busy !== null) return refuse(busy);
    const room = await this.#room();
    if (!room.has) return refuse('no-room');
    // Somebody else may have begun meanwhile, or the sign-in be over.
    if (this.#isBusy(signedIn) !== null || !isStill(device, signedIn)) return refuse('busy');
    if (asked.format === 'bundle' || asked.format === 'xlsx') signNow(device);
    const made = wallTime(device.clock.now());
    const name = nameOfFile(asked, made.slice(0, 10));
    const job = new Job(device.folder, { id, signedIn, asked, name, low: room.low });
    this.#jobs.set(id, job);
    signedIn.over.signal.addEventListener('abort', () => this.#forget(job));
    const { folder, app } = device;
    const running = job.run(this.#make, { folder, maker: { app, made }, spare: room.spare });
    void running.then(() => this.#ended(job));
    return ok(job.view);
  }

  /** The files of this sign-in, in the order in which they were asked for. */
  of(signedIn: SignedIn): ExportJob[] {
    return [...this.#jobs.values()]
      .filter(({ order }) => order.signedIn === signedIn)
      .map(({ view }) => view);
  }

  /** Leaves nothing of a file that nobody wants any more; null where there is none by this id. */
  cancel(signedIn: SignedIn, id: string): ExportJob | null {
    const job = this.#mine(signedIn, id);
    job?.cancel();
    return job?.view ?? null;
  }

  /** An address to fetch a file from, once, within a minute. Throws as `record` does: then nothing has left. */
  ticket(signedIn: SignedIn, id: string): Result<string, NoTicket> {
    const job = this.#mine(signedIn, id);
    if (job === null) return refuse('unknown-export');
    if (job.state !== 'made') return refuse('not-made');
    this.#tell(job);
    return ok(this.#tickets.give(id));
  }

  /** The file that a ticket is for; null where it is not good any more. Once all of it was read, it is erased. */
  fetch(ticket: string): Fetched | null {
    const job = this.#jobs.get(this.#tickets.take(ticket) ?? '');
    if (job === undefined || job.state !== 'made' || job.made === null) return null;
    if (!isStill(this.#device, job.order.signedIn)) return null;
    const { bytes } = job.made;
    const body = fileStream(job.file, () => job.fetched());
    return { name: job.order.name, bytes, body };
  }

  #mine(signedIn: SignedIn, id: string): Job | null {
    const job = this.#jobs.get(id);
    return job?.order.signedIn === signedIn ? job : null;
  }

  #isBusy(signedIn: SignedIn): 'busy' | 'too-many' | null {
    const jobs = [...this.#jobs.values()];
    if (jobs.some(({ isRunning }) => isRunning)) return 'busy';
    const waiting = jobs.filter(({ order, state }) => order.signedIn === signedIn && state === 'made');
    return waiting.length >= mostFiles ? 'too-many' : null;
  }

  /** Whether there is room for any file, how many bytes must stay free, and whether little more than that is. */
  async #room(): Promise<{ has: boolean; spare: number; low: boolean }> {
    const { folder, space, reserve } = this.#device;
    const spare = space.reserve + Math.max(0, space.reserve - reserve.held);
    const free = await this.#free(folder);
    return { has: free > spare, spare, low: free < space.warn };
  }

  #tell(job: Job): void {
    const { made, size, order } = job;
    if (job.isTold || made === null) return;
    const event = exportedEvent(order.asked, { ...made, size: size ?? undefined });
    const happening = { id: order.id, actor: actorOf(order.signedIn), events: [event] };
    record(this.#device, happening, (db) => {
      const at = wallTime(this.#device.clock.now());
      if (size !== null) addAnchor(db, { size, way: 'exported', at, cosignature: null });
    });
    job.isTold = true;
  }

  #ended(job: Job): void {
    if (job.order.signedIn.over.signal.aborted) this.#jobs.delete(job.order.id);
    if (this.#isClosed) return;
    try {
      // While it read, what patients chose and was erased since could not be overwritten.
      this.#device.eraseWriteAheadLog();
    } catch (problem) {
      logger.error({ problem }, 'the write-ahead log was not emptied after an export');
    }
  }

  #forget(job: Job): void {
    job.cancel();
    if (!job.isRunning) this.#jobs.delete(job.order.id);
  }
}
