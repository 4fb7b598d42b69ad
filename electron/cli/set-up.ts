import { openDevice } from '../services/open-device.ts';
import { setUp } from '../services/set-up.ts';
import { type CliCommand, Misuse, needed, readOptions, wholeNumber } from './command.ts';

export const setUpCommand: CliCommand = {
  help: [
    'set-up --data DIR --place NAME --unit NAME [--language en|es|ar] [--names full|first-and-initial|first-only]',
    '    [--retention YEARS]',
    '',
    '  --place NAME     as people say it: “OR 3”, “Bed 412”',
    '  --unit NAME      the unit that it belongs to: “Operating rooms”, “Ward 4 West”',
    '  --language CODE  of the staff’s screens; patients choose their own',
    '  --names POLICY   how much of a person’s name is shown; first names only if never said',
    '  --retention N    years before which nothing may be purged; 6 if never said',
  ].join('\n'),
  run: async (words) => {
    const { values } = readOptions(words, {
      data: { type: 'string' },
      place: { type: 'string' },
      unit: { type: 'string' },
      language: { type: 'string' },
      names: { type: 'string' },
      retention: { type: 'string' },
    });
    const language = oneOf(values.language, 'language', ['en', 'es', 'ar'] as const);
    const names = oneOf(values.names, 'names', ['full', 'first-and-initial', 'first-only'] as const);
    const { retention } = values;
    const years =
      retention === undefined ? undefined : wholeNumber(retention, 'retention', { least: 1, most: 100 });
    const where = { place: needed(values.place, 'place'), unit: needed(values.unit, 'unit') };
    const device = openDevice({ folder: needed(values.data, 'data') });
    try {
      const done = setUp(
        device,
        { kind: 'command-line' },
        {
          ...where,
          ...(language && { language }),
          ...(names && { names }),
          ...(years && { retentionYears: years }),
        },
      );
      if (!done.ok) throw new Misuse('A place and a unit need a name of at most 120 letters.');
      console.log(`This kiosk stands at ${where.place}, ${where.unit}.`);
      return 0;
    } finally {
      device.close();
    }
  },
};

const oneOf = <Word extends string>(
  value: string | undefined,
  name: string,
  words: readonly Word[],
): Word | undefined => {
  if (value === undefined) return undefined;
  const found = words.find((word) => word === value);
  if (found === undefined) throw new Misuse(`--${name} takes one of ${words.join(', ')}, not “${value}”.`);
  return found;
};
