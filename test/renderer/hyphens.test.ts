import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { hyphenated, softHyphen } from '../../renderer/i18n/hyphens.ts';
import status from '../../resources/locales/status.json' with { type: 'json' };

const locales = join(import.meta.dirname, '../../resources/locales');
const roles = z.record(z.string(), z.record(z.string(), z.string()));

/** What roles are called in a language, in every gender. */
const namesIn = (language: string): string[] =>
  Object.values(roles.parse(JSON.parse(readFileSync(join(locales, language, 'roles.json'), 'utf8')))).flatMap(
    (role) => Object.entries(role).flatMap(([key, text]) => (key.startsWith('name') ? [text] : [])),
  );

/** As many letters as stand side by side in the narrowest tile that a patient touches. */
const most = 9;

describe.each(Object.keys(status))('What roles are called, where it is narrow (%s)', (language) => {
  const names = namesIn(language);

  it('can be broken at a hyphen wherever a word is long', () => {
    const pieces = names.flatMap((name) => hyphenated(name, language).split(/[^\p{L}\p{M}]+/u));
    expect(pieces.filter((piece) => [...piece].length > most)).toEqual([]);
  });

  it('is the same word as ever, but for that', () => {
    for (const name of names) {
      const seen = hyphenated(name, language);
      expect(seen.replaceAll(softHyphen, '')).toBe(name.normalize('NFC'));
      for (const piece of seen.split(softHyphen).slice(0, -1)) expect(piece).toMatch(/\p{L}{2}$/u);
    }
  });
});

it('A text without a long word of a role is left as it is', () => {
  expect(hyphenated('Charge nurse', 'en')).toBe('Charge nurse');
  expect(hyphenated('Anesthesiologist', 'ko')).toBe('Anesthesiologist');
  expect(hyphenated('Anesthesiologist', 'en')).toBe(`Anes${softHyphen}thesi${softHyphen}ologist`);
});
