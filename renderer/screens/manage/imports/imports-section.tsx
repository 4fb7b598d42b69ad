import { useTranslation } from 'react-i18next';
import { Importing } from './importing.tsx';
import style from './imports.module.css';

/** Lists of people, and what came in before. */
export const ImportsSection = () => {
  const { t } = useTranslation('imports');
  return (
    <div className={style.page}>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <p className={style.what}>{t('what')}</p>
      <Importing kind="people" />
    </div>
  );
};
