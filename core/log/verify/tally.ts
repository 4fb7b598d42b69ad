import { fromHex } from '../base64.ts';
import type { Statement } from '../bundle/statement.ts';
import { sameBytes } from '../bytes.ts';
import { type Bad, bad } from './answer.ts';
import type { EntryForm } from './entry-form.ts';

/** What a statement counts of the entries that are here. */
export type Counts = Pick<Statement, 'entries' | 'first' | 'last' | 'sessions' | 'introductions'>;

/** Counts the entries, one after the other. */
export class Tally {
  readonly counts: Counts = { entries: 0, first: null, last: null, sessions: 0, introductions: 0 };
  /** How many of them a simulation wrote. */
  invented = 0;

  /** The actor only matters where it is to be told what was invented. */
  add({ seq, type, actor }: Pick<EntryForm, 'seq' | 'type'> & Partial<Pick<EntryForm, 'actor'>>): void {
    if (actor?.kind === 'simulator') this.invented += 1;
    this.counts.entries += 1;
    this.counts.first ??= seq;
    this.counts.last = seq;
    if (type === 'session-opened') this.counts.sessions += 1;
    if (type === 'introduction-recorded') this.counts.introductions += 1;
  }
}

/** Step 6: whether the statement says what was counted, and the digest of the entries' bytes. */
export const checkCounts = (statement: Statement, counts: Counts, digest: Uint8Array): Bad | null => {
  const { entries, first, last, sessions, introductions } = statement;
  const said: Counts = { entries, first, last, sessions, introductions };
  const agree =
    Object.entries(said).every(([name, value]) => counts[name as keyof Counts] === value) &&
    sameBytes(fromHex(statement.digest) ?? new Uint8Array(), digest);
  return agree ? null : bad('statement', 'statement-disagrees');
};
