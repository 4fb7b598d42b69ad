/** Something that a person can do something about: its message is one plain sentence, and no stack is wanted. */
export class Problem extends Error {}

/** Why nothing can be recorded: the disk is full; it fails; the database file is gone or another; it is damaged. */
export type Stop = 'full' | 'failing' | 'missing' | 'damaged';

const stopped: Record<Stop, string> = {
  full: 'the disk is full',
  failing: 'the disk cannot be read or written',
  missing: 'the database file is no longer there, or is another one',
  damaged: 'the database is damaged',
};

/**
 * Nothing was recorded, or where `isKnown` is false nobody can tell at present: it was being written when the disk
 * failed. What was asked may be asked again, under the same id: it counts once.
 */
export class NotRecorded extends Problem {
  readonly why: Stop;
  readonly isKnown: boolean;

  constructor(why: Stop, { isKnown = true, ...options }: ErrorOptions & { isKnown?: boolean } = {}) {
    const said = isKnown ? 'Nothing was recorded' : 'It is not known whether it was recorded';
    super(`${said}: ${stopped[why]}.`, options);
    this.why = why;
    this.isKnown = isKnown;
  }
}

/** The code that SQLite or the file system gave it, such as SQLITE_BUSY or ENOENT; empty where it has none. */
export const codeOf = (problem: unknown): string =>
  problem instanceof Error && 'code' in problem && typeof problem.code === 'string' ? problem.code : '';

/**
 * Which trouble of the disk, or of the file on it, SQLite or the file system had; null for anything else, as for a
 * rule of the schema that was broken. After such a failure nothing that SQLite says on that connection can be relied on.
 */
export const troubleOfDisk = (problem: unknown): Stop | null => {
  if (problem instanceof NotRecorded) return problem.why;
  const code = codeOf(problem);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'full';
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return 'damaged';
  if (code === 'SQLITE_READONLY_DBMOVED') return 'missing';
  const failing = /^(?:SQLITE_(?:IOERR|READONLY|CANTOPEN)|EIO$|EROFS$)/u;
  return failing.test(code) ? 'failing' : null;
};

const inWords: Record<string, string> = {
  ENOENT: 'There is no such file or folder',
  EACCES: 'This may not be read or written',
  EPERM: 'This may not be read or written',
  EROFS: 'This disk cannot be written',
  ENOTDIR: 'This is a file, not a folder',
  EPIPE: 'What was to read the output has ended',
  EISDIR: 'This is a folder, not a file',
  ELOOP: 'These links lead in a circle',
  ENAMETOOLONG: 'This name is too long',
  ENOSPC: 'The disk is full',
  EDQUOT: 'The disk is full',
  EIO: 'The disk cannot be read or written',
  SQLITE_NOTADB: 'The database file is not a database of this program',
  SQLITE_BUSY: 'The database is in use by another program',
  SQLITE_CANTOPEN: 'The database file cannot be opened',
  SQLITE_READONLY: 'The database may not be written',
  SQLITE_FULL: 'The disk is full',
  SQLITE_CORRUPT: 'The database file is damaged',
  SQLITE_IOERR: 'The disk cannot be read or written',
};

/** An expected failure in a sentence; null for a bug, whose stack is wanted. */
export const plainly = (problem: unknown): string | null => {
  if (problem instanceof Problem) return problem.message;
  const code = codeOf(problem);
  // SQLite says more of some, as in SQLITE_IOERR_FSYNC.
  const words = inWords[code] ?? inWords[/^SQLITE_[A-Z]+/u.exec(code)?.[0] ?? ''];
  if (words === undefined || !(problem instanceof Error)) return null;
  return 'path' in problem && typeof problem.path === 'string' ? `${words}: ${problem.path}` : `${words}.`;
};
