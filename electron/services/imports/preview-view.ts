import type { Decisions, ImportPreview, PreviewPart } from '../../../core/roster/import-view.ts';
import { previewParts } from '../../../core/roster/import-view.ts';
import { peopleRows } from './preview-people.ts';
import { scheduleRows } from './preview-schedule.ts';
import { noRows, type RowsOfPart, type Slice } from './slice.ts';
import type { PlannedImport } from './work.ts';

/** What was brought, what was decided of it, and what came of both. */
export interface Seen {
  files: readonly { name: string; bytes: Uint8Array }[];
  photos: readonly { hash: string | null }[];
  decided: Decisions;
  found: PlannedImport;
}

/** Some of the rows of a part of a preview; made when they are asked for. */
export const rowsOf = (seen: Pick<Seen, 'decided' | 'found'>, part: PreviewPart, slice: Slice): RowsOfPart =>
  seen.found.kind === 'people'
    ? peopleRows(seen, seen.found, part, slice)
    : scheduleRows(seen, seen.found.plan, part, slice);

/** What stands in the way of carrying a plan out. */
export interface Obstacles {
  /** How many conflicts nobody has decided yet. */
  undecided: number;
  /** How many rows cannot be read. */
  errors: number;
}

export const obstaclesTo = (seen: Pick<Seen, 'decided' | 'found'>): Obstacles => ({
  undecided: rowsOf(seen, 'conflicts', { from: 0, count: Number.MAX_SAFE_INTEGER }).rows.filter(
    ({ decided }) => decided === null,
  ).length,
  errors: rowsOf(seen, 'errors', noRows).total,
});

/** What is first seen of what was planned: how much of everything there is. */
export const previewOf = (seen: Seen): Omit<ImportPreview, 'plan'> => {
  const { files, photos, found } = seen;
  const { problems, refused } = found.plan;
  const [first] = problems;
  const counted = Object.fromEntries(
    previewParts.map((part) => [part, rowsOf(seen, part, noRows).total]),
  ) as Record<PreviewPart, number>;
  const ofPeople = found.kind === 'people' ? found.plan : null;
  const unchanged =
    found.kind === 'people'
      ? found.plan.skipped
      : found.plan.steps.filter(({ is }) => is === 'unchanged').length;
  const used = new Set(ofPeople?.photos.map(({ hash }) => hash));
  return {
    files: files.map(({ name, bytes }) => ({ name, size: bytes.length })),
    photos: {
      brought: photos.length,
      used: photos.filter(({ hash }) => hash !== null && used.has(hash)).length,
    },
    refused:
      refused && first !== undefined
        ? { what: first.what, whatToDo: first.whatToDo, ask: askOf(first.ask) }
        : null,
    counts: { ...counted, unchanged, leftOut: ofPeople?.leftOut ?? 0 },
    undecided: obstaclesTo(seen).undecided,
    outline: found.kind === 'people' ? found.outline : null,
    sheets: found.kind === 'people' ? found.sheets : null,
  };
};

const askOf = (ask: 'sheet' | 'columns' | 'names' | 'renamed' | undefined) =>
  ask === undefined || ask === 'renamed' ? null : ask;
