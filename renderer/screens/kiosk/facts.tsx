import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordSheet } from '../../../core/view.ts';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import style from './kiosk.module.css';
import { useMoments } from './moments.ts';

interface FactsProps {
  place: string;
  unit: string;
  /** Null until the device has said: then only the place is known. */
  sheet: RecordSheet | null;
}

/** Where this kiosk stands, and how its record is, fact by fact. */
export const Facts = ({ place, unit, sheet }: FactsProps) => {
  const { t } = useTranslation('kiosk');
  return (
    <dl className={style.facts}>
      <Fact name={t('place')}>
        <bdi>{place}</bdi>
      </Fact>
      <Fact name={t('unit')}>
        <bdi>{unit}</bdi>
      </Fact>
      {sheet !== null && <RecordFacts sheet={sheet} />}
    </dl>
  );
};

const RecordFacts = ({ sheet }: { sheet: RecordSheet }) => {
  const { t } = useTranslation('kiosk');
  const { moment } = useMoments();
  const { size, checked, backup, fingerprint, app } = sheet;
  return (
    <>
      <Fact name={t('version')}>
        <bdi>{app}</bdi>
      </Fact>
      <Fact name={t('record')}>{t('entries', { count: size })}</Fact>
      <Fact name={t('check')}>
        {checked === null ? (
          t('notYet')
        ) : (
          <>
            {t(`checked.${checked.result}`)} <small>{moment(checked.at)}</small>
          </>
        )}
      </Fact>
      <Fact name={t('backup')}>{backup === null ? t('none') : moment(backup.at)}</Fact>
      <Fact name={t('fingerprint')}>
        <Fingerprint hex={fingerprint} />
      </Fact>
    </>
  );
};

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
