import { inGroups } from '../../core/log/verifier-key.ts';
import { askWitness } from '../services/anchors/ask-witness.ts';
import { shareCheckpoint } from '../services/anchors/share.ts';
import type { Device } from '../services/device.ts';
import { administrator } from './administrator.ts';
import { type CliCommand, Misuse, needed, readOptions, wholeNumber } from './command.ts';
import { onRecord } from './existing-record.ts';
import { terminalQr } from './terminal-qr.ts';
import { textOut } from './text-out.ts';

export const checkpointCommand: CliCommand = {
  help: [
    'checkpoint --data DIR [--since SIZE] [--out FILE] [--qr]',
    '',
    '  --data DIR    the folder that holds the record',
    '  --since SIZE  as a request to a witness: with the proof that the record goes on from its first SIZE entries,',
    '                which that witness countersigned before; 0 the first time',
    '  --out FILE    where to; the standard output if it is left out',
    '  --qr          the checkpoint as a QR code too',
    '',
    'Signs the record as it stands. Whoever keeps the checkpoint can tell later whether anything up to there was',
    'changed: “verify --anchor” takes it. The log keeps that it was given out.',
  ].join('\n'),
  run: async (words) => {
    const { values } = readOptions(words, {
      data: { type: 'string' },
      since: { type: 'string' },
      out: { type: 'string' },
      qr: { type: 'boolean', default: false },
    });
    const since = values.since === undefined ? null : wholeNumber(values.since, 'since');
    if (since !== null && values.qr)
      throw new Misuse('--qr shows a checkpoint, and --since makes a request: one of the two.');
    return await onRecord(needed(values.data, 'data'), async (device) => {
      const out = textOut(values.out, device.folder);
      try {
        const { text, size, fingerprint } = asked(device, since);
        await out.write(text);
        out.say(`entries: 1 to ${size}, fingerprint of the key: ${inGroups(fingerprint)}`);
        if (values.qr) process.stdout.write(terminalQr(text, process.stdout.columns));
        return 0;
      } finally {
        out.discard();
      }
    });
  },
};

const asked = (device: Device, since: number | null): { text: string; size: number; fingerprint: string } => {
  const actor = administrator();
  if (since === null) {
    const { note, ...shared } = shareCheckpoint(device, 'shown', actor);
    return { text: note, ...shared };
  }
  const { request, ...shared } = askWitness(device, since, actor);
  return { text: request, ...shared };
};
