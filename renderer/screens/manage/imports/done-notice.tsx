import { useTranslation } from 'react-i18next';
import type { ImportDone } from '../../../../core/roster/import-view.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useCounts } from './use-counts.ts';

/** What an import came to. */
export const DoneNotice = ({ done: { counts } }: { done: ImportDone }) => {
  const { t } = useTranslation('imports');
  const said = useCounts();
  return <Notice happened={t('done')} todo={said(counts).join(' · ')} />;
};
