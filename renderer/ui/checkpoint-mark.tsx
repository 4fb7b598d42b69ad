import { useTranslation } from 'react-i18next';
import style from './checkpoint-mark.module.css';
import type { QrCode } from './qr-code.ts';

interface CheckpointMarkProps {
  /** The checkpoint, a signed note. */
  note: string;
  /** What says the same to a camera; null while it is not there: the text is enough. */
  code: QrCode | null;
}

/** On a screen each module is this long, in CSS px: a whole number, so that all are alike. */
const moduleSize = 4;

/**
 * A checkpoint as it leaves the kiosk, on a screen or on paper: as text and as a QR code, black on white by night too,
 * for that is what cameras read. It is signed bytes and not words: left to right and never translated.
 */
export const CheckpointMark = ({ note, code }: CheckpointMarkProps) => {
  const { t } = useTranslation('kiosk');
  return (
    <div className={style.mark}>
      {code !== null && (
        <svg
          className={style.code}
          role="img"
          aria-label={t('checkpoint.code')}
          viewBox={`0 0 ${code.side} ${code.side}`}
          width={code.side * moduleSize}
          height={code.side * moduleSize}
          shapeRendering="crispEdges"
        >
          <path d={code.path} />
        </svg>
      )}
      <p className={style.note} dir="ltr" translate="no">
        {note
          .trimEnd()
          .split('\n')
          .map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
            <span key={at} className={style.line}>
              {line}
            </span>
          ))}
      </p>
    </div>
  );
};
