import { inGroups } from '../../core/log/verifier-key.ts';
import { countersign } from '../services/anchors/countersign.ts';
import { type CliCommand, needed, readOptions } from './command.ts';
import { onRecord } from './existing-record.ts';
import { onlyText } from './text-file.ts';
import { textOut } from './text-out.ts';

export const witnessCommand: CliCommand = {
  help: [
    'witness FILE --data DIR [--trust KEY] [--out FILE]',
    '',
    '  FILE        the request of another kiosk: what its “checkpoint --since SIZE” wrote',
    '  --data DIR  the folder of this kiosk’s record',
    '  --trust KEY the verifier key of that kiosk’s log, the first time only: the line after “log” that its “key”',
    '              prints. A fingerprint alone will not do: nothing can be verified with it',
    '  --out FILE  where to; the standard output if it is left out',
    '',
    'Signs only what goes on from what this kiosk signed before. What does not is refused, exit code 1; where the',
    'other record seems to have been rewritten, the evidence is kept in the folder “evidence” of DIR.',
  ].join('\n'),
  run: async (words) => {
    const { values, positionals } = readOptions(
      words,
      { data: { type: 'string' }, trust: { type: 'string' }, out: { type: 'string' } },
      { files: true },
    );
    const folder = needed(values.data, 'data');
    const trust = values.trust === undefined ? null : needed(values.trust, 'trust').trim();
    const text = onlyText(positionals);
    return await onRecord(folder, async (device) => {
      const out = textOut(values.out, device.folder);
      try {
        const { line, origin, size, before, fingerprint } = countersign(device, text, { trust });
        await out.write(line);
        out.say(`log: ${origin}, entries: 1 to ${size}, countersigned before: ${before}`);
        out.say(`fingerprint of its key: ${inGroups(fingerprint)}`);
        return 0;
      } finally {
        out.discard();
      }
    });
  },
};
