import { useTranslation } from 'react-i18next';
import type { RecordStatus } from '../../../core/view.ts';
import { useMoments } from './moments.ts';
import style from './record-line.module.css';

/**
 * What somebody should see to about the record, in a calm line; nothing while all is well. That nothing can be recorded
 * is not said here but on every screen: see RecordBand.
 */
export const RecordLine = ({ record }: { record: RecordStatus }) => {
  const { t } = useTranslation('kiosk');
  const { day } = useMoments();
  const { state, recording, backup } = record;
  if (!recording || state === 'ok' || state === 'full' || state === 'failing') return null;
  return (
    <p className={style.line}>
      {t(`state.${state}`)}
      {state !== 'low' && backup !== null && ` ${t('state.backup', { day: day(backup.at) })}`}
    </p>
  );
};
