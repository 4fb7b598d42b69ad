import { describe, expect, it } from 'vitest';
import { areAlike, drawnForm, namesOf } from '../../core/names-alike.ts';

describe('Names that are likely to be taken for each other', () => {
  it.each([
    ['Amara', 'amara'],
    ['AMARA', 'Amara'],
    ['Iris', 'IRIS'],
    ['José', 'Jose'],
    ['Nguyễn Thị Linh', 'Nguyen Thi Linh'],
    ['O’Neill', "O'Neill"],
    ['O’Neill', 'ONeill'],
    ['Anne-Marie', 'Anne Marie'],
    ['Jean  Luc', 'JeanLuc'],
    ['Müller', 'Mu\u0308ller'],
    ['Øystein', 'Oystein'],
    ['Weiß', 'Weiss'],
    ['Łukasz', 'Lukasz'],
    ['Анна', 'анна'],
    ['Алёна', 'Алена'],
    ['محمّد', 'محمد'],
    ['دانيال', 'دانيـال'],
    ['שָׂרָה', 'שרה'],
    ['می‌نا', 'مینا'],
    ['Ｍｅｉ', 'Mei'],
  ])('%s and %s: the same name, typed in another way', (one, other) => {
    expect(areAlike(one, other)).toBe(true);
    expect(areAlike(other, one)).toBe(true);
  });

  it.each([
    ['Amara', 'Аmara'],
    ['Amara', 'Αmara'],
    ['Kofi', 'Кofi'],
    ['Rosa', 'Rоsа'],
    ['Ilan', 'llan'],
    ['Ilan', '1lan'],
    ['Otto', '0tto'],
    ['Bella', '8ella'],
    ['Sara', '5ara'],
    ['Tom', 'Тоm'],
  ])('%s and %s: drawn alike', (one, other) => {
    expect(areAlike(one, other)).toBe(true);
  });
});

describe('Names that nobody takes for each other', () => {
  const plainlyDifferent = [
    ...['Amara', 'Amira', 'Amar', 'Mara', 'Ali', 'Eli', 'Ila', 'Lia', 'Mia', 'Max', 'Lex', 'Tom', 'Tim'],
    ...['Jan', 'Jana', 'Anna', 'Ana', 'Hanna', 'Olga', 'Ola', 'Ulla', 'Bill', 'Will', 'Jill', 'Mei', 'Mai'],
    ...['Linh', 'Lin', 'Ling', 'Nguyễn', 'Ngọc', 'Björn', 'Bjarne', 'Søren', 'Soraya', 'Inês', 'Ines María'],
    ...['Олена', 'Олег', 'Ольга', 'Анна', 'Инна', 'Нина', 'Марія', 'Мария', 'Юлия', 'Лия', 'Майя', 'Мая'],
    ...['Γιώργος', 'Γιάννης', 'Ελένη', 'Νίκος', 'محمد', 'محمود', 'أحمد', 'حامد', 'نادية', 'نادي', 'فاطمة'],
    ...[
      'שרה',
      'שירה',
      'דוד',
      'דן',
      '王小明',
      '王小朋',
      '李明',
      '李朋',
      '田中',
      '田仲',
      '佐藤',
      'さとう',
      'サトウ',
    ],
    ...[
      'はな',
      'ばな',
      'ハナ',
      'バナ',
      '김민지',
      '김민자',
      '박서준',
      'राम',
      'रमा',
      'रीमा',
      'सीता',
      'সুমি',
      'மீனா',
    ],
    ...[
      'สมชาย',
      'สมชัย',
      'ወርቅ',
      'Նարե',
      'ნინო',
      'Thandiwe',
      'Thandeka',
      'Sok-ja',
      'Sok-jin',
      'Wu',
      'Wo',
      'Vu',
    ],
  ];

  it('are told apart, in any script', () => {
    const taken: string[] = [];
    for (const [at, one] of plainlyDifferent.entries())
      for (const other of plainlyDifferent.slice(at + 1))
        if (areAlike(one, other)) taken.push(`${one} = ${other}`);
    expect(taken).toEqual([]);
  });

  it('are never nothing at all once they are compared', () => {
    expect(plainlyDifferent.filter((name) => drawnForm(name) === '')).toEqual([]);
  });
});

it('somebody is called by one name, or with that of the family', () => {
  expect(namesOf({ given: 'Thandiwe', family: 'Nkosi', preferred: 'Thandi' })).toEqual([
    'Thandiwe',
    'Thandi',
    'Thandiwe Nkosi',
    'Thandi Nkosi',
  ]);
  expect(namesOf({ given: 'Sukarno', family: null, preferred: null })).toEqual(['Sukarno']);
});
