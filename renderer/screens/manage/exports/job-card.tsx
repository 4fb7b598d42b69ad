import { useEffect, useRef } from 'react';
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
  const card = useRef<HTMLElement>(null);
  const { id, name, state, made, problem } = job;
  // What is to be done next comes into view; nothing is moved once it was done.
  useEffect(() => {
    if (state === 'working' || state === 'made') card.current?.scrollIntoView({ block: 'nearest' });
  }, [state]);
  const isThere = made !== null && state !== 'cancelled';
  return (
    <section ref={card} className={style.job} aria-label={name}>
      <header>
        <h2 className={style.file}>
          <bdi dir="ltr" translate="no">
            {name}
          </bdi>
        </h2>
        <p role="status" className={style.state}>
          <strong>{t(jobs.saving.has(id) ? 'saving' : `state.${state}`)}</strong>
          {isThere && <Amount job={job} made={made} />}
        </p>
      </header>
      {state === 'working' && <Working job={job} onCancel={() => void jobs.cancel(id)} />}
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
      {isThere && (
        <dl className={style.facts}>
          <div className={style.wide}>
            <dt>{t('digest')}</dt>
            <dd>
              <Digest hex={made.digest} />
              <small>{t('digestWhat')}</small>
            </dd>
          </div>
        </dl>
      )}
      {state === 'cancelled' && <p>{t('cancelledWords')}</p>}
      {problem !== null && <TroubleNotice trouble={problem} />}
      {job.low && (state === 'made' || state === 'working') && <p>{t('low')}</p>}
    </section>
  );
};

const Amount = ({ job: { asked }, made: { rows, bytes } }: { job: ExportJob; made: MadeFile }) => {
  const { t } = useTranslation('exports');
  const size = useSize();
  return (
    <>
      <span>{t(asked.format === 'bundle' ? 'entries' : 'rows', { count: rows })}</span>
      <span>{size(bytes)}</span>
    </>
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
