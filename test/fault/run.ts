import { parseArgs } from 'node:util';
import { type Amounts, long, quick } from './amounts.ts';
import { type Row, table, verdict } from './row.ts';

/**
 * The long form of the fault harness: `npm run test:fault -- [--states N] [--kills N] [--seed SEED] [--quick]`. Prints
 * what was tried and what was lost; exit code 1 where anything was, or less was tried than asked. With `--sabotage NAME`
 * it runs, quickly, on a copy that was broken on purpose, and exit code 1 is where nothing was found. With `--attack
 * NAME|all` it takes the guard against an attack out of a copy and looks whether its test fails; `--attack told` writes
 * docs/attacks.md.
 */
const { values } = parseArgs({
  options: {
    states: { type: 'string' },
    kills: { type: 'string' },
    seed: { type: 'string', default: 'bedside' },
    quick: { type: 'boolean', default: false },
    sabotage: { type: 'string' },
    attack: { type: 'string' },
  },
});

// What the kiosk says of a disk that fails is expected here; it is read when the modules are.
process.env.BEDSIDE_LOG ??= 'silent';
const { parts } = await import('./parts.ts');
const { isFound, sabotageNames } = await import('./sabotages.ts');

const number = (text: string | undefined, otherwise: number): number => {
  const value = text === undefined ? otherwise : Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`“${text}” is not a number`);
  return value;
};

const amounts: Amounts = {
  ...(values.quick ? quick : long),
  states: number(values.states, (values.quick ? quick : long).states),
  kills: number(values.kills, (values.quick ? quick : long).kills),
};

const minutes = (since: number): string => ((performance.now() - since) / 60_000).toFixed(1);

const tryAll = async (): Promise<number> => {
  const began = performance.now();
  const rows: Row[] = [];
  for (const part of parts)
    for await (const row of part(amounts, values.seed)) {
      rows.push(row);
      console.error(`${minutes(began)} min: ${row.kind}, ${row.tried} tried`);
    }
  console.log(`${table(rows)}\n`);
  for (const trouble of rows.flatMap(({ troubles }) => troubles).slice(0, 40))
    console.log(trouble.slice(0, 600));
  const { line, failures } = verdict(rows, { states: amounts.states, kills: amounts.kills, injections: 1 });
  console.log(`${minutes(began)} minutes, seed “${values.seed}”`);
  for (const failure of failures) console.log(`failed: ${failure}`);
  console.log(line);
  return failures.length === 0 ? 0 : 1;
};

const sabotage = async (name: string): Promise<number> => {
  if (!sabotageNames.includes(name))
    throw new RangeError(`There is no sabotage “${name}”: ${sabotageNames.join(', ')}`);
  const found = await isFound(name, values.seed);
  console.log(`${name}: ${found ? 'found' : 'NOT found'}`);
  return found ? 0 : 1;
};

const attacked = async (name: string): Promise<number> => {
  const { runAttacks } = await import('./attacks/run-attacks.ts');
  return runAttacks(name);
};

const chosen = (): Promise<number> => {
  if (values.attack !== undefined) return attacked(values.attack);
  return values.sabotage === undefined ? tryAll() : sabotage(values.sabotage);
};

process.exitCode = await chosen();
