import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { DeviceEvent } from '../../core/log/device-events.ts';
import type { Signer } from '../../core/log/note.ts';
import { type Clock, ClockWatch, systemClock } from '../log/clock.ts';
import { headHolds } from '../log/head.ts';
import { freshSalt, type Recorder, record } from '../log/record.ts';
import { logger } from '../operations.ts';
import { NotRecorded, plainly, troubleOfDisk } from '../problem.ts';
import { emptyWriteAheadLog } from '../store/choices.ts';
import { Connection, type Open } from '../store/connection.ts';
import { readHead } from '../store/log.ts';
import type { Writer } from '../store/open.ts';
import { version } from '../version.ts';
import { keepCheckpoint } from './checkpoint-file.ts';
import { databaseFile, suspicionFile } from './folder.ts';
import { Health } from './health/health.ts';
import { putMark } from './health/mark.ts';
import { Reserve } from './health/reserve.ts';
import { type SpaceLimits, usualSpace } from './health/space.ts';
import { badgeKey, signerFor } from './keys.ts';
import { Live } from './live.ts';
import { Untold } from './untold.ts';

export { checkpointFile, databaseFile, makeFolder } from './folder.ts';

export interface DeviceOptions {
  folder: string;
  clock?: Clock;
  newId?: () => string;
  salt?: () => Uint8Array;
  /** In bytes; a test has less. */
  space?: SpaceLimits;
  open?: Open;
}

/** One kiosk: its data folder, keys, clocks and sources of chance, and the windows that follow it. */
export class Device implements Recorder {
  readonly folder: string;
  /** The key under which badge ids are hashed. */
  readonly badgeKey: Uint8Array;
  readonly signer: Signer;
  readonly clock: Clock;
  readonly watch = new ClockWatch();
  readonly newId: () => string;
  readonly salt: () => Uint8Array;
  readonly boot: string;
  readonly app = version;
  readonly live = new Live();
  /** What a person should be told at the start, in sentences. */
  readonly notices: string[] = [];
  readonly health: Health;
  readonly space: SpaceLimits;
  readonly reserve: Reserve;
  /** When this run began, by the clock that never jumps. */
  readonly began: number;
  /** When somebody last asked for anything, by the clock that never jumps. */
  lastUsed: number;
  readonly #connection: Connection;
  #condemned = false;
  #closed = false;
  readonly #untold = new Untold();
  readonly #beforeClose: (() => unknown)[] = [];
  readonly #afterClose: (() => unknown)[] = [];

  /** Opens the database, and makes it and the keys where they are not there yet. Throws a Problem where it cannot. */
  constructor({ folder, clock, newId, salt, space, open }: DeviceOptions) {
    this.folder = folder;
    this.clock = clock ?? systemClock;
    this.newId = newId ?? randomUUID;
    this.salt = salt ?? freshSalt;
    this.boot = this.newId();
    this.began = this.clock.mono();
    this.lastUsed = this.began;
    this.space = space ?? usualSpace;
    this.reserve = new Reserve(folder, this.space.reserve);
    this.health = new Health(this.clock, () => this.live.changed());
    this.badgeKey = badgeKey(folder);
    this.#connection = new Connection(databaseFile(folder), open);
    try {
      // Where the power was cut just after a session closed, what its patient chose may still stand there.
      this.eraseWriteAheadLog();
      this.signer = signerFor(this.db, folder);
    } catch (problem) {
      this.#connection.close();
      throw problem;
    }
  }

  /**
   * The connection that writes. After a failure of the disk it is another one: keep the device, not this. Throws
   * NotRecorded where there is none and none can be had yet.
   */
  get db(): Writer {
    if (this.#closed) throw new Error('The device is closed');
    return this.#connection.isOpen ? this.#connection.db : this.#reopened();
  }

  /** Whether it is over with this device, and with its connection. */
  get isClosed(): boolean {
    return this.#closed;
  }

  /**
   * The database was found to be damaged while it is in use: nothing more is added to it, and the next start sets it aside.
   */
  condemn(): void {
    this.#condemned = true;
    writeFileSync(suspicionFile(this.folder), '', { mode: 0o600, flush: true });
    this.health.stop('damaged');
  }

  /** Throws NotRecorded where nothing may be written now; what is `vital` gets the room that was kept for it. */
  admit(vital: boolean): void {
    if (this.#condemned) throw new NotRecorded('damaged');
    this.stillThere();
    if (this.health.stopped?.why !== 'full') return;
    if (!vital) throw new NotRecorded('full');
    this.reserve.giveUp();
  }

  /** Throws NotRecorded where the files of the database are gone or others, and lets go of them. */
  stillThere(): void {
    if (!this.#connection.isOpen) this.#reopened();
    if (this.#connection.isThere) return;
    this.#connection.close();
    this.health.stop('missing');
    throw new NotRecorded('missing');
  }

  /** After a failure of the disk: another connection to the same record, looked over. Throws NotRecorded. */
  recover(problem: unknown): void {
    this.noticed(problem);
    this.#reopened();
  }

  /** Takes note of a failure of the disk; throws what is none. */
  noticed(problem: unknown): void {
    const why = troubleOfDisk(problem);
    if (why === null) throw problem;
    logger.error({ problem }, 'the disk failed');
    this.health.stop(why);
  }

  /**
   * Something was committed: marks how far the record goes. Where nothing could be before, the log says since when and why.
   */
  committed(): void {
    const head = readHead(this.db);
    if (head !== null) putMark(this.folder, head);
    // What was vital is in the room that was kept for it; whether there is any other is not known yet.
    if (this.health.stopped?.why !== 'full') this.tryAgain();
  }

  /** Where nothing could be recorded, tries again and says in the log since when and why it could not. */
  tryAgain(): void {
    const { stopped } = this.health;
    if (stopped === null || this.#condemned) return;
    this.health.resume();
    const seconds = Math.round((this.clock.mono() - stopped.mono) / 1000);
    const { leftOut } = this.#untold;
    const data = { seconds, because: stopped.why, ...(leftOut === 0 ? {} : { leftOut }) };
    const resumed = { type: 'recording-resumed' as const, ids: {}, data };
    try {
      const events = [...this.#untold.events, resumed];
      record(this, { id: this.newId(), actor: { kind: 'system' }, events });
      this.#untold.told();
    } catch (problem) {
      if (!(problem instanceof NotRecorded)) throw problem;
      this.health.resume({ ...stopped, why: problem.why });
    }
  }

  /** Records what happened to the device. Throws as `record` does. */
  say(event: DeviceEvent, { sign = false, vital = false } = {}): void {
    record(this, { id: this.newId(), actor: { kind: 'system' }, events: [event], sign, vital });
  }

  /** As `say`; where it cannot be recorded now, it is told as soon as it can, unless it is one of too many (untold.ts). */
  tell(event: DeviceEvent, how: { sign?: boolean; vital?: boolean } = {}): void {
    try {
      this.say(event, how);
    } catch (problem) {
      if (!(problem instanceof NotRecorded)) throw problem;
      this.#untold.add(event);
    }
  }

  /** Gives up the room that is kept for a full disk; whether there was any. */
  giveUpReserve(): boolean {
    return this.reserve.giveUp();
  }

  /**
   * Empties the write-ahead log, where what was deleted may still stand; on a full disk with the room that is kept for
   * it. Whether nothing is left: not while somebody reads, or the disk fails.
   */
  eraseWriteAheadLog(): boolean {
    try {
      return emptyWriteAheadLog(this.db);
    } catch (problem) {
      this.noticed(problem);
      return troubleOfDisk(problem) === 'full' && this.giveUpReserve() && this.eraseWriteAheadLog();
    }
  }

  /** Keeps a checkpoint beside the database. What it is of is recorded, so a failure is no reason to say it is not. */
  keep(note: string): void {
    try {
      keepCheckpoint(this.folder, note);
    } catch (problem) {
      if (plainly(problem) === null && troubleOfDisk(problem) === null) throw problem;
      logger.error({ problem }, 'a checkpoint was not kept beside the database');
    }
  }

  /** What is to be done before the database closes; the last that came is done first. */
  beforeClose(work: () => void): void {
    this.#beforeClose.unshift(work);
  }

  afterClose(work: () => void): void {
    this.#afterClose.unshift(work);
  }

  /** Closes it, whatever goes wrong on the way; throws the first that did. */
  close(): void {
    const closing = [
      () => this.#connection.isOpen && this.eraseWriteAheadLog(),
      () => this.#connection.close(),
    ];
    let problem: unknown = null;
    for (const work of [...this.#beforeClose.splice(0), ...closing, ...this.#afterClose.splice(0)])
      try {
        work();
      } catch (found) {
        problem ??= found;
      }
    this.#closed = true;
    if (problem !== null) throw problem;
  }

  #reopened(): Writer {
    try {
      const db = this.#connection.reopen();
      if (headHolds(db)) return db;
      throw new NotRecorded('damaged');
    } catch (problem) {
      this.#connection.close();
      this.noticed(problem);
      throw problem;
    }
  }
}
