import { join } from 'node:path';
import type {
  AskedExport,
  ExportJob,
  ExportProblem,
  MadeFile,
  Progress,
} from '../../../core/exports/view.ts';
import { logger } from '../../operations.ts';
import type { SignedIn } from '../access/session.ts';
import type { Maker } from './about-sheet.ts';
import { erase, jobFolder } from './job-folder.ts';
import type { Make } from './make-beside.ts';

/** Whose job it is, and what it is to make. */
interface Order {
  id: string;
  signedIn: SignedIn;
  asked: AskedExport;
  /** What the file is called where it is saved. */
  name: string;
  low: boolean;
}

/** One file that somebody who is signed in asked for, from the asking to the fetching. */
export class Job {
  readonly order: Order;
  readonly file: string;
  state: ExportJob['state'] = 'working';
  made: MadeFile | null = null;
  /** How far the record went, where the file has its checkpoint. */
  size: number | null = null;
  /** Whether the log says that it left. */
  isTold = false;
  /** Whether its thread is still at it, also where nobody wants it any more. */
  isRunning = false;
  #problem: ExportProblem | null = null;
  #progress: Progress = { stage: 'counting', rows: 0, of: null };
  readonly #stop = new Int32Array(new SharedArrayBuffer(4));
  readonly #end = new AbortController();
  #allRead = false;

  constructor(data: string, order: Order) {
    this.order = order;
    this.file = join(jobFolder(data), order.id);
  }

  get view(): ExportJob {
    const { id, asked, name, low } = this.order;
    const { state, made } = this;
    return { id, asked, name, state, low, made, progress: this.#progress, problem: this.#problem };
  }

  /** Makes the file; never throws. */
  async run(
    make: Make,
    { folder, maker, spare }: { folder: string; maker: Maker; spare: number },
  ): Promise<void> {
    this.isRunning = true;
    try {
      const outcome = await make(
        { asked: this.order.asked, folder, file: this.file, maker, spare, stop: this.#stop },
        {
          onProgress: (progress) => {
            this.#progress = progress;
          },
          onAllRead: () => {
            this.#allRead = true;
            if (this.state !== 'working') this.#end.abort();
          },
          signal: this.#end.signal,
        },
      );
      if (this.state !== 'working') return;
      if (outcome.is === 'made') {
        this.made = outcome.made;
        this.size = outcome.size;
        this.state = 'made';
        return;
      }
      if (outcome.why === 'failed') logger.error({ problem: outcome.problem }, 'an export failed');
      this.#failed(outcome.why === 'stopped' ? 'failed' : outcome.why);
    } catch (problem) {
      if (this.state !== 'working') return;
      logger.error({ problem }, 'an export failed');
      this.#failed(isOutOfMemory(problem) ? 'too-many-rows' : 'failed');
    } finally {
      this.isRunning = false;
      if (this.state !== 'made') erase(this.file);
    }
  }

  /** Nobody wants it any more: nothing is left of it, now or as soon as its thread has ended. */
  cancel({ atOnce = false } = {}): void {
    if (this.state === 'working' || this.state === 'made') this.state = 'cancelled';
    Atomics.store(this.#stop, 0, 1);
    if (this.isRunning && (this.#allRead || atOnce)) this.#end.abort();
    if (!this.isRunning) erase(this.file);
  }

  /** It was fetched. */
  fetched(): void {
    if (this.state === 'made') this.state = 'fetched';
    erase(this.file);
  }

  #failed(problem: ExportProblem): void {
    this.state = 'failed';
    this.#problem = problem;
  }
}

const isOutOfMemory = (problem: unknown): boolean =>
  problem instanceof Error && 'code' in problem && problem.code === 'ERR_WORKER_OUT_OF_MEMORY';
