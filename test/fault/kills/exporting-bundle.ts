import { exportBundle } from '../../../electron/services/exports/bundle.ts';
import { exporting } from './exporting.ts';

export const exportingBundle = exporting('record.tar', (device, file) =>
  exportBundle(device, { kind: 'all' }, file, { kind: 'command-line' }),
);
