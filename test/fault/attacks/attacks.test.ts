import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { attacksDocument } from './document.ts';
import { allAttacks } from './promised.ts';
import { commonTo } from './try-attacks.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (file: string): string =>
  existsSync(`${root}${file}`) ? readFileSync(`${root}${file}`, 'utf8') : '';

describe('the attacks that are promised to fail', () => {
  it('each have a name of their own', () => {
    const names = allAttacks.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(allAttacks.map((attack) => [attack.name, attack] as const))(
    'have a guard that can be taken out, and a test: %s',
    (_, { edits, test: [file, sentence] }) => {
      expect(edits.length).toBeGreaterThan(0);
      // Each piece once: a sabotage that does nothing proves nothing.
      for (const [path, from, to] of edits) {
        expect(read(path).split(from).length - 1, `${path}: ${from}`).toBe(1);
        expect(to).not.toBe(from);
      }
      expect(read(file)).toContain(commonTo(sentence));
    },
  );

  it('are told in docs/attacks.md as they are', () => {
    // To bring it up to date: npm run test:fault -- --attack told
    expect(read('docs/attacks.md')).toBe(attacksDocument());
  });
});
