import { useTranslation } from 'react-i18next';

/** Still to come. */
export const ImportsSection = () => {
  const { t } = useTranslation('manage');
  return <h1>{t('sections.imports')}</h1>;
};
