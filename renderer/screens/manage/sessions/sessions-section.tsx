import { useTranslation } from 'react-i18next';

/** Still to come. */
export const SessionsSection = () => {
  const { t } = useTranslation('manage');
  return <h1>{t('sections.sessions')}</h1>;
};
