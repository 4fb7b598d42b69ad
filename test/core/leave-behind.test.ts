import { create } from 'qrcode';
import { describe, expect, test } from 'vitest';
import { type LeavePerson, leaveTexts, mostBytes } from '../../core/leave-behind/texts.ts';
import { isDark, qrOptions, qrSegments, quietZone } from '../../core/log/qr.ts';
import { longestName } from '../../core/names.ts';
import { readQr } from '../electron/anchors/read-qr.ts';

const codeOf = (text: string) => create(qrSegments(text), qrOptions).modules;

/** What a telephone has that reads the code and takes its bytes for UTF-8. */
const scanned = (text: string): string => {
  const modules = codeOf(text);
  const bytes = readQr(modules.size, (row, column) => isDark(modules, row, column));
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
};

const words = {
  title: 'The people caring for you',
  place: 'OR 3',
  day: 'November 22, 2026',
  call: 'Questions? Press your call button.',
  part: (at: number, of: number) => `Part ${at} of ${of}`,
};

const person = (name: string): LeavePerson => ({
  name,
  say: 'Say ah-MAH-rah',
  role: 'Your anesthesiologist, the doctor who keeps you asleep and safe',
  does: 'I look after your breathing. When you wake up you will see me, or one of my team.',
});

const people = (count: number): LeavePerson[] =>
  Array.from({ length: count }, (_, at) => person(`Amara Okafor ${at + 1}`));

const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe('what a code of the leave-behind says', () => {
  test('two people: who they are, how to say it, what they do, when they are seen again', () => {
    expect(leaveTexts(words, [person('Amara Okafor'), { ...person('Kofi'), say: null }])).toEqual([
      'The people caring for you\nOR 3\nNovember 22, 2026\n\n' +
        'Amara Okafor\nSay ah-MAH-rah\nYour anesthesiologist, the doctor who keeps you asleep and safe\n' +
        'I look after your breathing. When you wake up you will see me, or one of my team.\n\n' +
        'Kofi\nYour anesthesiologist, the doctor who keeps you asleep and safe\n' +
        'I look after your breathing. When you wake up you will see me, or one of my team.\n\n' +
        'Questions? Press your call button.',
    ]);
  });

  test('a team of six fits into one code, with names and roles in plain words', () => {
    const [text = '', ...more] = leaveTexts(words, people(6));
    expect(more).toEqual([]);
    expect(bytes(text)).toBeLessThanOrEqual(mostBytes);
    expect(text).not.toContain('I look after');
    for (const { name, role } of people(6)) expect(text).toContain(`${name}\nSay ah-MAH-rah\n${role}`);
  });

  test('a crowd is divided evenly over several codes, which say which they are', () => {
    const texts = leaveTexts(words, people(20));
    expect(texts.length).toBeGreaterThan(2);
    for (const [at, text] of texts.entries()) {
      expect(bytes(text)).toBeLessThanOrEqual(mostBytes);
      expect(text.split('\n')[3]).toBe(`Part ${at + 1} of ${texts.length}`);
    }
    const counts = texts.map((text) => text.split('Amara').length - 1);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    expect(texts.join('\n').match(/Amara Okafor \d+/gu)).toEqual(people(20).map(({ name }) => name));
  });

  test('nobody here is no code', () => {
    expect(leaveTexts(words, [])).toEqual([]);
  });
});

const scripts = {
  Latin: ['María del Carmen Fernández Villavicencio', 'Tu cirujana, la médica que te opera'],
  Arabic: ['محمّد عبد الرحمن‌پور', 'طبيبة التخدير، تسهر على نومك وسلامتك'],
  Chinese: ['王小明', '您的麻醉医生，让您安睡并保证您的安全'],
  Korean: ['김하늘', '마취과 의사, 편안히 주무시도록 돌봐 드립니다'],
  Cyrillic: ['Наталья Сергеевна', 'Ваш анестезиолог, врач, который следит за вашим сном'],
  Devanagari: ['क्षेत्रज्ञ शर्मा', 'आपकी नर्स'],
  'beyond the first plane': ['𞤀𞤁𞤂𞤃 𠮷田', 'Your nurse'],
} as const;

describe.each(Object.entries(scripts))('in %s', (_, [name, role]) => {
  const team = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ ...person(`${name} ${at}`), say: name, role, does: role }));

  test('what is scanned is the text, to the last sign, for one to twenty people', () => {
    for (const count of [1, 2, 3, 6, 9, 12, 20]) {
      const texts = leaveTexts({ ...words, title: role }, team(count));
      for (const text of texts) expect(scanned(text)).toBe(text);
      for (const { name } of team(count)) expect(texts.join('\n').split('\n')).toContain(name);
    }
  });

  test('a name as long as names may be is never cut', () => {
    const longest = [...name.replaceAll(' ', '')][0]?.repeat(longestName) ?? '';
    const long = { ...person(`${longest} ${longest}`), say: longest, role };
    for (const text of leaveTexts(words, [long, ...team(2)])) expect(scanned(text)).toBe(text);
    expect(
      leaveTexts(words, [...team(1), long])
        .join('\n')
        .split('\n'),
    ).toContain(long.name);
  });
});

test('no text can be taken for Japanese by a reader that guesses, as French can without this', () => {
  const japanese = (text: string) =>
    new TextDecoder('shift_jis', { fatal: true }).decode(new TextEncoder().encode(text));
  const french = { ...person('Renée'), role: 'Votre infirmière', say: null, does: '' };
  expect(japanese('Équipe\nRenée\nVotre infirmière')).toContain('ﾃ');
  const [text = ''] = leaveTexts({ ...words, title: 'Équipe' }, [french]);
  expect(() => japanese(text)).toThrow();
  expect(text.split('\n')[3]?.trim()).toBe('');
  for (const [name, role] of Object.values(scripts))
    for (const one of leaveTexts(words, [{ ...french, name, role }])) expect(() => japanese(one)).toThrow();
});

test('the largest code is as it was decided: 4 px a module on a tablet, half a millimetre on paper', () => {
  const modules = codeOf('x'.repeat(mostBytes)).size + 2 * quietZone;
  expect(modules).toBe(113);
  // What the sheet gives it at the least (leave-behind.module.css), and what a page has beside the questions.
  expect(modules * 4).toBeLessThanOrEqual(456);
  expect(modules * 0.5).toBeLessThan(60);
  expect(codeOf('x'.repeat(mostBytes + 1)).size).toBeGreaterThan(codeOf('x'.repeat(mostBytes)).size);
});

test('nothing gets in that turns the text around or hides in it, nor a line that is not ours', () => {
  const hidden = '\u202e\u2066\u2068\u2069\u200f\u200b\u00ad\ufeff\u{e0041}';
  const sly = { ...person(`Ama${hidden}ra\nOR 4`), say: `Say\r\nit${hidden}` };
  const [text = ''] = leaveTexts({ ...words, place: `OR${hidden} 3\u2028x` }, [sly]);
  expect(text).not.toMatch(/[\p{Cf}\r\u2028]/u);
  expect(text.split('\n').slice(0, 6)).toEqual([
    'The people caring for you',
    'OR 3 x',
    'November 22, 2026',
    '',
    'Amara OR 4',
    'Say it',
  ]);
});

test('the joiners that belong to a name stay in it', () => {
  expect(leaveTexts(words, [person('نرگس رضا‌پور')])[0]).toContain('رضا‌پور');
});
