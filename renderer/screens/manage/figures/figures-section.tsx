import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedFigures, Days, FiguresView } from '../../../../core/figures/view.ts';
import { askFigures, figuresIn } from '../../../device/manage/figures.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { type Asked, useAsked, useManager } from '../manager.ts';
import { daysWanted, keep, keptOf, type Wanted, wantedAtFirst } from './asked.ts';
import { BehindContext, presetOf } from './behind.ts';
import { chartDays } from './chart-days.ts';
import { Coverage } from './coverage.tsx';
import style from './figures.module.css';
import { FilterBar } from './filter-bar.tsx';
import { FirstSteps } from './first-steps.tsx';
import { Groups } from './groups.tsx';
import { Head } from './head.tsx';
import { Method } from './method.tsx';
import { Rates } from './rates.tsx';
import { Reasons } from './reasons.tsx';
import { Times } from './times.tsx';

/** The day on the wall now, YYYY-MM-DD. */
const dayNow = (): string => {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

/**
 * The figures of the last whole month, or of whatever else is asked for: the rates first, then what is behind them. What was
 * chosen stays while somebody is signed in.
 */
export const FiguresSection = () => {
  const { t } = useTranslation('figures');
  const { person } = useManager();
  const [today] = useState(dayNow);
  const [wanted, setWanted] = useState(() => keptOf(person) ?? wantedAtFirst(today));
  useEffect(() => keep(person, wanted), [person, wanted]);
  const days = daysWanted(wanted, today);
  const [problem, valid] = typeof days === 'string' ? [days, null] : [null, days];
  const [shown, setShown] = useState<Days>(valid ?? wantedAtFirst(today).own);
  if (valid !== null && (valid.from !== shown.from || valid.to !== shown.to)) setShown(valid);
  const figures = useFigures({
    ...shown,
    by: wanted.by,
    filters: wanted.filters,
    step: null,
    leaving: false,
  });
  const trend = useFigures({
    ...chartDays(shown, wanted.step),
    ...{ by: null, filters: wanted.filters, step: wanted.step, leaving: false },
  });
  const view = figures.value;
  // Nothing was ever planned or held: there is nothing to choose, and nothing to print.
  const isNew = view !== null && view.choices.days === null;
  return (
    <div className={style.page} aria-busy={figures.is === 'loading' || figures.is === 'again'}>
      <Head view={view} days={shown} wanted={wanted} />
      {!isNew && (
        <FilterBar
          wanted={wanted}
          onChange={setWanted}
          choices={view?.choices ?? trend.value?.choices ?? null}
          problem={problem}
        />
      )}
      {figures.is === 'failed' && (
        <Notice urgent happened={t('failed')}>
          <Button onPress={figures.again}>{t('again')}</Button>
        </Notice>
      )}
      {view === null ? (
        figures.is !== 'failed' && <p role="status">{t('loading')}</p>
      ) : isNew ? (
        <FirstSteps />
      ) : (
        <Content view={view} trend={trend} wanted={wanted} onChange={setWanted} />
      )}
    </div>
  );
};

const useFigures = (asked: AskedFigures) =>
  useAsked(JSON.stringify(asked), async (ask) => figuresIn(await ask(askFigures(asked))));

interface ContentProps {
  view: FiguresView;
  /** The same over a longer time, for the charts. */
  trend: Asked<FiguresView>;
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
}

const Content = ({ view, trend, wanted, onChange }: ContentProps) => {
  const { t } = useTranslation('figures');
  const { go, may } = useManager();
  const behind = (closer?: Parameters<typeof presetOf>[1] | null) =>
    go('sessions', presetOf(view, closer ?? undefined));
  return (
    <BehindContext value={may('sessions-read') ? behind : null}>
      {view.invented && <p className={style.invented}>{t('invented')}</p>}
      {view.leftOut > 0 && <p className={style.quiet}>{t('leftOut', { n: view.leftOut })}</p>}
      {isEmpty(view) ? (
        <Notice happened={t('none')} todo={t('noneTodo')} />
      ) : (
        <>
          <Rates
            view={view}
            charts={trend.value?.charts ?? null}
            onAgain={trend.is === 'failed' ? trend.again : null}
            step={wanted.step}
            onStep={(step) => onChange({ ...wanted, step })}
          />
          <Groups view={view} wanted={wanted} onChange={onChange} />
          <div className={style.columns}>
            <Times timings={view.total.timings} />
            <Reasons reasons={view.total.reasons} />
          </div>
        </>
      )}
      <Coverage view={view} />
      <Method view={view} />
    </BehindContext>
  );
};

/** Nothing was held, planned or left out: there is nothing that a figure could say. */
const isEmpty = ({ total }: FiguresView): boolean =>
  Object.values(total.shares).every(
    (share) =>
      !('suppressed' in share) && share.denominator === 0 && Object.keys(share.excluded).length === 0,
  );
