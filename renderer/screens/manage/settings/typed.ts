import { cleanName } from '../../../../core/names.ts';
import type { SettingsChange, SettingsView } from '../../../../core/settings/view.ts';

const clock = /^([01]\d|2[0-3]):[0-5]\d$/u;

/** What of the settings that are typed cannot be kept. */
export const problemsIn = (typed: SettingsView): ReadonlySet<keyof SettingsView> => {
  const { place, theme, shifts, language, languages } = typed;
  const found = new Set<keyof SettingsView>();
  if ('problem' in cleanName(place.name) || 'problem' in cleanName(place.unit)) found.add('place');
  if (!clock.test(theme.nightFrom) || !clock.test(theme.dayFrom)) found.add('theme');
  if (shifts.length > 6 || shifts.some((one) => !clock.test(one))) found.add('shifts');
  if (languages.length > 0 && !languages.includes(language)) found.add('languages');
  return found;
};

/** What is other than it was, and with it what could not be read and is therefore set anew. */
export const changesIn = (was: SettingsView, typed: SettingsView): SettingsChange => {
  const { unreadable, demo: _, ...is } = typed;
  return Object.fromEntries(
    Object.entries(is).filter(
      ([name, value]) =>
        unreadable.includes(name) ||
        JSON.stringify(value) !== JSON.stringify(was[name as keyof SettingsView]),
    ),
  );
};

/** Times of day as they are typed in one line: “7:00, 19:00”; each once, in the order of the day. */
export const timesIn = (text: string): string[] => {
  const times = text
    .split(/[,;\s]+/u)
    .filter((part) => part !== '')
    .map((part) => (/^\d:\d\d$/u.test(part) ? `0${part}` : part));
  return [...new Set(times)].sort();
};
