import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { attacksDocument } from './document.ts';
import { allAttacks } from './promised.ts';
import { tryAttacks } from './try-attacks.ts';

/**
 * Tries one attack or `all` of them, or says in docs/attacks.md what there is (`told`). `whole` tries all tests with nothing
 * taken out. Gives the exit code: 1 where a guard was taken out and nothing noticed.
 */
export const runAttacks = async (name: string): Promise<number> => {
  if (name === 'told') {
    writeFileSync(fileURLToPath(new URL('../../../docs/attacks.md', import.meta.url)), attacksDocument());
    return 0;
  }
  const whole = name === 'whole';
  const chosen =
    whole || name === 'all' ? allAttacks : allAttacks.filter((one) => name.split(',').includes(one.name));
  if (chosen.length === 0) throw new RangeError(`There is no attack “${name}”`);
  let failures = 0;
  for await (const { attack, seen } of tryAttacks(chosen, { whole })) {
    const isRight = seen === (whole ? 'missed' : 'found');
    if (!isRight) failures += 1;
    console.log(`${attack.name}: ${whole && isRight ? 'passes' : seen === 'missed' ? 'NOT found' : seen}`);
  }
  console.log(`${chosen.length} attacks, ${failures} not as they should be`);
  return failures === 0 ? 0 : 1;
};
