import { namePolicies } from '../../core/names.ts';
import status from '../../resources/locales/status.json' with { type: 'json' };
import type { Device } from '../services/device.ts';
import { openDevice } from '../services/open-device.ts';
import { setUp } from '../services/set-up.ts';
import { administrator } from './administrator.ts';
import { type CliCommand, Misuse, needed, readOptions, wholeNumber } from './command.ts';
import { setManager } from './set-manager.ts';

/** The languages that the screens speak. */
const codes = Object.keys(status);

export const setUpCommand: CliCommand = {
  help: [
    'set-up --data DIR --place NAME --unit NAME [--language CODE] [--names POLICY] [--unit-names POLICY|site]',
    '    [--shifts HH:MM,…] [--hand left|right] [--hints on|off] [--photo-years N] [--stay-days N] [--retention YEARS]',
    '    [--manager NAME]',
    'set-up --data DIR --manager NAME',
    '',
    '  --place NAME     as people say it: “OR 3”, “Bed 412”',
    '  --unit NAME      the unit that it belongs to: “Operating rooms”, “Ward 4 West”',
    `  --language CODE  of the staff’s screens (${codes.join(', ')}); patients choose their own`,
    '  --names POLICY   how much of a person’s name is shown: full, first-and-initial or first-only; the last if never',
    '                   said. A person can only narrow it for themselves, on their own card',
    '  --unit-names P   the unit’s own policy instead of the site’s; “site” takes it back',
    '  --shifts LIST    when shifts end, such as 07:00,19:00, which is what holds if never said',
    '  --hand SIDE      the hand that reaches for the screen; right if never said',
    '  --hints on|off   whether staff screens say in a sentence what to do; on if never said',
    '  --photo-years N  after how many years a photo is not shown any more; 5 if never said',
    '  --stay-days N    for how long after a session it is known whom the patient met in this stay; 30 if never said',
    '  --retention N    years before which nothing may be purged; 6 if never said',
    '  --manager NAME   who manages this kiosk: first and last name as on the list of people, or an id; who is on no list',
    '                   is added. Their PIN, six digits or more, is asked for without being shown, or is the first line',
    '                   of standard input. Shows the recovery code once: write it down, seal it, keep it elsewhere',
  ].join('\n'),
  run: async (words) => {
    const { values } = readOptions(words, {
      data: { type: 'string' },
      place: { type: 'string' },
      unit: { type: 'string' },
      language: { type: 'string' },
      names: { type: 'string' },
      'unit-names': { type: 'string' },
      shifts: { type: 'string' },
      hand: { type: 'string' },
      hints: { type: 'string' },
      'photo-years': { type: 'string' },
      'stay-days': { type: 'string' },
      retention: { type: 'string' },
      manager: { type: 'string' },
    });
    const language = oneOf(values.language, 'language', codes);
    const names = oneOf(values.names, 'names', namePolicies);
    const unitNames = oneOf(values['unit-names'], 'unit-names', [...namePolicies, 'site'] as const);
    const hand = oneOf(values.hand, 'hand', ['left', 'right'] as const);
    const hints = oneOf(values.hints, 'hints', ['on', 'off'] as const);
    const shifts = values.shifts === undefined ? undefined : shiftTimes(values.shifts);
    const upTo = (name: 'retention' | 'photo-years' | 'stay-days', most: number) => {
      const value = values[name];
      return value === undefined ? undefined : wholeNumber(value, name, { least: 1, most });
    };
    const [retentionYears, photoYears, stayDays] = [
      upTo('retention', 100),
      upTo('photo-years', 50),
      upTo('stay-days', 365),
    ];
    const folder = needed(values.data, 'data');
    const manager = values.manager === undefined ? null : needed(values.manager, 'manager');
    const onlyManager = Object.keys(values).every((name) => name === 'data' || name === 'manager');
    if (manager !== null && onlyManager) return withDevice(folder, (device) => setManager(device, manager));
    const where = { place: needed(values.place, 'place'), unit: needed(values.unit, 'unit') };
    return withDevice(folder, async (device) => {
      const done = setUp(device, administrator(), {
        ...where,
        ...(language && { language }),
        ...(names && { names }),
        ...(hand && { hand }),
        ...(hints && { hints: hints === 'on' }),
        ...(shifts && { shifts }),
        ...(retentionYears && { retentionYears }),
        ...(photoYears && { photoYears }),
        ...(stayDays && { stayDays }),
        ...(unitNames && { unitNames: unitNames === 'site' ? null : unitNames }),
      });
      if (!done.ok) throw new Misuse('A place and a unit need a name of at most 120 letters.');
      console.log(`This kiosk stands at ${where.place}, ${where.unit}.`);
      return manager === null ? 0 : setManager(device, manager);
    });
  },
};

const withDevice = async (folder: string, work: (device: Device) => Promise<number>): Promise<number> => {
  const device = openDevice({ folder });
  try {
    return await work(device);
  } finally {
    device.close();
  }
};

/** Wall times, each once, in the order of the day. */
const shiftTimes = (text: string): string[] => {
  const times = text.split(',').map((time) => time.trim());
  const wrong = times.find((time) => !/^([01]\d|2[0-3]):[0-5]\d$/u.test(time));
  if (wrong !== undefined) throw new Misuse(`--shifts takes times such as 07:00,19:00, not “${wrong}”.`);
  if (times.length > 6) throw new Misuse('--shifts takes at most 6 times.');
  return [...new Set(times)].sort();
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
