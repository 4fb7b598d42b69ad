import { expect, test } from 'vitest';
import { type Mergeable, mergedColumns } from '../../../core/people/merge.ts';
import { inOrder } from '../../../core/people/order.ts';
import { daysAfter, photoAge, shownUntil } from '../../../core/people/photo-age.ts';

const nobody: Mergeable = {
  ...{ preferred: null, say_it: null, pronouns: null, credentials: null, title: null, languages: '[]' },
  ...{ line: null, names: null, photo: null, photo_date: null, masked_photo: null, masked_photo_date: null },
  ...{ name_sound: null, own: '[]', origin: 'import' },
};
const merged = (kept: Partial<Mergeable>, double: Partial<Mergeable>): Mergeable =>
  mergedColumns({ ...nobody, ...kept }, { ...nobody, ...double });

test('what the one who is kept says stands; what they did not say comes from the double, with whose word it is', () => {
  const result = merged(
    { preferred: 'Bill', title: 'RN' },
    { preferred: 'Will', line: 'I fish', languages: '["es"]', title: 'Nurse', own: '["languages","line"]' },
  );
  expect(result).toMatchObject({ preferred: 'Bill', title: 'RN', line: 'I fish', languages: '["es"]' });
  expect(result.own).toBe('["languages","line"]');
});

test('the later photo is kept where both have a day, else the one there is', () => {
  const photo = (name: string, photo_date: string | null) => ({ photo: name, photo_date });
  expect(merged(photo('a', '2020-01-01'), photo('b', '2024-01-01')).photo).toBe('b');
  expect(merged(photo('a', '2024-01-01'), photo('b', '2020-01-01')).photo).toBe('a');
  expect(merged(photo('a', null), photo('b', '2024-01-01')).photo).toBe('a');
  expect(merged({}, photo('b', null))).toMatchObject({ photo: 'b', photo_date: null });
});

test('of two wishes how much of a name is shown, the narrower holds', () => {
  expect(merged({ names: null }, { names: 'first-only' }).names).toBe('first-only');
  expect(merged({ names: 'first-only' }, { names: 'first-and-initial' }).names).toBe('first-only');
  expect(merged({ names: 'full' }, { names: null }).names).toBe('full');
});

test('a visitor who is somebody on the list is on the list', () => {
  expect(merged({ origin: 'visitor' }, { origin: 'import' }).origin).toBe('import');
  expect(merged({ origin: 'import' }, { origin: 'visitor' }).origin).toBe('import');
  expect(merged({ origin: 'visitor' }, { origin: 'visitor' }).origin).toBe('visitor');
});

test('people stand as the language sorts their names', () => {
  const sorted = (language: string, names: string[]) =>
    names
      .map((family) => ({ given: 'A', family }))
      .sort(inOrder(language))
      .map(({ family }) => family);
  expect(sorted('en', ['Zhu', 'Ångström', 'Berg'])).toEqual(['Ångström', 'Berg', 'Zhu']);
  expect(sorted('sv', ['Zhu', 'Ångström', 'Berg'])).toEqual(['Berg', 'Zhu', 'Ångström']);
  expect(
    [
      { given: 'Ana', family: null },
      { given: 'Bo', family: 'Abel' },
    ].sort(inOrder('en'))[0]?.given,
  ).toBe('Bo');
});

test('a photo is shown through the day on which it is so many years old, and two months before that is soon', () => {
  const days = { from: '2021-11-22', soon: daysAfter('2021-11-22', 60) };
  const age = (date: string | null) => photoAge({ photo: 'a', date }, days);
  expect([age('2021-11-21'), age('2021-11-22'), age('2022-01-20'), age('2022-01-21'), age(null)]).toEqual([
    ...['old', 'soon', 'soon', 'fresh', 'undated'],
  ]);
  expect(photoAge({ photo: null, date: '2020-01-01' }, days)).toBe('none');
  expect([shownUntil('2021-11-22', 5), shownUntil('2024-02-29', 5), shownUntil('2024-02-29', 4)]).toEqual([
    ...['2026-11-22', '2029-02-28', '2028-02-29'],
  ]);
});
