import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { isReviewed, languages, ownName } from '../../i18n/languages.ts';
import style from './kiosk.module.css';

/** What the screens can speak, and whether a clinician has read it: who trusts a translation must know. */
export const LanguageSection = () => {
  const { t } = useTranslation('kiosk');
  const groups = (['reviewed', 'notReviewed'] as const)
    .map((is) => ({ is, which: languages.filter((one) => isReviewed(one) === (is === 'reviewed')) }))
    .filter(({ which }) => which.length > 0);
  return (
    <section className={style.section} aria-label={t('languages.title')}>
      <h3>{t('languages.title')}</h3>
      <ul className={style.languages}>
        {groups.map(({ is, which }) => (
          <li key={is}>
            <small>{t(`languages.${is}`)}</small>
            <p>
              {which.map((language, at) => (
                <Fragment key={language}>
                  {at > 0 && ' · '}
                  <bdi lang={language}>{ownName(language)}</bdi>
                </Fragment>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};
