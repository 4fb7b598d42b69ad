import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Charts, PChart } from '../../../../core/figures/view.ts';
import { Button } from '../../../ui/button.tsx';
import { useBehind } from './behind.ts';
import { type Placed, placed } from './p-chart.ts';
import style from './points.module.css';
import { useWords } from './use-words.ts';

interface PointsProps {
  chart: PChart;
  charts: Charts;
  /** The chart itself. */
  children: ReactNode;
}

/**
 * One point of a chart at a time, with its sessions. A finger finds it by its column, which may be narrow and is as high as the
 * chart; whoever sees no chart, or has a keyboard, steps from one to the next, or takes the table behind it.
 */
export const Points = ({ chart, charts: { over, step }, children }: PointsProps) => {
  const behind = useBehind();
  const points = placed(chart, over);
  const [chosen, setChosen] = useState<string | null>(null);
  const first = points[0];
  const point = points.find(({ over: { from } }) => from === chosen) ?? points.at(-1);
  if (behind === null || first === undefined || point === undefined) return children;
  const place = points.indexOf(point);
  const choose = (one: Placed | undefined) => one !== undefined && setChosen(one.over.from);
  return (
    <>
      <div className={style.chart}>
        {children}
        <div className={style.touched} style={{ gridTemplateColumns: columnsOf(points) }} aria-hidden="true">
          {points.map((one) => (
            <button
              key={one.at}
              type="button"
              tabIndex={-1}
              className={style.point}
              style={{ gridColumn: one.at - first.at + 1 }}
              data-chosen={one === point || undefined}
              onClick={() => choose(one)}
            />
          ))}
        </div>
      </div>
      <div className={style.bar}>
        <Step is="earlier" onPress={place > 0 ? () => choose(points[place - 1]) : null} />
        <PointWords point={point} step={step} />
        <Step is="later" onPress={place < points.length - 1 ? () => choose(points[place + 1]) : null} />
        <PointLink onPress={() => behind({ days: point.over })} />
      </div>
    </>
  );
};

const columnsOf = (points: readonly Placed[]): string => {
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  return `repeat(${last - first + 1}, minmax(0, 1fr))`;
};

const PointWords = ({ point, step }: { point: Placed; step: Charts['step'] }) => {
  const { t } = useTranslation('figures');
  const words = useWords();
  const signal = point.signal === null ? null : t(`trend.word.${point.signal}`);
  const said = [words.percent(point), words.nOfN(point), signal].filter((one) => one !== null);
  return (
    <p role="status" className={style.what}>
      <strong>{step === 'month' ? words.point(point.over, step) : words.days(point.over)}</strong>
      <span className={style.said}>
        {said.map((one) => (
          <bdi key={one}>{one}</bdi>
        ))}
      </span>
    </p>
  );
};

const PointLink = ({ onPress }: { onPress: () => void }) => {
  const { t } = useTranslation('sessions');
  return <Button onPress={onPress}>{t('behind.point')}</Button>;
};

const Step = ({ is, onPress }: { is: 'earlier' | 'later'; onPress: (() => void) | null }) => {
  const { t } = useTranslation('sessions');
  return (
    <Button
      className={style.step}
      aria-label={t(`behind.${is}`)}
      isDisabled={onPress === null}
      onPress={() => onPress?.()}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={is === 'earlier' ? 'M10 3L5 8l5 5' : 'M6 3l5 5-5 5'} />
      </svg>
    </Button>
  );
};
