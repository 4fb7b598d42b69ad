import { useTranslation } from 'react-i18next';

/** Still to come. */
export const ScheduleSection = () => {
  const { t } = useTranslation('manage');
  return <h1>{t('sections.schedule')}</h1>;
};
