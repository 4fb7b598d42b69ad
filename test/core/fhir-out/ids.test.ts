import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idsOf, type Kind } from '../../../core/fhir-out/ids.ts';
import { idOf, sha256 } from './made.ts';

const kinds: Kind[] = [
  'vocabulary',
  'unit',
  'place',
  'kiosk',
  'participant',
  'introduction',
  'round',
  'entry',
];
const anyKind = fc.constantFrom(...kinds);
const names = fc.array(fc.string({ unit: 'binary', maxLength: 70 }), { minLength: 1, maxLength: 3 });

test('an id is a UUID of version 8, which FHIR takes for an id, whatever the record calls the thing', () => {
  fc.assert(
    fc.property(anyKind, names, (kind, all) => {
      expect(idOf(kind, ...all)).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    }),
  );
});

test('the same thing has the same id, and no two things have', () => {
  fc.assert(
    fc.property(anyKind, names, anyKind, names, (kind, all, otherKind, others) => {
      const same = kind === otherKind && JSON.stringify(all) === JSON.stringify(others);
      expect(idOf(kind, ...all) === idOf(otherKind, ...others)).toBe(same);
    }),
  );
  // Where one name ends and the next begins counts too.
  expect(idOf('introduction', 'a', 'bc')).not.toBe(idOf('introduction', 'ab', 'c'));
});

test('two kiosks that both have a place “here” do not overwrite each other’s', () => {
  expect(idsOf(sha256, 'one')('place', 'here')).not.toBe(idsOf(sha256, 'another')('place', 'here'));
});

// Frozen, and worked out with Python’s hashlib: what an earlier version sent must be found again by a later one.
test('ids never change from one version of the program to the next', () => {
  expect(idOf('round', '288538aa-4596-40cd-a8a4-c58e310ef54e')).toBe('e5b1cab3-808e-8bce-a430-ed3530fa61ed');
  expect(
    idOf('introduction', '288538aa-4596-40cd-a8a4-c58e310ef54e', 'ca0b592f-04e4-4399-bdad-a58a29b4f2b4'),
  ).toBe('8285b388-4670-8489-840c-f661ac3efe86');
  expect(idsOf(sha256, '')('vocabulary', 'status')).toBe('7216d0aa-6f59-85e9-9a1e-52d4330c79a7');
});
