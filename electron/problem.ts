/** Something that a person can do something about: its message is one plain sentence, and no stack is wanted. */
export class Problem extends Error {}

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
  if (!(problem instanceof Error) || !('code' in problem) || typeof problem.code !== 'string') return null;
  // SQLite says more of some, as in SQLITE_IOERR_FSYNC.
  const words = inWords[problem.code] ?? inWords[/^SQLITE_[A-Z]+/u.exec(problem.code)?.[0] ?? ''];
  if (words === undefined) return null;
  return 'path' in problem && typeof problem.path === 'string' ? `${words}: ${problem.path}` : `${words}.`;
};
