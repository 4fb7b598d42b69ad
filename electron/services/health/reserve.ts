import { randomBytes } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../../store/sync-folder.ts';

const piece = 1024 * 1024;

/** Between pieces, in ms: a tap that syncs meanwhile waits for one piece at most. */
const pause = 50;

/**
 * Room on the disk that is kept for the day when there is no other: a file that is really written, not sparse. Giving
 * it up is what lets a session end, and what its patient chose be erased, on a full disk.
 */
export class Reserve {
  readonly file: string;
  readonly #size: number;
  readonly #pause: number;
  /** Grows with every reason to stop writing it. */
  #turn = 0;

  /** `size` in bytes. */
  constructor(folder: string, size: number, { pauseMs = pause } = {}) {
    this.file = join(folder, 'reserve');
    this.#size = size;
    this.#pause = pauseMs;
  }

  /** How many bytes of it there are. */
  get held(): number {
    return statSync(this.file, { throwIfNoEntry: false })?.size ?? 0;
  }

  get isWhole(): boolean {
    return this.held >= this.#size;
  }

  /** Makes what is missing of it, in pieces, each on the disk before the next. Throws what the file system says. */
  async fill(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    // What cannot be compressed: a file system that does would else keep less than this.
    const bytes = randomBytes(piece);
    const file = await open(this.file, 'a', 0o600);
    try {
      for (let held = this.held; held < this.#size && turn === this.#turn; held = this.held) {
        await file.write(bytes, 0, Math.min(piece, this.#size - held));
        await file.sync();
        await new Promise((done) => setTimeout(done, this.#pause).unref());
      }
    } finally {
      await file.close();
    }
  }

  /** Stops writing it; what there is stays. */
  leave(): void {
    this.#turn += 1;
  }

  /** Gives it up, so that its room is free when this returns; whether there was any. */
  giveUp(): boolean {
    this.leave();
    if (this.held === 0) return false;
    rmSync(this.file, { force: true });
    syncFolder(dirname(this.file));
    return true;
  }
}
