import { useTranslation } from 'react-i18next';
import { isReviewed, ownName, languages as spoken } from '../../../i18n/languages.ts';
import { ChoiceGroup } from '../../../ui/choice-group.tsx';
import { Toggle } from '../../../ui/toggle.tsx';
import { Group } from './group.tsx';
import style from './settings.module.css';
import type { GroupProps } from './settings-form.tsx';

export const LanguagesGroup = ({ typed: { language, languages }, set, problems }: GroupProps) => {
  const { t } = useTranslation(['settings', 'kiosk']);
  const offered = languages.length === 0 ? spoken : languages;
  const toggle = (one: string, isOffered: boolean) => {
    const now = spoken.filter((other) => (other === one ? isOffered : offered.includes(other)));
    set({ languages: now.length === spoken.length ? [] : now });
  };
  return (
    <Group title={t('languageTitle')} why={t('languageWhy')}>
      <ChoiceGroup
        label={t('languagePlace')}
        options={spoken.map((value) => ({ value, label: ownName(value), lang: value }))}
        value={language}
        onChange={(chosen) => set({ language: chosen })}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as the other groups are. */}
      <div role="group" aria-labelledby="offered" className={style.offered}>
        <p id="offered" className={style.label}>
          {t('languageOffered')}
        </p>
        {spoken.map((one) => (
          <Toggle
            key={one}
            isSelected={offered.includes(one)}
            onChange={(isOffered) => toggle(one, isOffered)}
            className={style.toggle}
          >
            <span lang={one}>{ownName(one)}</span>
            <span className={style.quiet}>
              {t(isReviewed(one) ? 'kiosk:languages.reviewed' : 'kiosk:languages.notReviewed')}
            </span>
          </Toggle>
        ))}
        {problems.has('languages') && (
          <p role="alert" className={style.problem}>
            {t('said.not-offered')}
          </p>
        )}
      </div>
    </Group>
  );
};
