import { useTranslation } from 'react-i18next';
import type { Decisions, PreviewPart, PreviewRow } from '../../../../core/roster/import-view.ts';
import { Pick } from '../parts/pick.tsx';
import type { Doing } from './use-import.ts';

interface DecideProps {
  row: PreviewRow;
  part: PreviewPart;
  doing: Doing;
}

type Answer = 'open' | 'renamed' | 'left-out' | 'leaves' | 'stays';

/** What a person decides of one row. */
export const Decide = ({ row, part, doing }: DecideProps) => {
  const { t } = useTranslation('imports');
  const { decisions, decide } = doing;
  if (part === 'retired' && row.decided !== 'leaves') return null;
  const answers: Answer[] =
    part === 'conflicts'
      ? ['open', ...(row.canRename ? (['renamed'] as const) : []), 'left-out']
      : ['stays', 'leaves'];
  const value: Answer = row.decided ?? (part === 'conflicts' ? 'open' : 'stays');
  return (
    <Pick
      hidesLabel
      label={t('decide.label')}
      options={answers.map((answer) => ({ value: answer, label: t(`decide.${answer}`) }))}
      value={value}
      onChange={(answer) => {
        if (answer !== value) decide(changeFor(row.row, answer, decisions));
      }}
      isMarked={value === 'open'}
    />
  );
};

const changeFor = (
  row: number | string,
  answer: Answer,
  { renamed, leftOut, leave }: Decisions,
): Partial<Decisions> => {
  const without = <One,>(all: readonly One[], one: One): One[] => all.filter((other) => other !== one);
  if (typeof row === 'string')
    return { leave: answer === 'leaves' ? [...without(leave, row), row] : without(leave, row) };
  return {
    renamed: answer === 'renamed' ? [...without(renamed, row), row] : without(renamed, row),
    leftOut: answer === 'left-out' ? [...without(leftOut, row), row] : without(leftOut, row),
  };
};
