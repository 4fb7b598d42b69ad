import { Trans, useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/language.tsx';
import { Names } from '../../ui/names.tsx';
import style from './concerns.module.css';

interface ConcernsProps {
  /** Who is asked by name, in this order; nobody yet while the round is going on. */
  invited: readonly string[];
  awake: boolean;
  /** Whether the item of the WHO checklist that the screen quotes is named. */
  credited: boolean;
}

/** Nobody has to be brave: the screen asks. First everybody, and by name once all have spoken. */
export const Concerns = ({ invited, awake, credited }: ConcernsProps) => {
  const { t } = useTranslation('team');
  const { list } = useLanguage();
  return (
    <div className={style.concerns} data-long={invited.length > 6 || undefined}>
      <p className={style.words} role="status">
        {invited.length === 0 ? (
          t(awake ? 'awake.worry' : 'worry')
        ) : (
          <Trans
            t={t}
            i18nKey={awake ? 'awake.byName' : 'concerns.byName'}
            values={{ names: list(invited) }}
            components={{ names: <Names names={invited} className={style.names} /> }}
          />
        )}
      </p>
      {credited && <p className={style.credit}>{t('credit')}</p>}
    </div>
  );
};
