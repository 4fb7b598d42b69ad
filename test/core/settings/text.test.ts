import { describe, expect, it } from 'vitest';
import { settingText } from '../../../core/settings/text.ts';

describe('a setting as the log says it', () => {
  it.each([
    [120, '120'],
    [true, 'true'],
    ['first-only', 'first-only'],
    [['en', 'ar'], 'en,ar'],
    [{ mode: 'auto', nightFrom: '21:00', dayFrom: '06:30' }, 'auto,21:00,06:30'],
    [null, 'none'],
    [[], 'none'],
  ])('%j is “%s”', (value, text) => {
    expect(settingText(value)).toBe(text);
  });

  it.each([
    ['the path of a folder', '/mnt/Dr Amara Osei/backups'],
    ['a short one too', '/srv'],
    ['one of another system', 'D:\\backups'],
    ['a name in any script', 'Олена'],
    ['what is longer than any code', 'x'.repeat(201)],
    ['two lines', 'a\nb'],
    ['a list with one of these in it', ['en', 'Олена']],
  ])('keeps to itself %s', (_what, value) => {
    expect(settingText(value)).toBe('said');
  });
});
