import { useTranslation } from 'react-i18next';
import { useCheckpoint } from '../../../device/record-checkpoint.ts';
import { Button } from '../../../ui/button.tsx';
import { CheckpointMark } from '../../../ui/checkpoint-mark.tsx';
import style from './record.module.css';

/** A checkpoint to take along: signed when it is asked for, which is in the log. */
export const Checkpoint = ({ onShown }: { onShown: () => void }) => {
  const { t } = useTranslation('kiosk');
  const { shared, share } = useCheckpoint(null);
  const show = async () => {
    const result = await share('shown');
    if (result?.outcome === 'fresh') onShown();
  };
  return (
    <section className={style.part} aria-labelledby="checkpoint">
      <h2 id="checkpoint">{t('checkpoint.title')}</h2>
      <p>{t('checkpoint.what')}</p>
      <div className={style.foot}>
        <Button onPress={show}>{t('checkpoint.show')}</Button>
      </div>
      <p role="status">
        {shared?.outcome === 'none' && t('checkpoint.notNow')}
        {shared !== null && shared.outcome !== 'none' && t('checkpoint.covers', { count: shared.mark.size })}
      </p>
      {shared !== null && shared.outcome !== 'none' && (
        <CheckpointMark note={shared.mark.note} code={shared.mark.code} />
      )}
    </section>
  );
};
