import { useTranslation } from 'react-i18next';

/** Still to come. */
export const AccessSection = () => {
  const { t } = useTranslation('manage');
  return <h1>{t('sections.access')}</h1>;
};
