import { Worker } from 'node:worker_threads';
import { Problem } from '../../problem.ts';
import { type Device, databaseFile } from '../device.ts';
import type { Job, Jobs } from './jobs.ts';
import type { Site } from './site.ts';

/** As it lies beside this module, in the sources or where the build lays what is shipped. */
const module = new URL(
  import.meta.url.endsWith('.ts') ? './figures-worker.ts' : './figures-worker.js',
  import.meta.url,
);

/** How long the thread is kept for the next question, in ms. */
const patience = 120_000;

export interface Question {
  id: number;
  job: Job;
  asked: Parameters<Jobs[Job]>[1];
  site: Site;
}

/** What was found; or what went wrong, and in a sentence where that is nobody’s mistake. */
export type Answer =
  | { id: number; found: ReturnType<Jobs[Job]> }
  | { id: number; problem: { message: string; code: string | null }; plain: string | null };

interface Waiting {
  worker: Worker;
  resolve: (found: never) => void;
  reject: (problem: unknown) => void;
}

/** Another thread that reads figures, so that no tap waits for them: begun with the first question, ended when it rests. */
export class FiguresThread {
  readonly #file: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #rest: NodeJS.Timeout | null = null;
  #asked = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Begins it where it is not, since somebody is about to ask: to begin takes longer than to answer. */
  begin(): Worker {
    const worker = this.#worker ?? this.#made();
    this.#worker = worker;
    this.#restLater();
    return worker;
  }

  /** Throws a Problem where something cannot be counted, and what SQLite or the file system says. */
  async ask<Of extends Job>(
    job: Of,
    asked: Parameters<Jobs[Of]>[1],
    site: Site,
  ): Promise<ReturnType<Jobs[Of]>> {
    const worker = this.begin();
    this.#asked += 1;
    const id = this.#asked;
    const { promise, resolve, reject } = Promise.withResolvers<ReturnType<Jobs[Of]>>();
    this.#waiting.set(id, { worker, resolve, reject });
    worker.ref();
    worker.postMessage({ id, job, asked, site } satisfies Question);
    return promise;
  }

  /** Lets it end by itself, when it has answered: torn down while SQLite closes in it, it could take the kiosk with it. */
  end(): void {
    if (this.#rest !== null) clearTimeout(this.#rest);
    this.#worker?.postMessage('end');
    this.#worker = null;
  }

  #made(): Worker {
    const worker = new Worker(module, { workerData: { file: this.#file }, execArgv: [] });
    worker.on('message', (answer: Answer) => this.#answered(answer));
    worker.on('error', (problem) => this.#lost(worker, problem));
    worker.on('exit', () => this.#lost(worker, new Error('The thread that reads figures ended')));
    worker.unref();
    return worker;
  }

  /** Ends it when nobody asked for a while. */
  #restLater(): void {
    if (this.#rest !== null) clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      if (this.#waiting.size === 0) this.end();
      else this.#restLater();
    }, patience).unref();
  }

  #answered(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    // What it found is of the kind that was asked for: question and answer have the same number.
    if ('found' in answer) waiting?.resolve(answer.found as never);
    else waiting?.reject(problemOf(answer));
    if (this.#waiting.size === 0) this.#worker?.unref();
  }

  #lost(worker: Worker, problem: unknown): void {
    if (this.#worker === worker) this.#worker = null;
    for (const [id, waiting] of this.#waiting) {
      if (waiting.worker !== worker) continue;
      this.#waiting.delete(id);
      waiting.reject(problem);
    }
  }
}

const problemOf = ({ problem, plain }: Extract<Answer, { plain: unknown }>): Error => {
  const { message, code } = problem;
  if (code !== null) return Object.assign(new Error(message), { code });
  return plain === null ? new Error(message) : new Problem(plain);
};

const threads = new WeakMap<Device, FiguresThread>();

/** The one of a device. */
export const threadOf = (device: Device): FiguresThread => {
  const known = threads.get(device);
  if (known !== undefined) return known;
  const thread = new FiguresThread(databaseFile(device.folder));
  threads.set(device, thread);
  device.beforeClose(() => thread.end());
  return thread;
};
