import { useTranslation } from 'react-i18next';
import type { ExportProblem } from '../../../../core/exports/view.ts';
import { Notice } from '../../../ui/notice.tsx';
import type { Trouble } from './use-jobs.ts';

/** Why there is no file, and what to do. */
export const TroubleNotice = ({ trouble }: { trouble: Trouble | ExportProblem }) => {
  const { t } = useTranslation('exports');
  if (trouble === 'not-confirmed') return <Notice happened={t('problem.not-confirmed')} />;
  return <Notice urgent happened={t(`problem.${trouble}`)} todo={t(`problem.${trouble}Todo`)} />;
};
