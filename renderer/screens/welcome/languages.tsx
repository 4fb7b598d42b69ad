import { useTranslation } from 'react-i18next';
import { useLive } from '../../device/device.tsx';
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
  const offered = useLive().view?.languages ?? [];
  // What is spoken now can always be seen among them.
  const shown = languages.filter((one) => offered.length === 0 || offered.includes(one) || one === language);
  return (
    <ChoiceGroup
      label={t('language')}
      isLabelHidden
      options={shown.map((one) => ({ value: one, label: ownName(one), lang: one }))}
      value={language}
      onChange={onChange}
      className={style.languages}
    />
  );
};
