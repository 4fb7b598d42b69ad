import { ProgressBar } from 'react-aria-components/ProgressBar';
import { useTranslation } from 'react-i18next';
import type { ExportJob, MadeFile } from '../../../../core/exports/view.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Digest } from './digest.tsx';
import style from './exports.module.css';
import { TroubleNotice } from './trouble-notice.tsx';
import type { Jobs } from './use-jobs.ts';
import { useSize } from './use-size.ts';
import { purposeOf } from './wanted.ts';

interface JobCardProps {
  job: ExportJob;
  jobs: Jobs;
}

/** One file: how far it is, what it is once it is made, and what became of it. */
export const JobCard = ({ job, jobs }: JobCardProps) => {
  const { t } = useTranslation('exports');
  const { id, name, state, made, problem } = job;
  const isSaving = jobs.saving.has(id);
  return (
    <section className={style.job} aria-label={name}>
      <h2 className={style.file}>
        <bdi dir="ltr" translate="no">
          {name}
        </bdi>
      </h2>
      <p role="status" className={style.state}>
        {isSaving ? t('saving') : t(`state.${state}`)}
      </p>
      {state === 'working' && <Working job={job} onCancel={() => void jobs.cancel(id)} />}
      {made !== null && state !== 'cancelled' && <Made job={job} made={made} />}
      {state === 'made' && (
        <div className={style.foot}>
          <Button variant="primary" className={style.begin} onPress={() => void jobs.save(id)}>
            {t('save')}
          </Button>
          <Button onPress={() => void jobs.cancel(id)}>{t('discard')}</Button>
          <p className={style.quiet}>{t('savedOnce')}</p>
        </div>
      )}
      {state === 'fetched' && (
        <div className={style.words}>
          <p>{t(`then.${purposeOf(job.asked)}`)}</p>
          <p className={style.quiet}>{t('gone')}</p>
        </div>
      )}
      {state === 'cancelled' && <p>{t('cancelledWords')}</p>}
      {problem !== null && <TroubleNotice trouble={problem} />}
      {job.low && (state === 'made' || state === 'working') && <p>{t('low')}</p>}
    </section>
  );
};

const Working = ({ job: { progress }, onCancel }: { job: ExportJob; onCancel: () => void }) => {
  const { t } = useTranslation('exports');
  const { number } = useLanguage();
  const { stage, rows, of } = progress;
  const part = stage === 'rows' && of !== null && of > 0 ? (100 * rows) / of : null;
  const words =
    stage === 'rows' && of !== null
      ? t('progress.rows', { count: of, done: number(rows) })
      : t(stage === 'packing' ? 'progress.packing' : 'progress.counting');
  return (
    <>
      <ProgressBar
        {...(part === null ? { isIndeterminate: true } : { value: part })}
        aria-label={t('state.working')}
        className={style.progress ?? ''}
      >
        <div className={style.track} data-unknown={part === null || undefined}>
          <div className={style.fill} style={{ '--part': part ?? 100 }} />
        </div>
        <span>{words}</span>
      </ProgressBar>
      <div className={style.foot}>
        <Button onPress={onCancel}>{t('cancel')}</Button>
        <p className={style.quiet}>{t('keepGoing')}</p>
      </div>
    </>
  );
};

const Made = ({ job: { asked }, made: { rows, digest, bytes } }: { job: ExportJob; made: MadeFile }) => {
  const { t } = useTranslation('exports');
  const size = useSize();
  return (
    <dl className={style.facts}>
      <div>
        <dt>{t('past.much')}</dt>
        <dd>
          {t(asked.format === 'bundle' ? 'entries' : 'rows', { count: rows })} · {size(bytes)}
        </dd>
      </div>
      <div className={style.wide}>
        <dt>{t('digest')}</dt>
        <dd>
          <Digest hex={digest} />
          <small>{t('digestWhat')}</small>
        </dd>
      </div>
    </dl>
  );
};
