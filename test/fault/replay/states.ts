import { hash } from 'node:crypto';
import { Chance } from '../../../electron/services/simulate/chance.ts';
import type { Content } from './content.ts';
import { after, found } from './disk.ts';
import { endings } from './endings.ts';
import { type Moment, momentsOf } from './moments.ts';
import type { Operation } from './operation.ts';

export type Kind = keyof typeof endings;

export const kinds: readonly Kind[] = ['prefix', 'dropped', 'reordered', 'torn', 'name-lost'];

/** What can be on the disk after a power cut. */
export interface CrashState {
  label: string;
  kind: Kind;
  /** By path, relative to the watched folder. */
  files: Map<string, Content>;
  /** What had been acknowledged by then, and must be there. */
  acknowledged: readonly string[];
  /** Whether all that was written reached the disk: what is missing now was never written. */
  complete: boolean;
}

/** How many in a row may have been tried already before it is believed that there are no more of a kind. */
const patience = 300;

/** Steps of the golden ratio fall evenly on all moments, however many steps there are. */
const goldenRatio = (Math.sqrt(5) - 1) / 2;

/**
 * Up to so many different states (in their files, or in what was acknowledged), the kinds by turns, each spread over
 * all moments at which it is possible. The same operations, number and seed give the same states.
 */
export function* crashStates(
  operations: readonly Operation[],
  { states, seed }: { states: number; seed: string },
): Generator<CrashState> {
  const moments = momentsOf(operations);
  const tried = new Set<string>();
  let sources = kinds.map((kind) => statesOfKind(kind, moments, seed, tried));
  while (sources.length > 0)
    for (const source of sources) {
      if (tried.size === states) return;
      const { value, done } = source.next();
      if (done === true) sources = sources.filter((other) => other !== source);
      else yield value;
    }
}

/** States of one kind that were not tried yet, until there are no more to be found. */
function* statesOfKind(
  kind: Kind,
  moments: readonly Moment[],
  seed: string,
  tried: Set<string>,
): Generator<CrashState, void> {
  const { ending, possible } = endings[kind];
  const chance = new Chance(`${seed} ${kind}`);
  const where = moments.filter(({ pending }) => possible(pending));
  for (let turn = 0, barren = 0; barren < patience; turn += 1) {
    const moment = where[Math.floor(((turn * goldenRatio) % 1) * where.length)];
    if (moment === undefined) return;
    const { durable, pending, acknowledged } = moment;
    const arrived = ending(pending, chance);
    const files = found(after(durable, arrived));
    const known = tried.size;
    barren = tried.add(digestOf(files, acknowledged.length)).size === known ? barren + 1 : 0;
    const complete = kind === 'prefix' && arrived.length === pending.length;
    const label = `${kind}, turn ${turn}: after operation ${moment.operations}, ${pending.length} unsynced`;
    if (barren === 0) yield { label, kind, files, acknowledged, complete };
  }
}

const digestOf = (files: Map<string, Content>, acknowledged: number): string => {
  const all = [...files].map(([path, content]) => `${path} ${content.digest()}`).sort();
  return hash('sha256', `${acknowledged}\n${all.join('\n')}`, 'base64');
};
