import { exportIntroductions } from '../../../electron/services/exports/export.ts';
import { exporting } from './exporting.ts';

export const exportingCsv = exporting('introductions.csv', (device, file) =>
  exportIntroductions(device, { from: '2000-01-01', to: '2999-12-31' }, file),
);
