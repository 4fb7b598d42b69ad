import { useTranslation } from 'react-i18next';
import { device } from '../../../device/client.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useAsked } from '../manager.ts';
import { NotAnswered } from '../parts/not-answered.tsx';
import style from './suggestions.module.css';

/** What people at this kiosk say does not work, the newest first. */
export const SuggestionsSection = () => {
  const { t } = useTranslation(['suggestions', 'manage']);
  const { date } = useLanguage();
  const asked = useAsked('suggestions', async (ask) => {
    const answer = await ask((as) => device.manage.suggestions.$get({}, as));
    if (answer.status !== 200) throw new Error(`The device answered ${answer.status}`);
    return (await answer.json()).suggestions;
  });
  return (
    <div className={style.section}>
      <h1>{t('box.title')}</h1>
      <p className={style.why}>{t('box.why')}</p>
      <NotAnswered asked={asked} />
      {asked.value?.length === 0 && <p>{t('box.none')}</p>}
      <ul aria-busy={asked.is === 'loading'}>
        {(asked.value ?? []).map(({ id, at, place, unit, text }) => (
          <li key={id} className={style.suggestion}>
            <p className={style.text} dir="auto">
              {text}
            </p>
            <p className={style.why}>
              <time dateTime={at}>{date(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}</time>
              {[place, unit]
                .filter((one) => one !== null)
                .map((one) => (
                  <bdi key={one} className={style.where}>
                    {one}
                  </bdi>
                ))}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
};
