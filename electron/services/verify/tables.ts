import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeEntry, isSessionEvent } from '../../../core/log/entry.ts';
import type { Session } from '../../../core/session/state.ts';
import { projectEntries } from '../../log/project.ts';
import { entriesInPages, readHead } from '../../store/log.ts';
import { openWriter, type Reader, type Writer } from '../../store/open.ts';
import { projected } from '../../store/verify.ts';
import { figuresFollow } from './figures.ts';
import { often, type Tell } from './progress.ts';

/**
 * Whether the session tables are the ones that follow from the log, and the figures the ones that follow from them. They are made again in a database of their own,
 * which is gone afterwards; it has no more in it than they have.
 */
export const tablesFollow = (db: Reader, tell: Tell = () => {}): boolean => {
  const folder = mkdtempSync(join(tmpdir(), 'bedside-hello-'));
  try {
    const again = openWriter(join(folder, 'tables.db'));
    try {
      // Its introductions name entries that it does not have.
      again.pragma('foreign_keys = 0');
      again.transaction(() => projectAll(db, again, tell)).immediate();
      return (
        Object.values(projected).every((rows) => areSame(rows.iterate(db, {}), rows.iterate(again, {}))) &&
        figuresFollow(db)
      );
    } finally {
      again.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const projectAll = (db: Reader, again: Writer, tell: Tell): void => {
  const of = readHead(db)?.size ?? 0;
  const open = new Map<string, Session>();
  for (const { seq, bytes } of entriesInPages(db)) {
    if (seq % often === 0) tell({ doing: 'tables', done: seq, of });
    const entry = decodeEntry(bytes);
    if (!isSessionEvent(entry)) continue;
    const { session: id } = entry.ids;
    const session = projectEntries(again, open.get(id) ?? null, [entry]);
    if (session === null || session.closed !== null) open.delete(id);
    else open.set(id, session);
  }
};

/** Whether both give the same rows in the same order. Neither is left open. */
const areSame = (ones: IterableIterator<object>, others: IterableIterator<object>): boolean => {
  try {
    for (const one of ones) {
      const other = others.next();
      if (other.done === true || JSON.stringify(one) !== JSON.stringify(other.value)) return false;
    }
    return others.next().done === true;
  } finally {
    others.return?.();
  }
};
