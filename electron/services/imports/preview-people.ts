import type { Place } from '../../../core/fhir/place.ts';
import {
  type Decisions,
  type FieldChange,
  nothingKnown,
  type PreviewPart,
  type PreviewRow,
} from '../../../core/roster/import-view.ts';
import type { Problem } from '../../../core/roster/problem.ts';
import type { PersonFields, PersonRow } from '../../store/people.ts';
import type { FhirPlan } from './fhir.ts';
import type { ImportPlan, Outcome, Write } from './plan.ts';
import type { RowsOfPart, Slice } from './slice.ts';
import type { PlannedImport } from './work.ts';

type People = Extract<PlannedImport, { kind: 'people' }>;

/** Some of the rows of a part of a preview of people, in the order of the file; only these are made. */
export const peopleRows = (
  { decided: { renamed, leftOut } }: { decided: Decisions },
  { plan }: People,
  part: PreviewPart,
  { from, count }: Slice,
): RowsOfPart => {
  const place = placesIn(plan);
  const outcome = ({ line, name }: Outcome): PreviewRow => ({
    ...{ ...nothingKnown, row: line, name },
    ...place(line),
  });
  const write = (one: Write): PreviewRow => ({ ...outcome(one), changes: changesOf(one) });
  const problem = (one: Problem): PreviewRow => {
    const row = one.row ?? one.line;
    return {
      ...{ ...nothingKnown, row, name: '', ...place(row, one) },
      ...{ what: one.what, whatToDo: one.whatToDo, canRename: one.ask === 'renamed' },
      decided: leftOut.includes(row) ? 'left-out' : null,
    };
  };
  const some = <One>(all: readonly One[], row: (one: One) => PreviewRow): RowsOfPart => ({
    total: all.length,
    rows: all.slice(from, from + count).map(row),
  });
  const { problems, changed, refused } = plan;
  switch (part) {
    case 'errors':
      return some(
        refused
          ? []
          : problems.filter(({ severity, conflict }) => severity === 'error' && !conflict).sort(byLine),
        problem,
      );
    case 'notes':
      return some(problems.filter(({ severity }) => severity === 'note').sort(byLine), problem);
    case 'conflicts': {
      const open = problems.filter(({ conflict }) => conflict).map(problem);
      // Who was said to have a new name is a change now; it stays among what was decided, so that it can be taken back.
      const isSaid = new Set(renamed);
      const settled = changed
        .filter(({ line }) => isSaid.has(line))
        .map((one) => ({ ...write(one), canRename: true, decided: 'renamed' as const }));
      const all = [...open, ...settled].sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
      return some(all, (row) => row);
    }
    case 'added':
      return some(plan.added, write);
    case 'changed':
      return some(
        changed.filter((one) => !isBack(one)),
        write,
      );
    case 'back':
      return some(changed.filter(isBack), write);
    case 'retired':
      return some(plan.retired, ({ id, ...one }) => ({
        ...outcome(one),
        ...(one.line === 0 ? { row: id, line: null, decided: 'leaves' as const } : {}),
      }));
    case 'missing':
      return some(plan.missing, ({ id, name, role, title }) => ({
        ...{ ...nothingKnown, row: id, line: null, name },
        changes: [
          { field: 'role', from: role, to: null },
          ...(title === null ? [] : [{ field: 'title', from: title, to: null }]),
        ],
      }));
    case 'cancelled':
    case 'held':
      return { total: 0, rows: [] };
  }
};

const byLine = (one: Problem, other: Problem): number => one.line - other.line;

const isBack = ({ fields }: Write): boolean => fields.includes('here again');

/** Where a row of a plan stands. */
const placesIn = (plan: ImportPlan | FhirPlan) => {
  if (!('files' in plan)) return (row: number, _?: Problem) => ({ line: row, file: null, inEntries: false });
  const { files, places } = plan;
  const shown = ({ file, at }: Place) => ({
    ...{ line: at, file: files.length > 1 ? (files[file]?.name ?? null) : null },
    inEntries: files[file]?.counts === 'entries',
  });
  return (row: number, problem?: Problem & { file?: number }) =>
    shown(
      problem?.file === undefined
        ? (places.get(row) ?? { file: 0, at: row })
        : { file: problem.file, at: problem.line },
    );
};

const columns = [
  ...(['given', 'family', 'preferred', 'say_it', 'pronouns', 'credentials', 'title', 'role'] as const),
  ...(['languages', 'photo', 'photo_date'] as const),
] as const satisfies readonly (keyof PersonFields)[];

/** What an import changes of somebody, field by field; of somebody new, what comes besides their name. */
const changesOf = ({ row, before, badges, identifiers, onLeave }: Write): FieldChange[] => {
  const changes: FieldChange[] = [];
  for (const column of columns) {
    const [from, to] = [before === null ? null : shown(before, column), shown(row, column)];
    const isName = column === 'given' || column === 'family';
    if (before === null ? isName || to === null : row[column] === before[column]) continue;
    changes.push({ field: column, from, to });
  }
  const marks: FieldChange[] = [
    ...(badges.length > 0 ? [{ field: 'badge', from: null, to: null }] : []),
    ...(identifiers.length > 0 ? [{ field: 'number', from: null, to: null }] : []),
  ];
  const leave =
    onLeave === (before?.onLeave ?? false)
      ? []
      : [{ field: onLeave ? 'on-leave' : 'no-leave', from: null, to: null }];
  return [...changes, ...marks, ...leave];
};

/** A photo is shown as one, never as its hash. */
const shown = (row: PersonFields | PersonRow, column: (typeof columns)[number]): string | null => {
  const value = row[column];
  if (value === null || column === 'photo') return null;
  if (column === 'languages')
    return value === '[]' ? null : value.replaceAll(/[[\]"]/gu, '').replaceAll(',', ', ');
  return value;
};
