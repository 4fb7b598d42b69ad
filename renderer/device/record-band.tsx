import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordStatus } from '../../core/view.ts';
import { classes } from '../ui/classes.ts';
import { useHeightTaken } from './height-taken.ts';
import style from './record-band.module.css';

interface RecordBandProps {
  record: RecordStatus;
  /** Whether the patient looks at the screen: they are told only what matters to them. */
  forPatient: boolean;
}

/**
 * While nothing can be recorded every screen says so, in a band at its upper edge. The screens have what is left of the
 * height (--screen), so that it hides nothing and pushes nothing out of sight.
 */
export const RecordBand = ({ record, forPatient }: RecordBandProps) => {
  const { t } = useTranslation('problems');
  const { recording } = record;
  const band = useRef<HTMLDivElement>(null);
  useHeightTaken(band, '--band', !recording);
  return (
    <div ref={band} role="status" className={style.band}>
      {!recording && (
        <p className={classes(!forPatient && style.staff)}>
          {t(forPatient ? 'stopped.patient' : 'stopped.staff')}
        </p>
      )}
    </div>
  );
};
