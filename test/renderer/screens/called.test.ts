import { expect, test } from 'vitest';
import type { PersonCard } from '../../../core/view.ts';
import { calledAmong } from '../../../renderer/screens/start/called.ts';

const card = (id: string, first: string, rest: string): PersonCard => ({
  ...{ id, first, rest, role: 'bedside-nurse', gender: 'neutral', visitor: false },
  ...{ sayIt: null, credentials: null, nameSound: null, pronouns: null, line: null, languages: [] },
  ...{ photo: null, maskedPhoto: null },
});

test('two Marias are told apart by as much of their names as is shown; everybody else has their first name', () => {
  const called = calledAmong([
    card('1', 'Maria', 'Silva'),
    card('2', 'María', 'G.'),
    card('3', 'Kofi', 'Mensah'),
    card('3', 'Kofi', 'Mensah'),
    card('4', '석자', '한'),
    card('5', '석자', '김'),
  ]);
  expect([...called.values()]).toEqual(['Maria Silva', 'María G.', 'Kofi', '한석자', '김석자']);
});
