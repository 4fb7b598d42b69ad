import type { Restored, Restoring } from '../services/backups/restore.ts';
import { restore } from '../services/backups/restore.ts';
import { type CliCommand, needed, readOptions } from './command.ts';

export const restoreCommand: CliCommand = {
  help: [
    'restore --data DIR --from FILE [--yes]',
    '',
    '  --data DIR   the folder that holds the database, or a new one; no kiosk may run on it',
    '  --from FILE  a backup',
    '  --yes        does it; without, it only says what would be done, and the exit code is 1',
    '',
    'Verifies all of the backup first. The record that is there goes into DIR/quarantine and is not deleted; what it',
    'recorded after the backup is not in the record any more. The record goes on as a new log, which says where it',
    'came from, and a session that was open is closed. Keys are not in a backup: in another folder there are new ones.',
  ].join('\n'),
  run: async (words) => {
    const { values } = readOptions(words, {
      data: { type: 'string' },
      from: { type: 'string' },
      yes: { type: 'boolean', default: false },
    });
    const [data, from] = [needed(values.data, 'data'), needed(values.from, 'from')];
    const done = restore({ data, from, yes: values.yes });
    if (!done.ok) {
      console.error(`${from} was not put back. ${done.problem.sentence}`);
      return 1;
    }
    const { held, restored } = done.value;
    console.log(`The backup holds: ${held.size} entries, the last of ${held.at}.`);
    console.log(presently(done.value));
    if (restored === null) {
      console.error('Nothing was done. With --yes it is.');
      return 1;
    }
    for (const line of outcome(restored)) console.log(line);
    return 0;
  },
};

const presently = ({ present, held }: Restoring): string => {
  switch (present.state) {
    case 'none':
      return 'There is no record in the folder.';
    case 'unreadable':
      return 'The record in the folder cannot be read: what it recorded after the backup is lost to the record.';
    case 'there': {
      const now = `The record in the folder: ${present.size} entries, the last of ${present.at}.`;
      if (present.after === null)
        return `${now} It is not the record that the backup is of: all of it is lost to the record.`;
      return `${now} Lost to the record: ${present.after === 0 ? 'nothing' : `entries ${held.size + 1} to ${present.size}`}.`;
    }
  }
};

const outcome = ({ size, room, session, newKey, badges }: Restored): string[] => [
  `Put back: ${size} entries, under a new log.`,
  ...(room === null ? [] : [`What was there lies in ${room}.`]),
  ...(session === 'closed' ? ['A session was open in the backup: it is closed now.'] : []),
  ...(session === 'in-round' ? ['A round was running in the backup: end it on the screen.'] : []),
  ...(newKey ? ['It is signed by another key from now on: “key” says its fingerprint.'] : []),
  ...(badges ? [] : ['Badges must be given out again: the key that they are read with is not in a backup.']),
];
