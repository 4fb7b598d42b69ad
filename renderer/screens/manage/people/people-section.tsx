import { useTranslation } from 'react-i18next';

/** Still to come. */
export const PeopleSection = () => {
  const { t } = useTranslation('manage');
  return <h1>{t('sections.people')}</h1>;
};
