import { useTranslation } from 'react-i18next';
import style from './opening.module.css';

/** Until the device has answered for the first time. */
export const Opening = () => {
  const { t } = useTranslation('problems');
  return (
    <main className={style.screen}>
      <h1>{t('opening')}</h1>
    </main>
  );
};
