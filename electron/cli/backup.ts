import { backUp } from '../services/backups/backup.ts';
import { administrator } from './administrator.ts';
import { type CliCommand, needed, readOptions } from './command.ts';
import { onRecord } from './existing-record.ts';

export const backupCommand: CliCommand = {
  help: [
    'backup --data DIR [--to DIR]',
    '',
    '  --data DIR  the folder that holds the database; the kiosk may run on it',
    '  --to DIR    another folder for the backup, such as one on another disk; made if it is not there',
    '',
    'Copies the record as it is at one moment, verifies the copy, and only then gives it its name in DIR/backups:',
    'bedside-TIME-ENTRIES.db. The last 14 of a record are kept in a folder. Keys are not in it, and neither is what a',
    'patient chose. Says the file, its entries and its SHA-256 digest; the log keeps both.',
  ].join('\n'),
  run: async (words) => {
    const { values } = readOptions(words, { data: { type: 'string' }, to: { type: 'string' } });
    const folder = needed(values.data, 'data');
    const to = values.to === undefined ? {} : { to: needed(values.to, 'to') };
    const made = await onRecord(folder, (device) => backUp(device, { ...to, actor: administrator() }));
    if (!made.ok) {
      console.error(`There is no new backup. ${made.problem.sentence}`);
      return 1;
    }
    const { file, size, digest, synced } = made.value;
    console.log(`${file}\nentries: ${size}, sha256: ${digest}`);
    if (!synced)
      console.error(
        'The file system there does not say when a file is on its disk: keep another copy elsewhere.',
      );
    return 0;
  },
};
