import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Name } from '../../ui/name.tsx';
import { PartMark } from './part-mark.tsx';
import type { Member } from './turnover.ts';
import style from './turnover-line.module.css';

interface TurnoverLineProps {
  team: readonly Member[];
  /** What each is called, by id. */
  called: ReadonlyMap<string, string>;
}

/** Who comes and who goes, at a glance: two groups of names, and a third where somebody stays on. */
export const TurnoverLine = ({ team, called }: TurnoverLineProps) => {
  const { t } = useTranslation('start');
  const groups = (['arriving', 'leaving', null] as const)
    .map((part) => ({
      part,
      names: team.flatMap((one) => (one.part === part ? (called.get(one.person) ?? []) : [])),
    }))
    .filter(({ part, names }) => part !== null || names.length > 0);
  return (
    <dl className={style.turnover} aria-label={t('turnover.label')}>
      {groups.map(({ part, names }) => (
        <div key={part} className={style.group} data-part={part ?? 'staying'}>
          <dt className={style.title}>
            <PartMark part={part} /> {t(`turnover.${part ?? 'staying'}`)}
          </dt>
          <dd className={style.names} data-none={names.length === 0 || undefined}>
            {names.length === 0 && t('turnover.nobody')}
            {names.map((name, at) => (
              // Nobody is twice in a team, but two may have one name.
              // biome-ignore lint/suspicious/noArrayIndexKey: names are not unique and never reordered
              <Fragment key={at}>
                {at > 0 && ' · '}
                <Name>{name}</Name>
              </Fragment>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
};
