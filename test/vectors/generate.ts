import { writeFileSync } from 'node:fs';
import { tarOf } from './make/bundle.ts';
import { makeVectors } from './vectors.ts';

/**
 * Writes the frozen files anew: `node test/vectors/generate.ts`. Only for a new version of the form; a program that still
 * writes version 1 has to make the files that are here.
 */
export const vectorFiles = (): Map<string, Uint8Array> => {
  const { bundles, cases } = makeVectors();
  return new Map([
    ...[...bundles].map(([name, members]) => [name, tarOf(members)] as const),
    ['vectors.json', new TextEncoder().encode(`${JSON.stringify(cases, null, 2)}\n`)],
  ]);
};

if (import.meta.main)
  for (const [name, bytes] of vectorFiles()) writeFileSync(new URL(name, import.meta.url), bytes);
