import { takeCosignature } from '../services/anchors/take-cosignature.ts';
import { type CliCommand, needed, readOptions } from './command.ts';
import { onRecord } from './existing-record.ts';
import { onlyText } from './text-file.ts';

export const anchorCommand: CliCommand = {
  help: [
    'anchor FILE --data DIR --witness KEY',
    '',
    '  FILE           the signature that “witness” gave on another kiosk',
    '  --data DIR     the folder of this kiosk’s record',
    '  --witness KEY  the verifier key of that kiosk as a witness: the line after “witness” that its “key” prints',
    '',
    'From then on the record is anchored as far as the witness signed, and every bundle carries the signature.',
  ].join('\n'),
  run: async (words) => {
    const { values, positionals } = readOptions(
      words,
      { data: { type: 'string' }, witness: { type: 'string' } },
      { files: true },
    );
    const folder = needed(values.data, 'data');
    const witness = needed(values.witness, 'witness').trim();
    const text = onlyText(positionals);
    const { size, time } = await onRecord(folder, (device) => takeCosignature(device, text, { witness }));
    const when = new Date(time * 1000).toISOString();
    console.log(`anchored: entries 1 to ${size}, countersigned ${when}`);
    return 0;
  },
};
