import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import style from './code-shown.module.css';

/** The recovery code, shown this once. */
export const CodeShown = ({ code, onDone }: { code: string; onDone: () => void }) => {
  const { t } = useTranslation('manage');
  return (
    <>
      <p>{t('code.what')}</p>
      <p className={style.code} dir="ltr" translate="no">
        {code.split('-').map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place.
          <span key={at} className={style.group}>
            {group}
          </span>
        ))}
      </p>
      <p>{t('code.how')}</p>
      <Button variant="primary" onPress={onDone}>
        {t('code.done')}
      </Button>
    </>
  );
};
