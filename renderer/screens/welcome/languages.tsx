import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/language.tsx';
import { languages, ownName } from '../../i18n/languages.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import style from './languages.module.css';

interface LanguagesProps {
  onChange: (language: string) => void;
}

/** Every language by its own name, so that whoever reads no other finds theirs. */
export const Languages = ({ onChange }: LanguagesProps) => {
  const { t } = useTranslation('welcome');
  const { language } = useLanguage();
  return (
    <ChoiceGroup
      label={t('language')}
      isLabelHidden
      options={languages.map((one) => ({ value: one, label: ownName(one), lang: one }))}
      value={language}
      onChange={onChange}
      className={style.languages}
    />
  );
};
