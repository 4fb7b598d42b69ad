import { useTranslation } from 'react-i18next';
import { askSettings } from '../../../device/manage/settings.ts';
import { useAsked } from '../manager.ts';
import { NotAnswered } from '../parts/not-answered.tsx';
import style from './settings.module.css';
import { SettingsForm } from './settings-form.tsx';
import { useSave } from './use-save.ts';

/** How the kiosk stands in its room. What is changed here counts at once, and the log says what it was and is. */
export const SettingsSection = () => {
  const { t } = useTranslation(['settings', 'manage']);
  const asked = useAsked('settings', async (ask) => {
    const answer = await ask(askSettings);
    if (answer.status !== 200) throw new Error(`The device answered ${answer.status}`);
    return (await answer.json()).settings;
  });
  const saving = useSave(asked.put);
  return (
    <div className={style.section}>
      <h1>{t('manage:sections.settings')}</h1>
      <p className={style.why}>{t('why')}</p>
      <NotAnswered asked={asked} />
      {asked.value !== null && (
        <SettingsForm key={JSON.stringify(asked.value)} settings={asked.value} saving={saving} />
      )}
    </div>
  );
};
