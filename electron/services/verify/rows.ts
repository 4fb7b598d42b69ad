import { decodeEntry, isSessionEvent } from '../../../core/log/entry.ts';
import { type Bad, badEntry } from '../../../core/log/verify/answer.ts';
import type { FullEntryRow } from '../../store/verify.ts';

/** What is wrong with the row of an entry whose bytes hold: the catalogue or what is kept beside them; null for nothing. */
export const rowProblem = (row: FullEntryRow): Bad | null => {
  const entry = known(row);
  if (entry === null) return badEntry(row.seq, 'entry-unknown');
  const { seq, event, part, type, at } = entry;
  const session = isSessionEvent(entry) ? entry.ids.session : null;
  const agrees =
    row.seq === seq &&
    row.event_id === event &&
    row.part === part &&
    row.type === type &&
    row.at === at &&
    row.session_id === session;
  return agrees ? null : badEntry(seq, 'row-disagrees');
};

const known = ({ bytes }: FullEntryRow) => {
  try {
    return decodeEntry(bytes);
  } catch {
    return null;
  }
};
