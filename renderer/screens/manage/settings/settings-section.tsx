import { useTranslation } from 'react-i18next';

/** Still to come. */
export const SettingsSection = () => {
  const { t } = useTranslation('manage');
  return <h1>{t('sections.settings')}</h1>;
};
