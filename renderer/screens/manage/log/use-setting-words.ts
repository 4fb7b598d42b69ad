import { useTranslation } from 'react-i18next';
import { namePolicies } from '../../../../core/names.ts';
import type { SettingChange } from '../../../../core/settings/text.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useWords } from '../figures/use-words.ts';
import type { Known } from './known.ts';

const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined): Value | undefined =>
  values.find((value) => value === text);

/** What settings count in. */
const units: Readonly<Record<string, 'second' | 'day' | 'year'>> = {
  idleSeconds: 'second',
  stayDays: 'day',
  photoYears: 'year',
  retentionYears: 'year',
};

const named = [
  ...(['place', 'language', 'names', 'theme', 'hand', 'hints', 'shifts', 'photoYears'] as const),
  ...(['stayDays', 'demo', 'retentionYears', 'languages', 'idleSeconds', 'backupFolder'] as const),
] as const;

/** In which settings nothing is said by `none`, and what it means there. */
const meansNone = ['unitNames', 'languages', 'backupFolder', 'shifts'] as const;

/**
 * What a setting is called, and a value of it in words, from the signs in which the log has it (core/settings/text.ts).
 * What the screens have no words for, of a newer version, stands as it is in the log.
 */
export const useSettingWords = ({ places = {} }: Known) => {
  const { t } = useTranslation(['log', 'settings', 'kiosk']);
  const { conventions, list, nameOf: languageOf } = useLanguage();
  const { time } = useWords();
  const clock = (text = ''): string => (/^\d\d:\d\d$/u.test(text) ? time(text) : text);
  const amount = (text: string, unit: 'second' | 'day' | 'year'): string =>
    new Intl.NumberFormat(conventions, { style: 'unit', unit, unitDisplay: 'long' }).format(Number(text));

  const themeOf = (text: string): string | null => {
    const [mode, night, day] = text.split(',');
    const known = oneOf(['auto', 'day', 'night'] as const, mode);
    if (known === undefined) return null;
    const values = { mode: t(`kiosk:display.mode.${known}`), night: clock(night), day: clock(day) };
    return t('log:setting.theme', values);
  };
  const placeOf = (id: string): string => {
    const place = places[id];
    if (place === undefined) return t('log:setting.place');
    return place.unit === '' ? place.name : `${place.name} · ${place.unit}`;
  };

  /** In words; null where there are none for it. */
  const wordsFor = (setting: string, text: string): string | null => {
    const unit = units[setting];
    if (unit !== undefined) return /^\d+$/u.test(text) ? amount(text, unit) : null;
    const parts = text.split(',');
    switch (setting) {
      case 'place':
        return placeOf(text);
      case 'language':
      case 'languages':
        return list(parts.map((part) => languageOf(part) ?? part));
      case 'shifts':
        return list(parts.map(clock));
      case 'theme':
        return themeOf(text);
      case 'names':
      case 'unitNames': {
        const policy = oneOf(namePolicies, text);
        return policy === undefined ? null : t(`settings:policy.${policy}`);
      }
      case 'hand': {
        const side = oneOf(['left', 'right'] as const, text);
        return side === undefined ? null : t(`kiosk:display.side.${side}`);
      }
      case 'hints':
      case 'demo':
        return text === 'true' ? t('log:setting.on') : text === 'false' ? t('log:setting.off') : null;
      default:
        return null;
    }
  };

  return {
    nameOf: ({ setting }: SettingChange): string => {
      if (setting === 'unitNames') return t('log:setting.unitNames');
      const known = oneOf(named, setting);
      return known === undefined ? setting : t(`settings:names.${known}`);
    },
    valueIn: ({ setting }: SettingChange, text: string): string => {
      if (text === 'unreadable') return t('log:setting.unreadable');
      if (text === 'said') return t('log:setting.said');
      const none = text === 'none' ? oneOf(meansNone, setting) : undefined;
      if (none !== undefined) return t(`log:setting.none.${none}`);
      return wordsFor(setting, text) ?? text;
    },
  };
};
