import { useTranslation } from 'react-i18next';
import type { LogWanted } from '../../../../core/log/reading.ts';
import { Button } from '../../../ui/button.tsx';
import { useManager } from '../manager.ts';
import { DayInput } from '../parts/day-input.tsx';
import { Pick } from '../parts/pick.tsx';
import style from './record.module.css';
import { offeredActors, offeredTypes } from './types.ts';

interface BrowseFilterProps {
  wanted: LogWanted;
  onChange: (wanted: LogWanted) => void;
}

const all = 'all';

/** Whether these days cannot be: the first after the last. */
export const isWrong = ({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean =>
  from !== undefined && from !== '' && to !== undefined && to !== '' && from > to;

/** What of the log is looked for. */
export const BrowseFilter = ({ wanted, onChange }: BrowseFilterProps) => {
  const { t } = useTranslation('log');
  const { may, go } = useManager();
  const change = (part: LogWanted) => onChange({ ...wanted, ...part });
  const isNarrowed = Object.values(wanted).some((value) => value !== undefined && value !== '');
  return (
    <section aria-label={t('browse.filter')}>
      <div className={style.bar}>
        <Pick
          label={t('browse.type')}
          value={wanted.type ?? all}
          options={[
            { value: all, label: t('browse.anything') },
            ...offeredTypes.map((value) => ({ value, label: t(`type.${value}`) })),
          ]}
          isMarked={wanted.type !== undefined}
          onChange={(type) => change({ type: type === all ? undefined : type })}
        />
        <Pick
          label={t('browse.actor')}
          value={wanted.actor ?? all}
          options={[
            { value: all, label: t('browse.anybody') },
            ...offeredActors.map((value) => ({ value, label: t(`actor.${value}`) })),
          ]}
          isMarked={wanted.actor !== undefined}
          onChange={(actor) =>
            change({ actor: offeredActors.find((one) => one === actor), person: undefined })
          }
        />
        <DayInput
          label={t('browse.from')}
          value={wanted.from ?? ''}
          problem={null}
          onChange={(from) => change({ from })}
        />
        <DayInput
          label={t('browse.to')}
          value={wanted.to ?? ''}
          problem={null}
          onChange={(to) => change({ to })}
        />
      </div>
      {isWrong(wanted) && (
        <p role="alert" className={style.wrong}>
          {t('browse.wrong')}
        </p>
      )}
      {isNarrowed && (
        <p className={style.foot}>
          {wanted.session !== undefined && <strong>{t('browse.ofSession')}</strong>}
          {wanted.session !== undefined && may('sessions-read') && (
            <Button onPress={() => go('sessions', { session: wanted.session ?? '' })}>
              {t('browse.toSession')}
            </Button>
          )}
          <Button variant="plain" onPress={() => onChange({})}>
            {t('browse.clear')}
          </Button>
        </p>
      )}
    </section>
  );
};
