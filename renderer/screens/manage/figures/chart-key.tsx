import { useTranslation } from 'react-i18next';
import style from './chart-key.module.css';
import type { Said } from './seen.ts';

/** What the shapes mean that are on a chart, and no others. */
export const ChartKey = ({ signals }: { signals: readonly Said[] }) => {
  const { t } = useTranslation('figures');
  const has = (...kinds: string[]) => signals.some(({ is }) => kinds.includes(is));
  const shapes = [
    { key: 'point', path: 'M8 3.5a4.5 4.5 0 1 0 .01 0z', isShown: true },
    { key: 'above', path: 'M8 2l6.5 11.5h-13z', isShown: has('above') },
    { key: 'below', path: 'M8 14L1.5 2.5h13z', isShown: has('below') },
    { key: 'run', path: 'M8 1l5.5 7L8 15 2.500 8z', isShown: has('run-above', 'run-below') },
  ] as const;
  return (
    <ul className={style.key}>
      {shapes.map(
        ({ key, path, isShown }) =>
          isShown && (
            <li key={key}>
              <svg viewBox="0 0 16 16" aria-hidden="true" data-shape={key}>
                <path d={path} />
              </svg>
              {t(`trend.key.${key}`)}
            </li>
          ),
      )}
      <li>
        <svg viewBox="0 0 16 16" aria-hidden="true" data-shape="middle">
          <path d="M0 8h16" />
        </svg>
        {t('trend.key.middle')}
      </li>
      <li>
        <svg viewBox="0 0 16 16" aria-hidden="true" data-shape="limits">
          <rect x="0" y="3" width="16" height="10" />
          <path d="M0 3h16M0 13h16" />
        </svg>
        {t('trend.key.limits')}
      </li>
    </ul>
  );
};
