import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsView } from '../../../../core/settings/view.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Keeping } from './keeping.tsx';
import { LanguagesGroup } from './languages-group.tsx';
import { NamesGroup } from './names-group.tsx';
import { PlaceGroup } from './place-group.tsx';
import { ScreenGroup } from './screen-group.tsx';
import style from './settings.module.css';
import { changesIn, problemsIn } from './typed.ts';
import type { useSave } from './use-save.ts';

interface SettingsFormProps {
  settings: SettingsView;
  /** What became of the last saving stands there also when the form begins anew with what was saved. */
  saving: ReturnType<typeof useSave>;
}

/** What each group of the form gets: what is typed, how it changes, and what of it cannot be. */
export interface GroupProps {
  typed: SettingsView;
  set: (change: Partial<SettingsView>) => void;
  problems: ReadonlySet<keyof SettingsView>;
}

/** Everything that can be set, changed together: what is typed counts once it is saved. */
export const SettingsForm = ({ settings, saving: { save, isSaving, said } }: SettingsFormProps) => {
  const { t } = useTranslation('settings');
  const [typed, setTyped] = useState(settings);
  const set = (change: Partial<SettingsView>) => setTyped((now) => ({ ...now, ...change }));
  const problems = problemsIn(typed);
  const changes = changesIn(settings, typed);
  const count = Object.keys(changes).length;
  const group = { typed, set, problems };
  return (
    <>
      {settings.unreadable.length > 0 && (
        <Notice urgent happened={t('unreadable')} todo={t('unreadableTodo')}>
          <p>{settings.unreadable.map((name) => t(`names.${name}`, { defaultValue: name })).join(', ')}</p>
        </Notice>
      )}
      <PlaceGroup {...group} />
      <NamesGroup {...group} />
      <LanguagesGroup {...group} />
      <ScreenGroup {...group} />
      <Keeping {...group} said={said} />
      <div className={style.save} data-stays="">
        {said !== null && (
          <Notice
            urgent={said !== 'saved'}
            happened={t(`said.${said}`)}
            {...(said === 'saved' ? {} : { todo: t('said.todo') })}
          />
        )}
        <Button
          variant="primary"
          isDisabled={count === 0 || problems.size > 0 || isSaving}
          onPress={() => void save(changes)}
        >
          {count === 0 ? t('nothing') : t('save', { count })}
        </Button>
      </div>
    </>
  );
};
