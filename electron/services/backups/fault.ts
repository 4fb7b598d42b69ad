import { type Code, codes } from '../../../core/log/verify/codes.ts';
import { plainly } from '../../problem.ts';

const ownCodes = {
  'disk-full': 'There is no room for it on the disk.',
  'not-written': 'It could not be written or read there.',
  'not-signed': 'The log went on and on and could not be signed to its end.',
  'copy-changed': 'It is not there as it was written.',
  'record-damaged': 'The record itself is damaged and cannot be copied.',
  'not-a-backup': 'It is not a backup of this program.',
  'newer-version': 'A newer version of Bedside Hello wrote it.',
  'schema-differs': 'It has other tables than this version of the program makes.',
  'end-not-signed': 'Its log goes on after its last checkpoint: nothing vouches for its end.',
  stopped: 'It was stopped on the way.',
} as const;

export type Why = keyof typeof ownCodes | Code;

/** What is wrong with a copy of the record, or why none could be made: a code for the log, a sentence for people. */
export interface Fault {
  why: Why;
  sentence: string;
}

/** The fault of this code; `where` says what it is about. */
export const fault = (why: Why, where = ''): Fault => {
  const words: Record<Why, string> = { ...codes, ...ownCodes };
  return { why, sentence: where === '' ? words[why] : `${where} ${words[why]}` };
};

/** What SQLite or the file system said while a copy was made; a bug is thrown on. */
export const faultOf = (problem: unknown): Fault => {
  const sentence = plainly(problem);
  if (sentence === null) throw problem;
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
  if (/^(?:SQLITE_FULL|ENOSPC|EDQUOT)/u.test(code)) return fault('disk-full');
  if (/^SQLITE_(?:CORRUPT|NOTADB)/u.test(code)) return fault('record-damaged');
  return { why: 'not-written', sentence };
};
