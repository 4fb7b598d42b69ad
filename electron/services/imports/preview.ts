import type { ImportReport, RowReport } from '../../../core/roster/report.ts';
import type { ImportPlan, Outcome } from './plan.ts';

type Told = Outcome & { fields?: readonly string[] };

/** What a plan would do, or did, as a report tells it; row by row in a preview. */
export const reportOf = (
  file: string,
  { added, changed, retired, skipped, leftOut, problems }: ImportPlan,
  { isPreview }: { isPreview: boolean },
): ImportReport => {
  const told = (what: RowReport['what'], rows: readonly Told[]): RowReport[] =>
    rows.map(({ line, name, fields = [] }) => ({ line, name, what, fields }));
  return {
    ...{ file, problems, skipped, leftOut },
    ...{ added: added.length, changed: changed.length, retired: retired.length },
    rows: isPreview
      ? [...told('added', added), ...told('changed', changed), ...told('retired', retired)]
      : [],
  };
};
