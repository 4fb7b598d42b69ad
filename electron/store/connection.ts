import { statSync } from 'node:fs';
import { NotRecorded, type Stop, troubleOfDisk } from '../problem.ts';
import { emptyWriteAheadLog } from './choices.ts';
import { openWriter, type Writer } from './open.ts';

/** Opens the connection that writes; a test may give one whose disk fails. */
export type Open = (file: string) => Writer;

/** Which file a path leads to, by device and inode; null where it leads to none. Nothing is opened for it. */
const identityOf = (path: string): string | null => {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev}:${found.ino}`;
};

/** The database file and the two beside it: a write to any of them that has lost its name is lost with it. */
const identitiesOf = (file: string): string =>
  ['', '-wal', '-shm'].map((end) => identityOf(file + end)).join();

/** The connection that writes, for as long as the device runs; after a failure of the disk it is another one. */
export class Connection {
  readonly #file: string;
  readonly #open: Open;
  readonly #identity: string | null;
  #identities = '';
  #db: Writer | null = null;

  /** Opens the file, and makes it where there is none. Throws what SQLite or the file system says. */
  constructor(file: string, open: Open = openWriter) {
    this.#file = file;
    this.#open = open;
    this.#connect();
    this.#identity = identityOf(file);
  }

  /** Throws NotRecorded where it was lost and cannot be had again yet. */
  get db(): Writer {
    return this.#db ?? this.reopen();
  }

  get isOpen(): boolean {
    return this.#db !== null;
  }

  /** Whether what is written still goes into the files that their names lead to. */
  get isThere(): boolean {
    return this.#db !== null && identitiesOf(this.#file) === this.#identities;
  }

  /**
   * Closes the connection, half a transaction with it, and opens the same file again. What is found then is on the disk:
   * after a sync that failed, the write-ahead log may be in the machine's memory only, and no later sync of that file
   * would tell (Rebello et al., “Can Applications Recover from fsync Failures?”, USENIX ATC 2020). So it is first brought
   * into the database, and that is synced. Throws NotRecorded, also where somebody who reads stands in the way of it.
   */
  reopen(): Writer {
    this.close();
    // Another file under that name is not the record that was acknowledged, and none must not be made.
    if (identityOf(this.#file) !== this.#identity) throw new NotRecorded('missing');
    try {
      const db = this.#connect();
      if (emptyWriteAheadLog(db)) return db;
    } catch (cause) {
      throw new NotRecorded(troubleOfDisk(cause) ?? 'failing', { cause });
    }
    throw new NotRecorded('failing');
  }

  /** Closes it. What SQLite still wanted to write is in the write-ahead log: it may fail without loss. */
  close(): Stop | null {
    const db = this.#db;
    this.#db = null;
    try {
      db?.close();
      return null;
    } catch (problem) {
      const trouble = troubleOfDisk(problem);
      if (trouble === null) throw problem;
      return trouble;
    }
  }

  #connect(): Writer {
    const db = this.#open(this.#file);
    this.#db = db;
    this.#identities = identitiesOf(this.#file);
    return db;
  }
}
