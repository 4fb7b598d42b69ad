import type { ImportPreview, PreviewPart } from '../../../core/roster/import-view.ts';
import { previewParts } from '../../../core/roster/import-view.ts';
import type { Draft } from './drafts.ts';
import { peopleRows } from './preview-people.ts';
import { scheduleRows } from './preview-schedule.ts';
import { noRows, type RowsOfPart, type Slice } from './slice.ts';

/** Some of the rows of a part of a preview; made when they are asked for. */
export const rowsOf = (draft: Draft, part: PreviewPart, slice: Slice): RowsOfPart => {
  const { planned } = draft;
  if (planned === null) return { total: 0, rows: [] };
  const { found } = planned;
  return found.kind === 'people'
    ? peopleRows(draft, found, part, slice)
    : scheduleRows(draft, found.plan, part, slice);
};

/** How many conflicts nobody has decided yet, and how many rows cannot be read. */
export const obstaclesTo = (draft: Draft): { undecided: number; errors: number } => ({
  undecided: rowsOf(draft, 'conflicts', { from: 0, count: Number.MAX_SAFE_INTEGER }).rows.filter(
    ({ decided }) => decided === null,
  ).length,
  errors: rowsOf(draft, 'errors', noRows).total,
});

/** What is first seen of what was planned: how much of everything there is. */
export const previewOf = (draft: Draft): ImportPreview => {
  const { planned, files, photos } = draft;
  if (planned === null) throw new Error('Nothing was planned');
  const { found } = planned;
  const { problems, refused } = found.plan;
  const [first] = problems;
  const counted = Object.fromEntries(
    previewParts.map((part) => [part, rowsOf(draft, part, noRows).total]),
  ) as Record<PreviewPart, number>;
  const ofPeople = found.kind === 'people' ? found.plan : null;
  const unchanged =
    found.kind === 'people'
      ? found.plan.skipped
      : found.plan.steps.filter(({ is }) => is === 'unchanged').length;
  const used = new Set(ofPeople?.photos.map(({ hash }) => hash));
  return {
    plan: planned.id,
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
    undecided: obstaclesTo(draft).undecided,
    outline: found.kind === 'people' ? found.outline : null,
    sheets: found.kind === 'people' ? found.sheets : null,
  };
};

const askOf = (ask: 'sheet' | 'columns' | 'names' | 'renamed' | undefined) =>
  ask === undefined || ask === 'renamed' ? null : ask;
