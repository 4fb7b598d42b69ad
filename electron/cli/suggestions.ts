import { readSuggestions, type Suggestion } from '../services/suggestions.ts';
import { administrator } from './administrator.ts';
import { type CliCommand, Misuse, needed, readOptions } from './command.ts';
import { onRecord } from './existing-record.ts';

export const suggestionsCommand: CliCommand = {
  help: [
    'suggestions --data DIR [--format text|json]',
    '',
    '  --data DIR         the folder that holds the database; the kiosk may run meanwhile',
    '  --format text      to read (usual)',
    '  --format json      a list for programs: id, at, place, unit, text',
    '',
    'Who said what is not known. The record says that it was read, and how many they were.',
  ].join('\n'),
  run: async (words) => {
    const { values } = readOptions(words, {
      data: { type: 'string' },
      format: { type: 'string', default: 'text' },
    });
    const folder = needed(values.data, 'data');
    const { format } = values;
    if (format !== 'text' && format !== 'json')
      throw new Misuse(`--format takes “text” or “json”, not “${format}”.`);
    return onRecord(folder, (device) => {
      const found = readSuggestions(device, administrator());
      console.log(format === 'json' ? JSON.stringify(found, null, 2) : asText(found));
      return 0;
    });
  },
};

const asText = (found: readonly Suggestion[]): string =>
  found.length === 0
    ? 'Nobody left a suggestion.'
    : found
        .map(({ at, place, unit, text }) =>
          [
            [at.slice(0, 16).replace('T', ' '), place, unit].filter((part) => part !== null).join(', '),
            text,
          ].join('\n'),
        )
        .join('\n\n');
