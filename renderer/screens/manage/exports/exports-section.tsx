import { useTranslation } from 'react-i18next';

/** Still to come. */
export const ExportsSection = () => {
  const { t } = useTranslation('manage');
  return <h1>{t('sections.exports')}</h1>;
};
