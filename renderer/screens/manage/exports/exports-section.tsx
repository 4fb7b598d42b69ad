import { useTranslation } from 'react-i18next';
import { askChoices } from '../../../device/manage/exports.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useAsked, useManager } from '../manager.ts';
import type { SectionProps } from '../section.ts';
import { Chooser } from './chooser.tsx';
import style from './exports.module.css';
import { JobCard } from './job-card.tsx';
import { Past } from './past.tsx';
import { useJobs } from './use-jobs.ts';
import { purposes } from './wanted.ts';

/** What leaves the kiosk in a file: what for and of when; how far it is; what left before. `preset` may name a session. */
export const ExportsSection = ({ preset: { session } }: SectionProps) => {
  const { t } = useTranslation('exports');
  const { language } = useLanguage();
  const { may, go } = useManager();
  const choices = useAsked('choices', askChoices);
  const jobs = useJobs();
  const theirs = purposes.filter((purpose) => may(purpose === 'auditor' ? 'bundle-export' : 'exports'));
  return (
    <div className={style.page}>
      <h1 tabIndex={-1}>{t('title')}</h1>
      {session !== undefined && may('sessions-read') && (
        <div className={style.foot}>
          <Button onPress={() => go('sessions', { session })}>{t('toSession')}</Button>
        </div>
      )}
      <p className={style.what}>
        {t('what')} {language !== 'en' && t('english')}
      </p>
      {choices.is === 'failed' && (
        <Notice urgent happened={t('failed')}>
          <Button onPress={choices.again}>{t('again')}</Button>
        </Notice>
      )}
      {choices.is === 'loading' && <p role="status">{t('loading')}</p>}
      {choices.value !== null && (
        <Chooser choices={choices.value} purposes={theirs} session={session} jobs={jobs} />
      )}
      {jobs.shown.map((job) => (
        <JobCard key={job.id} job={job} jobs={jobs} />
      ))}
      <Past key={jobs.left} />
    </div>
  );
};
