import { ok, type Result, refuse } from '../../result.ts';
import { toHex } from '../base64.ts';
import type { Statement } from '../bundle/statement.ts';
import { isCheckpointBy, originOf, parseCheckpoint, type SignedCheckpoint } from '../checkpoint.ts';
import type { Verify } from '../note.ts';
import { type Bad, bad } from './answer.ts';
import type { Keys } from './check-keys.ts';

/** The checkpoint that a note is, if it is signed first by the key of its log, which has to be among these; else null. */
export const readCheckpoint = (verify: Verify, keys: Keys, note: string): SignedCheckpoint | null => {
  const checkpoint = parseCheckpoint(note);
  const key = checkpoint === null ? undefined : keys.of.get(checkpoint.origin);
  if (checkpoint === null || key === undefined) return null;
  return isCheckpointBy(verify, key, checkpoint) ? checkpoint : null;
};

/** Step 4, without the statement: the checkpoints that these notes are, by ascending size. */
export const readCheckpoints = (
  verify: Verify,
  keys: Keys,
  notes: Iterable<string>,
): Result<SignedCheckpoint[], Bad> => {
  const checkpoints: SignedCheckpoint[] = [];
  for (const note of notes) {
    const checkpoint = readCheckpoint(verify, keys, note);
    if (checkpoint === null || checkpoint.size <= (checkpoints.at(-1)?.size ?? 0))
      return refuse(bad('checkpoint', 'checkpoint-unsigned'));
    checkpoints.push(checkpoint);
  }
  return ok(checkpoints);
};

/** The last of the checkpoints, if it is what the statement says; there has to be one. */
export const lastCheckpointOf = (
  checkpoints: readonly SignedCheckpoint[],
  { log, size, root }: Pick<Statement, 'log' | 'size' | 'root'>,
): Result<SignedCheckpoint, Bad> => {
  const last = checkpoints.at(-1);
  if (last === undefined) return refuse(bad('checkpoint', 'checkpoint-unsigned'));
  return last.origin === originOf(log) && last.size === size && toHex(last.root) === root
    ? ok(last)
    : refuse(bad('checkpoint', 'statement-disagrees'));
};
