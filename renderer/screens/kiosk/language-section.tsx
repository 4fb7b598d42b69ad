import { useTranslation } from 'react-i18next';
import { isReviewed, languages, ownName } from '../../i18n/languages.ts';
import style from './kiosk.module.css';

/** What the screens can speak, and whether a clinician has read it: who trusts a translation must know. */
export const LanguageSection = () => {
  const { t } = useTranslation('kiosk');
  return (
    <section className={style.section} aria-label={t('languages.title')}>
      <h3>{t('languages.title')}</h3>
      <ul className={style.languages}>
        {languages.map((language) => (
          <li key={language}>
            <bdi lang={language}>{ownName(language)}</bdi>
            <small>{t(isReviewed(language) ? 'languages.reviewed' : 'languages.notReviewed')}</small>
          </li>
        ))}
      </ul>
    </section>
  );
};
