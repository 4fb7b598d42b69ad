import { decodeEntry, type Entry, isSessionEvent } from '../../core/log/entry.ts';
import { evolve } from '../../core/session/evolve.ts';
import type { Session } from '../../core/session/state.ts';
import { isCorrection } from '../../core/timeline/marks.ts';
import { entriesInPages, entriesOfSession } from '../store/log.ts';
import type { Reader, Writer } from '../store/open.ts';
import { clearSessions, project } from '../store/sessions.ts';
import { keepFigures } from './figures.ts';

/** The session after one more entry; entries that are about no session leave it as it is. */
const advance = (session: Session | null, entry: Entry): Session | null =>
  isSessionEvent(entry)
    ? evolve(session, {
        ...entry,
        eventId: entry.event,
        stamp: { seq: entry.seq, at: entry.at, boot: entry.boot, mono: entry.mono },
      })
    : session;

/** A session as the log has it; null if the log knows none by this id. O(entries of that session). */
export const sessionFromLog = (db: Reader, id: string): Session | null =>
  entriesOfSession(db, id).reduce<Session | null>(
    (session, bytes) => advance(session, decodeEntry(bytes)),
    null,
  );

/**
 * Brings the session tables up to these entries of one session, which one tap caused and which follow `before`;
 * gives the state after.
 */
export const projectEntries = (
  db: Writer,
  before: Session | null,
  entries: readonly Entry[],
): Session | null => {
  const after = entries.reduce(advance, before);
  const last = entries.at(-1);
  if (last !== undefined && after !== null && after !== before)
    project(db, before, after, {
      at: last.at,
      simulated: last.actor.kind === 'simulator',
      corrected: entries.some(isCorrection),
    });
  return after;
};

/**
 * Empties the session tables and makes them again from the log, in one transaction. What the patient of the open
 * session chose stays: it refers to a session that is there again at the end.
 */
export const rebuildFromLog = (db: Writer): void => {
  db.transaction(() => {
    db.pragma('defer_foreign_keys = 1');
    clearSessions(db);
    const open = new Map<string, Session>();
    for (const { bytes } of entriesInPages(db)) {
      const entry = decodeEntry(bytes);
      if (!isSessionEvent(entry)) continue;
      const id = entry.ids.session;
      const session = projectEntries(db, open.get(id) ?? null, [entry]);
      if (session === null || session.closed !== null) open.delete(id);
      else open.set(id, session);
    }
    keepFigures(db);
  }).immediate();
};
