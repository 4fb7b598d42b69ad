import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../../device/device.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import { useMoments } from '../../kiosk/moments.ts';
import { Method } from '../figures/method.tsx';
import { useWhat } from '../figures/use-what.ts';
import { useWords } from '../figures/use-words.ts';
import { PaperCharts } from './paper-charts.tsx';
import { PaperCounted } from './paper-counted.tsx';
import { PaperGroups } from './paper-groups.tsx';
import { PaperMissing } from './paper-missing.tsx';
import { PaperProof } from './paper-proof.tsx';
import { PaperRates } from './paper-rates.tsx';
import { PaperReasons } from './paper-reasons.tsx';
import { PaperTimes } from './paper-times.tsx';
import style from './report.module.css';
import type { Paper } from './use-report.ts';

/** The report, on as many pages of A4 or Letter as it needs; it is all that is printed while it is there, and no screen shows it. */
export const ReportPaper = (paper: Paper) => {
  const { t } = useTranslation(['report', 'figures']);
  const { language, direction } = useLanguage();
  const { view } = useLive();
  const words = useWords();
  const { moment } = useMoments();
  const { page } = paper;
  const { figures, made, madeBy, app } = page;
  const what = useWhat(figures);
  return createPortal(
    // The sheet that it is made from hides all else from assistive technology: what is hidden is in no PDF’s structure.
    <article className={style.report} lang={language} dir={direction} data-react-aria-top-layer="">
      <header className={style.head}>
        <p>{t('heading')}</p>
        <h1>{words.days(figures.days)}</h1>
        {figures.invented && <p className={style.invented}>{t('figures:invented')}</p>}
        <dl className={style.facts}>
          <Fact name={t('what')}>
            <bdi>{what}</bdi>
          </Fact>
          {figures.sessions !== null && <Fact name={t('sessions')}>{words.number(figures.sessions)}</Fact>}
          <Fact name={t('compared')}>{words.days(figures.previous.days)}</Fact>
          {view !== null && (
            <Fact name={t('kiosk')}>
              <bdi>{view.place.name}</bdi> · <bdi>{view.unit.name}</bdi>
            </Fact>
          )}
          <Fact name={t('madeAt')}>{moment(made)}</Fact>
          <Fact name={t('madeBy')}>{t(`role.${madeBy}`)}</Fact>
          <Fact name={t('version')}>
            <bdi>Bedside Hello {app}</bdi>
          </Fact>
        </dl>
        <p className={style.reader}>
          {figures.suppressedBelow === null ? t('stays') : t('leaves', { n: figures.suppressedBelow })}
        </p>
      </header>
      <PaperRates figures={figures} />
      <PaperCharts {...paper} />
      <PaperGroups figures={figures} />
      <div className={style.pair}>
        <PaperTimes figures={figures} />
        <PaperReasons figures={figures} />
      </div>
      <PaperMissing page={page} />
      <PaperCounted figures={figures} />
      <Method view={figures} />
      <PaperProof {...paper} />
    </article>,
    document.body,
  );
};

const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
