import type { Node } from './graph.ts';
import { nodeInWords } from './graph.ts';
import { errorAt, type FhirProblem, type FileName, placeInWords } from './place.ts';
import type { Remark } from './remarks.ts';

/** The types of resources in which people stand. */
const ofPeople: ReadonlySet<string> = new Set(['Practitioner', 'PractitionerRole', 'CareTeam']);

/** The content of a resource, in whatever order an export wrote it. */
const contentOf = ({ raw }: Node): string =>
  JSON.stringify(raw, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [two]) => (one < two ? -1 : 1)))
      : value,
  );

const whenOf = ({ updated }: Node): number => (updated === null ? Number.NaN : Date.parse(updated));

/**
 * Each resource once, where the same came several times: in two files, or in several versions. The newest version is
 * taken; where nothing says which that is, it is an error, and none of them. Who was deleted last is not taken. `read` are the
 * types that anything is said of.
 */
export const onceEach = (
  files: readonly FileName[],
  nodes: readonly Node[],
  read = ofPeople,
): { nodes: Node[]; problems: FhirProblem[]; remarks: Remark[] } => {
  const problems: FhirProblem[] = [];
  const remarks: Remark[] = [];
  const kept: Node[] = [];
  for (const same of Map.groupBy(nodes, identityIn(nodes)).values()) {
    const [only] = same;
    const distinct =
      same.length > 1 ? [...new Map(same.map((node) => [contentOf(node), node])).values()] : same;
    const newest = distinct.length > 1 ? newestOf(distinct) : only;
    if (newest === null || newest === undefined) {
      if (only && read.has(only.type)) problems.push(...undecided(files, distinct));
      continue;
    }
    if (newest.raw === null) {
      if (read.has(newest.type)) remarks.push({ kind: 'deleted', value: '', place: newest.place });
      continue;
    }
    if (distinct.length > 1 && read.has(newest.type))
      remarks.push({ kind: 'older-version', value: '', place: newest.place });
    kept.push(newest);
  }
  return { nodes: kept, problems, remarks };
};

/** What says that two are the same resource: the address, else type and id; a resource with neither is only itself. */
const identityIn = (nodes: readonly Node[]): ((node: Node) => string | Node) => {
  const addresses = Map.groupBy(
    nodes.filter(({ url }) => url !== null),
    (node) => `${node.type}/${node.id ?? ''}`,
  );
  return (node) => {
    if (node.url !== null) return node.url;
    if (node.id === null) return node;
    const name = `${node.type}/${node.id}`;
    if (node.raw !== null) return name;
    // What was deleted may be named without its server.
    const urls = new Set((addresses.get(name) ?? []).map(({ url }) => url));
    return urls.size === 1 ? ([...urls][0] ?? name) : name;
  };
};

const newestOf = (versions: readonly Node[]): Node | null => {
  const times = versions.map(whenOf);
  const latest = Math.max(...times);
  if (!Number.isNaN(latest)) {
    const newest = versions.filter((_, at) => times[at] === latest);
    return newest.length === 1 ? (newest[0] ?? null) : null;
  }
  // A history without times has its newest version first (hl7.org/fhir/R4/http.html#history).
  return versions.every(({ inHistory }) => inHistory) ? (versions[0] ?? null) : null;
};

const undecided = (files: readonly FileName[], versions: readonly Node[]): FhirProblem[] =>
  versions.map((node) => {
    const other = versions.find((one) => one !== node) ?? node;
    return errorAt(
      node.place,
      `There is another version of ${nodeInWords(node)} (${placeInWords(files, other.place, node.place)}), and nothing says which is newer.`,
      'Leave only the one that holds.',
    );
  });
