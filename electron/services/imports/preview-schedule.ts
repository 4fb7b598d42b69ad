import {
  type Decisions,
  type FieldChange,
  nothingKnown,
  type PreviewPart,
  type PreviewRow,
} from '../../../core/roster/import-view.ts';
import type { SchedulePlan, Step } from '../schedule/plan.ts';
import type { RowsOfPart, Slice } from './slice.ts';

interface Of {
  decided: Decisions;
}

/** Some of the rows of a part of a preview of a schedule. */
export const scheduleRows = (
  seen: Of,
  plan: SchedulePlan,
  part: PreviewPart,
  { from, count }: Slice,
): RowsOfPart => {
  const rows = rowsIn(seen, plan, part);
  return { total: rows.length, rows: rows.slice(from, from + count) };
};

const rowsIn = ({ decided: { leftOut } }: Of, plan: SchedulePlan, part: PreviewPart): PreviewRow[] => {
  const { files, problems, steps, refused } = plan;
  const place = (line: number, file = 0) => ({
    ...{ row: line, line, file: (files?.length ?? 0) > 1 ? (files?.[file]?.name ?? null) : null },
    inEntries: files?.[file]?.counts === 'entries',
  });
  const problem = (one: SchedulePlan['problems'][number]): PreviewRow => ({
    ...{ ...nothingKnown, ...place(one.line, one.file), name: '', what: one.what, whatToDo: one.whatToDo },
    decided: leftOut.includes(one.line) ? 'left-out' : null,
  });
  const of = (...kinds: Step['is'][]): PreviewRow[] =>
    steps
      .filter(({ is }) => kinds.includes(is))
      .map((step) => {
        const { line, file } = step.is === 'cancelled' ? step : step.session;
        return { ...nothingKnown, ...place(line, file), name: '', changes: changesOf(step) };
      });
  switch (part) {
    case 'errors':
      return refused ? [] : problems.filter(({ severity }) => severity === 'error').map(problem);
    case 'notes':
      return problems.filter(({ severity }) => severity === 'note').map(problem);
    case 'added':
    case 'changed':
    case 'back':
    case 'cancelled':
    case 'held':
      return of(part);
    case 'conflicts':
    case 'retired':
    case 'missing':
      return [];
  }
};

/** The session first, as it is to be or was; then what of it changes. */
const changesOf = (step: Step): FieldChange[] => {
  const now = step.is === 'cancelled' ? step.before : step.session;
  const place = step.is === 'cancelled' ? null : step.session.place;
  const at: FieldChange[] = [
    { field: 'when', from: null, to: `${now.date}T${now.time}` },
    ...(place === null ? [] : [{ field: 'where', from: null, to: place }]),
    { field: 'kind', from: null, to: now.kind },
  ];
  if (step.is !== 'changed' && step.is !== 'back') return at;
  const { before, session, fields } = step;
  const changed = fields.map((field): FieldChange => {
    if (field === 'date' || field === 'time' || field === 'kind' || field === 'urgency')
      return { field, from: before[field], to: session[field] };
    return { field, from: null, to: null };
  });
  return [...at, ...changed];
};
