import { describe, expect, it } from 'vitest';
import { longestName } from '../../../../../core/names.ts';
import type { SettingsView } from '../../../../../core/settings/view.ts';
import { changesIn, problemsIn, timesIn } from '../../../../../renderer/screens/manage/settings/typed.ts';

const settings: SettingsView = {
  ...{ place: { name: 'OR 3', unit: 'Operating rooms' }, language: 'en', languages: ['en', 'ar'] },
  ...{ names: 'full', unitNames: null, hand: 'right', hints: true, demo: false },
  theme: { mode: 'auto', nightFrom: '21:00', dayFrom: '06:30' },
  ...{ shifts: ['07:00', '19:00'], idleSeconds: 120, photoYears: 5, stayDays: 30, retentionYears: 6 },
  ...{ backupFolder: null, unreadable: [] },
};
const problems = (change: Partial<SettingsView>) => [...problemsIn({ ...settings, ...change })];

describe('settings that are typed', () => {
  it('can be kept as they are', () => {
    expect(problems({})).toEqual([]);
    expect(changesIn(settings, structuredClone(settings))).toEqual({});
  });

  it('are sent only where they are other than they were', () => {
    const place = { name: 'OR 4', unit: 'Operating rooms' };
    expect(changesIn(settings, { ...settings, place, idleSeconds: 180 })).toEqual({
      place,
      idleSeconds: 180,
    });
    expect(changesIn(settings, { ...settings, languages: [] })).toEqual({ languages: [] });
  });

  it('are set anew where they could not be read, though they look the same', () => {
    const unread = { ...settings, unreadable: ['retentionYears'] };
    expect(changesIn(unread, unread)).toEqual({ retentionYears: 6 });
  });

  it('never turn a kiosk into a demo, or a demo into a kiosk', () => {
    expect(changesIn(settings, { ...settings, demo: true })).toEqual({});
  });

  it.each([
    ['a place without a name', { place: { name: '  ', unit: 'Ward 4' } }, 'place'],
    [
      'a unit whose name is too long',
      { place: { name: 'OR 3', unit: 'x'.repeat(longestName + 1) } },
      'place',
    ],
    ['an hour that no day has', { theme: { ...settings.theme, nightFrom: '24:00' } }, 'theme'],
    ['a minute that no hour has', { theme: { ...settings.theme, dayFrom: '06:60' } }, 'theme'],
    ['a shift that ends at no time', { shifts: ['07:00', 'noon'] }, 'shifts'],
    [
      'more shifts than a day has',
      { shifts: ['01:00', '02:00', '03:00', '04:00', '05:00', '06:00', '07:00'] },
      'shifts',
    ],
    ['a language of the place that is not offered', { language: 'ru' }, 'languages'],
  ] as const)('say what cannot be: %s', (_what, change, where) => {
    expect(problems(change as Partial<SettingsView>)).toEqual([where]);
  });

  it('offer every language where none is chosen', () => {
    expect(problems({ languages: [], language: 'ru' })).toEqual([]);
  });
});

describe('times of day in one line', () => {
  it.each([
    ['7:00, 15:00, 23:00', ['07:00', '15:00', '23:00']],
    ['23:00 7:00;15:00', ['07:00', '15:00', '23:00']],
    ['07:00, 7:00', ['07:00']],
    [' , ', []],
    ['7, 25:99', ['25:99', '7']],
  ])('“%s” are %j', (text, times) => {
    expect(timesIn(text)).toEqual(times);
  });
});
