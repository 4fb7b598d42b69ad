import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { Asked } from '../manager.ts';

interface NotAnsweredProps {
  asked: Pick<Asked<unknown>, 'is' | 'lacksPin' | 'again'>;
  /** What happened where the device did not answer. */
  happened?: string;
}

/** What was asked for did not come: because the device did not answer, or because the PIN that it needs was not given. */
export const NotAnswered = ({ asked: { is, lacksPin, again }, happened }: NotAnsweredProps) => {
  const { t } = useTranslation('manage');
  if (is !== 'failed') return null;
  return lacksPin ? (
    <Notice happened={t('again.notGiven')}>
      <Button onPress={again}>{t('again.give')}</Button>
    </Notice>
  ) : (
    <Notice urgent happened={happened ?? t('notIn.no-answer')}>
      <Button onPress={again}>{t('tryAgain')}</Button>
    </Notice>
  );
};
