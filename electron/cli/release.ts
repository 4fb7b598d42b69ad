import { releaseHold } from '../services/retention/holds.ts';
import { administrator } from './administrator.ts';
import { type CliCommand, needed, readOptions } from './command.ts';
import { onRecord } from './existing-record.ts';

export const releaseCommand: CliCommand = {
  help: [
    'release --data DIR --hold ID',
    '',
    '  --data DIR  the folder that holds the database; the kiosk may run meanwhile',
    '  --hold ID   which; “hold --data DIR --list” tells the ids of all',
  ].join('\n'),
  run: async (words) => {
    const { values } = readOptions(words, { data: { type: 'string' }, hold: { type: 'string' } });
    const [folder, hold] = [needed(values.data, 'data'), needed(values.hold, 'hold')];
    return onRecord(folder, (device) => {
      const { ok } = releaseHold(device, hold, administrator());
      if (ok) console.log(`released: ${hold}`);
      else console.error(`No hold ${hold} stands.`);
      return ok ? 0 : 1;
    });
  },
};
