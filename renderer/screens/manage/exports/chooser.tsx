import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportChoices } from '../../../../core/exports/view.ts';
import { Button } from '../../../ui/button.tsx';
import { ChoiceGroup } from '../../../ui/choice-group.tsx';
import style from './exports.module.css';
import { Filters } from './filters.tsx';
import { TroubleNotice } from './trouble-notice.tsx';
import type { Jobs } from './use-jobs.ts';
import { askedOf, atFirst, type Purpose } from './wanted.ts';

interface ChooserProps {
  choices: ExportChoices;
  /** What whoever is signed in may let leave. */
  purposes: readonly Purpose[];
  session: string | undefined;
  jobs: Jobs;
}

/** What a file is for, of when and of what; and the beginning of it. */
export const Chooser = ({ choices, purposes, session, jobs }: ChooserProps) => {
  const { t } = useTranslation('exports');
  const { today } = choices;
  const first = session === undefined ? (purposes[0] ?? 'auditor') : 'auditor';
  const [wanted, setWanted] = useState(() => atFirst(today, { purpose: first, session }));
  const asked = askedOf(wanted, { today, session });
  // One thing to do at a time: a file that is there is saved first.
  const isWaiting = jobs.shown.some(({ state }) => state === 'made');
  const isWorking = jobs.shown.some(({ state }) => state === 'working');
  return (
    <section className={style.chooser} aria-label={t('filter.label')}>
      {purposes.length > 1 && (
        <ChoiceGroup
          label={t('for')}
          className={style.purposes}
          options={purposes.map((value) => ({
            ...{ value, label: t(`purpose.${value}`), hint: t(`hint.${value}`) },
          }))}
          value={wanted.purpose}
          onChange={(purpose) => {
            const isOfRows =
              purpose !== 'auditor' && (wanted.period === 'everything' || wanted.period === 'session');
            setWanted({ ...wanted, purpose, ...(isOfRows ? { period: 'last-month' } : {}) });
          }}
        />
      )}
      <Filters {...{ wanted, choices, session }} onChange={setWanted} />
      <div className={style.foot}>
        <Button
          variant={isWaiting ? 'quiet' : 'primary'}
          className={style.begin}
          isDisabled={asked === null || jobs.isBeginning || isWorking}
          onPress={() => {
            if (asked !== null) void jobs.begin(asked);
          }}
        >
          {t('begin')}
        </Button>
        <p className={style.quiet}>{t('pin')}</p>
      </div>
      {jobs.trouble !== null && <TroubleNotice trouble={jobs.trouble} />}
    </section>
  );
};
