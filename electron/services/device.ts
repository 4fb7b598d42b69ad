import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Signer } from '../../core/log/note.ts';
import { type Clock, ClockWatch, systemClock } from '../log/clock.ts';
import { freshSalt, type Recorder } from '../log/record.ts';
import { signerOf } from '../log/signer.ts';
import { Problem } from '../problem.ts';
import { emptyWriteAheadLog } from '../store/choices.ts';
import { logs } from '../store/log.ts';
import { openWriter, type Writer } from '../store/open.ts';
import { version } from '../version.ts';
import { badgeKey, hasSigningKey, signingKey } from './keys.ts';
import { Live } from './live.ts';

export interface DeviceOptions {
  folder: string;
  clock?: Clock;
  newId?: () => string;
  salt?: () => Uint8Array;
}

export const databaseFile = (folder: string): string => join(folder, 'bedside.db');

/** The newest checkpoint outside the database: what was in the record when a damaged or missing one is found. */
export const checkpointFile = (folder: string): string => join(folder, 'checkpoint.txt');

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
  #db: Writer;
  readonly #beforeClose: (() => void)[] = [];
  readonly #afterClose: (() => void)[] = [];

  /** Opens the database, and makes it and the keys where they are not there yet. Throws a Problem where it cannot. */
  constructor({ folder, clock, newId, salt }: DeviceOptions) {
    this.folder = folder;
    this.clock = clock ?? systemClock;
    this.newId = newId ?? randomUUID;
    this.salt = salt ?? freshSalt;
    this.boot = this.newId();
    this.badgeKey = badgeKey(folder);
    this.#db = openWriter(databaseFile(folder));
    try {
      // Where the power was cut just after a session closed, what its patient chose may still stand there.
      emptyWriteAheadLog(this.#db);
      this.signer = signerFor(this.#db, folder);
    } catch (problem) {
      this.#db.close();
      throw problem;
    }
  }

  /** The connection that writes. It may be another one after a failure: keep the device, not this. */
  get db(): Writer {
    return this.#db;
  }

  /** Keeps a checkpoint beside the database, under its name whole or not at all. */
  keep(note: string): void {
    const file = checkpointFile(this.folder);
    const partial = `${file}.${process.pid}.partial`;
    try {
      writeFileSync(partial, note, { mode: 0o600, flush: true });
      renameSync(partial, file);
    } finally {
      rmSync(partial, { force: true });
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
    const closing = [() => void emptyWriteAheadLog(this.#db), () => this.#db.close()];
    let problem: unknown = null;
    for (const work of [...this.#beforeClose.splice(0), ...closing, ...this.#afterClose.splice(0)])
      try {
        work();
      } catch (found) {
        problem ??= found;
      }
    if (problem !== null) throw problem;
  }
}

/**
 * The key that signs for the record. Where the record has one and the folder has not, or another one, nothing is
 * signed with what is there instead: throws a Problem.
 */
const signerFor = (db: Writer, folder: string): Signer => {
  const known = logs.all(db, {}).at(-1)?.public_key ?? null;
  if (known !== null && !hasSigningKey(folder))
    throw new Problem(
      `The key that signs for the record, signing.key, is missing from ${folder}: put it back, or begin anew from a backup with “restore”.`,
    );
  const signer = signerOf(signingKey(folder));
  if (known !== null && !Buffer.from(signer.publicKey).equals(known))
    throw new Problem(`The file signing.key in ${folder} is not the key that signs for this record.`);
  return signer;
};

/** Makes a folder that only its user may look into, where there is none. Throws a Problem where it cannot be. */
export const makeFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw new Problem(`The folder ${folder} cannot be made or used.`);
  }
};
