import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDoubles, type Known, pairKey } from '../../../core/people/doubles.ts';

let next = 0;
const person = (given: string, family: string | null, over: Partial<Known> = {}): Known => ({
  ...{
    id: `p${String(next++).padStart(6, '0')}`,
    given,
    family,
    preferred: null,
    role: 'surgeon',
    photo: null,
  },
  ...{ numbers: [], ...over },
});
const whyOf = (one: Known, other: Known): string | null => findDoubles([one, other])[0]?.why ?? null;

test('the same name is suspected however it is divided, ordered, accented or spelled', () => {
  for (const [one, other] of [
    [person('Ana María', 'Sol'), person('Ana', 'Maria Sol')],
    [person('Núñez', 'José'), person('Jose', 'Nunez')],
    [person('Sean', "O'Neill"), person('Sean', 'O’NEILL')],
    [person('Ana Sol', null), person('Ana', 'Sol')],
    [person('Bjørn', 'Groß'), person('Bjorn', 'Gross')],
  ] as const)
    expect(whyOf(one, other), `${one.given} ${one.family}`).toBe('same-name');
});

test('a name that only looks the same is suspected, and what somebody wants to be called', () => {
  expect(whyOf(person('Αmara', 'Okafor'), person('Amara', 'Okafor'))).toBe('drawn-alike');
  expect(whyOf(person('William', 'Chen', { preferred: 'Bill' }), person('Bill', 'Chen'))).toBe(
    'called-alike',
  );
});

test('the same picture is suspected before any name', () => {
  const photo = 'a'.repeat(64);
  const pairs = findDoubles([
    person('Ana', 'Sol'),
    person('Ana', 'Sol'),
    person('Bo', 'Li', { photo }),
    person('Wei', 'Chang', { photo, role: 'radiographer' }),
  ]);
  expect(pairs.map(({ why }) => why)).toEqual(['same-photo', 'same-name']);
});

test('different names, and one word of two different roles, are nobody’s double', () => {
  expect(whyOf(person('Ana', 'Sol'), person('Ana', 'Luz'))).toBe(null);
  expect(whyOf(person('Văn', 'Lê'), person('Vân', 'Trần'))).toBe(null);
  expect(whyOf(person('Maria', null), person('Maria', null, { role: 'radiographer' }))).toBe(null);
  expect(whyOf(person('Maria', null), person('Maria', null))).toBe('same-name');
});

test('two whom one list knows by two numbers are two; by numbers of two lists they may be one', () => {
  const numbered = (system: string, hash: string) => person('Ana', 'Sol', { numbers: [{ system, hash }] });
  expect(whyOf(numbered('hr', '1'), numbered('hr', '2'))).toBe(null);
  expect(whyOf(numbered('hr', '1'), numbered('lab', '2'))).toBe('same-name');
});

test('two of whom somebody said that they are two are not suspected again', () => {
  const [one, other] = [person('Ana', 'Sol'), person('Ana', 'Sol')];
  expect(findDoubles([one, other], new Set([pairKey(other.id, one.id)]))).toEqual([]);
});

test('nobody is suspected with themselves, and no pair twice, whatever people are called', () => {
  const named = fc.record({
    given: fc.constantFrom('Ana', 'ana', 'Aña', 'Αna', 'Maria Ana', 'Ana-Maria'),
    family: fc.constantFrom(null, 'Sol', 'sol', 'Ana', 'Maria'),
    preferred: fc.constantFrom(null, 'Ana', 'Mia'),
    role: fc.constantFrom('surgeon', 'nurse'),
  });
  fc.assert(
    fc.property(fc.array(named, { maxLength: 40 }), (all) => {
      const pairs = findDoubles(all.map(({ given, family, ...over }) => person(given, family, over)));
      expect(pairs.every(({ one, other }) => one !== other)).toBe(true);
      expect(new Set(pairs.map(({ one, other }) => pairKey(one, other))).size).toBe(pairs.length);
    }),
  );
});

test('twenty thousand people, a thousand of one name, are compared in a moment', () => {
  const all = Array.from({ length: 20_000 }, (_, at) =>
    at % 20 === 0 ? person('Maria', 'Garcia') : person(`Ana${at}`, `Sol${at}`),
  );
  const pairs = findDoubles(all);
  expect(pairs.length).toBeGreaterThan(0);
  expect(pairs.length).toBeLessThan(5_000);
});
