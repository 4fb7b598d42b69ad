import { useTranslation } from 'react-i18next';
import type { ImportDone, ImportKind } from '../../../../core/roster/import-view.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useManager } from '../manager.ts';
import { useCounts } from './use-counts.ts';

/** What an import came to. */
export const DoneNotice = ({ done: { counts }, kind }: { done: ImportDone; kind: ImportKind }) => {
  const { t } = useTranslation(['imports', 'manage']);
  const said = useCounts();
  const { go } = useManager();
  return (
    <Notice happened={t('done')} todo={said(counts).join(' · ')}>
      {kind === 'people' && <Button onPress={() => go('people')}>{t('manage:sections.people')}</Button>}
    </Notice>
  );
};
