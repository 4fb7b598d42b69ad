import { useTranslation } from 'react-i18next';

/** Still to come. */
export const LogSection = () => {
  const { t } = useTranslation('manage');
  return <h1>{t('sections.log')}</h1>;
};
