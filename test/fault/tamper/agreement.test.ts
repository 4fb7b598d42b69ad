import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { hasPython, noPython, ours, PythonVerifier, type Said } from '../../support/verifiers.ts';
import { type GeneratedCase, generatedCase } from './cases.ts';

/** BEDSIDE_CASES=100000 for the long form; BEDSIDE_SEED for other cases than always. */
const many = Number(process.env.BEDSIDE_CASES ?? 600);
const seed = process.env.BEDSIDE_SEED ?? 'always';
const atOnce = 100;

test.skipIf(!hasPython)(
  `both verifiers answer the same to ${many} bundles that were tampered with in every way${noPython}`,
  async () => {
    const python = new PythonVerifier();
    onTestFinished(() => python.end());
    const counts = new Map<string, number>();
    const differ: object[] = [];
    for (let from = 0; from < many; from += atOnce) {
      const length = Math.min(atOnce, many - from);
      const cases = Array.from({ length }, (_, at) => generatedCase(`${seed} ${from + at}`));
      const asked = python.answers(cases);
      const mine: Said[] = [];
      for (const one of cases) {
        mine.push(ours(one));
        // The other process is to have its cases meanwhile.
        await setImmediate();
      }
      const theirs = await asked;
      for (const [at, one] of cases.entries()) {
        const answer = mine[at] ?? {};
        counts.set(kindOf(answer), (counts.get(kindOf(answer)) ?? 0) + 1);
        if (JSON.stringify(sorted(answer)) !== JSON.stringify(sorted(theirs[at] ?? {})))
          differ.push(difference(one, answer, theirs[at]));
      }
      if (differ.length > 20) break;
    }
    if (many > 600)
      console.log(
        [...counts]
          .sort()
          .map(([kind, count]) => `${kind}: ${count}`)
          .join('\n'),
      );
    expect(differ).toEqual([]);
    // Cases that only ever fail in the same way would prove nothing.
    expect(counts.size).toBeGreaterThan(15);
    expect(counts.get('ok')).toBeGreaterThan(many / 20);
  },
  3_600_000,
);

const kindOf = ({ result, what, why }: Said): string =>
  result === 'bad' ? `bad ${what} ${why}` : String(result);

const sorted = (answer: Said): [string, unknown][] =>
  Object.entries(answer).sort(([one], [other]) => (one < other ? -1 : 1));

const difference = ({ seed, forgery }: GeneratedCase, answer: Said, other: Said | undefined) => ({
  ...{ seed, forgery, ours: answer, theirs: other },
});
