import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { DeviceView, RecordSheet } from '../../../core/view.ts';
import { useCheckpoint } from '../../device/record-checkpoint.ts';
import { Button } from '../../ui/button.tsx';
import { CheckpointMark } from '../../ui/checkpoint-mark.tsx';
import { CheckpointPage, type PrintedCheckpoint } from './checkpoint-page.tsx';
import style from './kiosk.module.css';
import { useMoments } from './moments.ts';

interface CheckpointSectionProps {
  view: DeviceView;
  sheet: RecordSheet;
}

/**
 * A checkpoint to take along, to be photographed or printed. It counts as one that is kept elsewhere, so it is made when
 * somebody asks for it and not whenever the sheet is looked at.
 */
export const CheckpointSection = ({ view, sheet }: CheckpointSectionProps) => {
  const { t } = useTranslation('kiosk');
  const { moment } = useMoments();
  const { shared, share } = useCheckpoint(sheet.checkpoint);
  const [page, setPage] = useState<PrintedCheckpoint | null>(null);
  const print = async () => {
    const result = await share('printed');
    if (result?.outcome !== 'fresh') return;
    flushSync(() => setPage({ ...result.mark, at: new Date().toISOString() }));
    window.print();
  };
  const covers = (size: number) => t('checkpoint.covers', { count: size });
  return (
    <section className={style.section} aria-label={t('checkpoint.title')}>
      <h3>{t('checkpoint.title')}</h3>
      <p>{t('checkpoint.what')}</p>
      <div className={style.ways}>
        <Button onPress={() => share('shown')}>{t('checkpoint.show')}</Button>
        <Button onPress={print}>{t('checkpoint.print')}</Button>
      </div>
      <p role="status">
        {shared?.outcome === 'none' && t('checkpoint.notNow')}
        {shared?.outcome === 'last' &&
          sheet.checkpoint !== null &&
          `${t('checkpoint.lastOne', { at: moment(sheet.checkpoint.at) })} `}
        {shared !== null && shared.outcome !== 'none' && covers(shared.mark.size)}
      </p>
      {shared !== null && shared.outcome !== 'none' && (
        <div ref={bringIntoSight} key={shared.mark.note}>
          <CheckpointMark note={shared.mark.note} code={shared.mark.code} />
        </div>
      )}
      {page !== null && (
        <CheckpointPage
          printed={page}
          place={view.place.name}
          unit={view.unit.name}
          fingerprint={sheet.fingerprint}
        />
      )}
    </section>
  );
};

const bringIntoSight = (mark: HTMLDivElement | null) => mark?.scrollIntoView({ block: 'nearest' });
