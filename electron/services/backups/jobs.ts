import { discard, writeCopy } from './copy.ts';
import { keepCopy } from './keep.ts';
import { verifyCopy } from './verify.ts';

/**
 * The steps of a backup that take long, or touch a folder that may hang: each is done by another thread. All of them take
 * and give what can be sent from one thread to another; `sign` asks the first one to sign the log.
 */
export const jobs = {
  copy: writeCopy,
  verify: ({ partial }: { partial: string }) => verifyCopy(partial),
  keep: keepCopy,
  discard,
} satisfies Record<string, (input: never, sign: () => void) => unknown>;

export type Jobs = typeof jobs;
