import { inGroups } from '../../core/log/verifier-key.ts';
import { deviceKeys } from '../services/anchors/device-keys.ts';
import { type CliCommand, needed, readOptions } from './command.ts';
import { onRecord } from './existing-record.ts';
import { terminalQr } from './terminal-qr.ts';

export const keyCommand: CliCommand = {
  help: [
    'key --data DIR [--qr]',
    '',
    '  --data DIR  the folder that holds the record',
    '  --qr        the key of the log as a QR code too',
    '',
    'fingerprint  what people compare, aloud or on paper',
    'log          the verifier key of the record: for auditors, and for “witness --trust” on another kiosk',
    'witness      the verifier key of this kiosk as a witness: for “anchor --witness” on another kiosk',
    '',
    'These are public. Let them travel by another road than the record: on paper, by telephone.',
  ].join('\n'),
  run: async (words) => {
    const { values } = readOptions(words, {
      data: { type: 'string' },
      qr: { type: 'boolean', default: false },
    });
    const { fingerprint, log, witness } = await onRecord(needed(values.data, 'data'), deviceKeys);
    console.log(`fingerprint  ${inGroups(fingerprint)}\nlog          ${log}\nwitness      ${witness}`);
    if (values.qr) process.stdout.write(terminalQr(log, process.stdout.columns));
    return 0;
  },
};
