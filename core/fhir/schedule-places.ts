import { cleanName } from '../names.ts';
import { ok, type Result, refuse } from '../result.ts';
import { quoted } from '../roster/problem.ts';
import { type Node, nodeInWords } from './graph.ts';
import { errorAt, type FhirProblem } from './place.ts';
import type { Resolve } from './references.ts';
import { hasCode, location, organization } from './schedule-shapes.ts';
import type { Reference } from './shapes.ts';

export interface Where {
  name: string;
  /** What it is part of; null where nothing says it. */
  unit: string | null;
}

/** Rooms and beds, the closest to a patient first (terminology.hl7.org/CodeSystem/location-physical-type). */
const closest = ['bd', 'ro', 'area', 'lvl', 'wi', 'wa', 'bu', 'si'];

/** Finds where a booking is, of the locations that it names. Refuses, with the reason, what is nowhere or in two rooms. */
export const placesOf =
  (resolve: Resolve) =>
  (named: readonly Reference[], node: Node): Result<Where, FhirProblem> => {
    const refused = (what: string, whatToDo: string) => refuse(errorAt(node.place, what, whatToDo));
    const found = named.map((one) => whereOf(resolve, one, node));
    const known = found.filter((one) => one !== null);
    const best = Math.min(...known.map(({ rank }) => rank));
    const near = new Map(
      known.filter(({ rank }) => rank === best).map((one) => [`${one.name}\n${one.unit ?? ''}`, one]),
    );
    const [only] = near.values();
    if (only === undefined)
      return refused(
        `${nodeInWords(node)} does not say where it is.`,
        'It needs a Location with a name, in the same import or as the words of the reference.',
      );
    if (near.size > 1)
      return refused(
        `${nodeInWords(node)} is in several places: ${[...near.values()].map(({ name }) => quoted(name)).join(', ')}.`,
        'Leave the one where the session is.',
      );
    const { name, unit } = only;
    const clean = cleanName(name);
    if (!('name' in clean))
      return refused(`The name of the place cannot be kept: ${quoted(name)}.`, 'Correct it.');
    const cleanUnit = unit === null ? null : cleanName(unit);
    return ok({ name: clean.name, unit: cleanUnit !== null && 'name' in cleanUnit ? cleanUnit.name : null });
  };

const whereOf = (resolve: Resolve, one: Reference, from: Node): (Where & { rank: number }) | null => {
  const unknown = closest.length;
  const found = resolve(one, from, ['Location']);
  const words = one.display?.trim() ?? '';
  if (!found.ok || found.value.type !== 'Location')
    return words === '' ? null : { name: words, unit: null, rank: unknown };
  const read = location.safeParse(found.value.raw);
  const name = (read.success ? (read.data.name ?? read.data.alias?.[0]) : undefined)?.trim() || words;
  if (name === '' || !read.success) return null;
  const types = read.data.physicalType === undefined ? [] : [read.data.physicalType];
  const at = closest.findIndex((code) => hasCode(types, code));
  return { name, unit: unitOf(resolve, read.data, found.value), rank: at === -1 ? unknown : at };
};

const unitOf = (
  resolve: Resolve,
  {
    partOf,
    managingOrganization,
  }: { partOf?: Reference | undefined; managingOrganization?: Reference | undefined },
  from: Node,
): string | null => {
  for (const [one, type, shape] of [
    [partOf, 'Location', location],
    [managingOrganization, 'Organization', organization],
  ] as const) {
    if (one === undefined) continue;
    const found = resolve(one, from, [type]);
    const read = found.ok && found.value.type === type ? shape.safeParse(found.value.raw) : null;
    const name = (read?.success ? read.data.name : undefined)?.trim() || one.display?.trim() || '';
    if (name !== '') return name;
  }
  return null;
};
