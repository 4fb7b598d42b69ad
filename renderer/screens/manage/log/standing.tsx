import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LastCheck, LogStanding } from '../../../../core/log/reading.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Fingerprint } from '../../../ui/fingerprint.tsx';
import style from './record.module.css';
import { useWallTime } from './wall-time.ts';

/** How far the record goes, how far it is signed and kept elsewhere, when it was checked, and whose key signs. */
export const Standing = ({ standing }: { standing: LogStanding }) => {
  const { t } = useTranslation(['log', 'kiosk']);
  const { number } = useLanguage();
  const { moment, day } = useWallTime();
  const { size, signed, anchored, asked, daily, fingerprint, purged } = standing;
  const entry = ({ size: at, at: when }: { size: number; at: string }) => ({
    n: number(at),
    at: moment(when),
  });
  return (
    <section className={style.part} aria-labelledby="standing">
      <h2 id="standing">{t('log:standing.title')}</h2>
      <dl className={style.facts}>
        <Fact name={t('log:standing.entries')}>{number(size)}</Fact>
        <Fact name={t('log:standing.signed')}>
          {signed === null ? t('log:standing.never') : t('log:standing.signedAt', entry(signed))}
        </Fact>
        <Fact name={t('log:standing.anchored')}>
          {anchored === null
            ? t('log:standing.notAnchored')
            : t(`log:standing.way.${anchored.way}`, entry(anchored))}
        </Fact>
        <Fact name={t('log:standing.asked')}>
          <Check last={asked} />
        </Fact>
        <Fact name={t('log:standing.daily')}>
          <Check last={daily} />
        </Fact>
        <Fact name={t('kiosk:fingerprint')} isWide>
          <Fingerprint hex={fingerprint} />
          <small>{t('log:standing.fingerprintWhy')}</small>
        </Fact>
      </dl>
      {purged !== null && (
        <p>
          {t('log:standing.purged', {
            n: number(purged.through),
            at: day(purged.at),
            day: day(purged.before),
          })}
        </p>
      )}
    </section>
  );
};

const Check = ({ last }: { last: LastCheck | null }) => {
  const { t } = useTranslation('log');
  const { number } = useLanguage();
  const { moment } = useWallTime();
  if (last === null) return t('standing.never');
  const { result, entry, at } = last;
  const bad = entry === null ? t('standing.badAll') : t('standing.bad', { n: number(entry) });
  return (
    <>
      {result === 'bad' ? bad : t(`standing.${result}`)}
      <small>{moment(at)}</small>
    </>
  );
};

interface FactProps {
  name: string;
  isWide?: boolean;
  children: ReactNode;
}

const Fact = ({ name, isWide = false, children }: FactProps) => (
  <div className={isWide ? style.wide : undefined}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
