import type { Filter } from '../../../core/log/bundle/statement.ts';
import { bundlePieces } from '../../../core/log/bundle/write.ts';
import type { EntryRow } from '../../store/bundles.ts';
import type { Reader } from '../../store/open.ts';
import { contentOf, type Maker } from './bundle-content.ts';
import { snapshotOf } from './bundle-snapshot.ts';
import type { Listener, Source } from './listener.ts';

/**
 * The entries that a filter asks for with their proof, as a bundle; `rows` are entries. They are read in steps, once to
 * count them and again for every time that the pieces are asked for. The record must be signed.
 */
export const bundleSource = async (
  db: Reader,
  filter: Filter,
  maker: Maker,
  { progress }: Listener,
): Promise<Source & { size: number; bytes: number }> => {
  const snapshot = snapshotOf(db, filter);
  let of: number | null = null;
  const told = (pages: Iterable<EntryRow[]>): Iterable<EntryRow[]> => {
    const stage = of === null ? 'counting' : 'rows';
    return toldOf(pages, (rows) => progress({ stage, rows, of }));
  };
  const { counts, members } = await contentOf({ ...snapshot, pages: () => told(snapshot.pages()) }, maker);
  of = counts.entries;
  return {
    ...{ rows: counts.entries, size: snapshot.last.size },
    bytes: members.reduce((sum, member) => sum + member.size, 0),
    pieces: () => bundlePieces(members),
  };
};

function* toldOf(pages: Iterable<EntryRow[]>, sofar: (rows: number) => void): Generator<EntryRow[]> {
  let rows = 0;
  for (const page of pages) {
    yield page;
    rows += page.length;
    sofar(rows);
  }
}
