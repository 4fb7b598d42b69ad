import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { useManager } from '../manager.ts';
import { sectionNeeds } from '../section.ts';
import style from './first-steps.module.css';

const steps = ['imports', 'schedule', 'settings', 'access'] as const;

/** A kiosk on which nothing was planned or held yet has no figures: what is to be done first, and where. */
export const FirstSteps = () => {
  const { t } = useTranslation(['figures', 'manage']);
  const { go, may } = useManager();
  const theirs = steps.filter((id) => may(sectionNeeds[id]));
  return (
    <section className={style.first} aria-labelledby="first">
      <p>{t('first.why')}</p>
      {theirs.length > 0 && (
        <>
          <h2 id="first">{t('first.title')}</h2>
          <ol className={style.steps}>
            {theirs.map((id) => (
              <li key={id} className={style.step}>
                <p>{t(`first.${id}`)}</p>
                <Button onPress={() => go(id)}>{t(`manage:sections.${id}`)}</Button>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
};
