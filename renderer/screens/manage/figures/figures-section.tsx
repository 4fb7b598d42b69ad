import { useTranslation } from 'react-i18next';

/** Still to come. */
export const FiguresSection = () => {
  const { t } = useTranslation('manage');
  return <h1>{t('sections.figures')}</h1>;
};
