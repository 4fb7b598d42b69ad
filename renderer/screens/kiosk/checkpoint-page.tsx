import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { CheckpointMark } from '../../ui/checkpoint-mark.tsx';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import type { QrCode } from '../../ui/qr-code.ts';
import style from './checkpoint-page.module.css';
import { useMoments } from './moments.ts';

export interface PrintedCheckpoint {
  note: string;
  size: number;
  code: QrCode | null;
  /** When it was printed, RFC 3339. */
  at: string;
}

interface CheckpointPageProps {
  printed: PrintedCheckpoint;
  place: string;
  unit: string;
  fingerprint: string;
}

/** One page of A4 or Letter, which is all that is printed while it is there; no screen shows it. */
export const CheckpointPage = ({ printed, place, unit, fingerprint }: CheckpointPageProps) => {
  const { t } = useTranslation('kiosk');
  const { moment } = useMoments();
  const { note, size, code, at } = printed;
  return createPortal(
    // Not hidden by the sheet that it is printed from: a PDF has no structure of what is.
    <article className={style.page} data-react-aria-top-layer="">
      <h1>{t('page.title')}</h1>
      <p className={style.keep}>{t('page.keep')}</p>
      <dl className={style.facts}>
        <dt>{t('place')}</dt>
        <dd>
          <bdi>{place}</bdi>
        </dd>
        <dt>{t('unit')}</dt>
        <dd>
          <bdi>{unit}</bdi>
        </dd>
        <dt>{t('page.printed')}</dt>
        <dd>{moment(at)}</dd>
        <dt>{t('record')}</dt>
        <dd>{t('entries', { count: size })}</dd>
        <dt>{t('fingerprint')}</dt>
        <dd>
          <Fingerprint hex={fingerprint} />
        </dd>
      </dl>
      <CheckpointMark note={note} code={code} />
    </article>,
    document.body,
  );
};
