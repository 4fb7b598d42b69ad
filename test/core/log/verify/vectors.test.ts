import { readdirSync, readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { type Case, hasPython, noPython, ours, PythonVerifier } from '../../../support/verifiers.ts';
import { vectorFiles } from '../../../vectors/generate.ts';
import type { VectorCase } from '../../../vectors/vectors.ts';

const folder = new URL('../../../vectors/', import.meta.url);
const frozen = (name: string): Uint8Array => readFileSync(new URL(name, folder));
const cases: VectorCase[] = JSON.parse(readFileSync(new URL('vectors.json', folder), 'utf8'));
const given = ({ bundle, key, anchors, witnesses }: VectorCase): Case => ({
  ...{ bytes: frozen(bundle), key, anchors, witnesses },
});

test('this version still makes the frozen bundles, byte for byte', () => {
  const made = vectorFiles();
  const there = readdirSync(folder).filter((name) => /\.(tar|json)$/.test(name));
  expect([...made.keys()].sort()).toEqual(there.sort());
  for (const [name, bytes] of made)
    if (name.endsWith('.tar')) expect(Buffer.from(bytes).equals(frozen(name)), name).toBe(true);
    // How a list stands in lines is the formatter's.
    else expect(JSON.parse(Buffer.from(bytes).toString())).toEqual(cases);
});

test.each(cases)('$bundle: $title', (one) => {
  expect(ours(given(one))).toEqual(one.expected);
});

test.skipIf(!hasPython)(`the second verifier answers the same to all of them${noPython}`, async () => {
  const python = new PythonVerifier();
  onTestFinished(() => python.end());
  const said = await python.answers(cases.map(given));
  expect(said.map((answer, at) => [cases[at]?.title, answer])).toEqual(
    cases.map(({ title, expected }) => [title, expected]),
  );
});
