import type { ReadStatement } from '../bundle/statement.ts';
import { isSignedBy, parseNote, type Verify } from '../note.ts';
import { type Bad, bad } from './answer.ts';
import type { Keys } from './check-keys.ts';

/** Step 3: whether the statement is in the one form and signed by the key of the newest log. `note` is its text. */
export const checkStatement = (
  verify: Verify,
  { newest }: Keys,
  note: string,
  { isCanonical }: ReadStatement,
): Bad | null => {
  const parsed = parseNote(note);
  return isCanonical && parsed !== null && isSignedBy(verify, newest, parsed)
    ? null
    : bad('statement', 'statement-unsigned');
};
