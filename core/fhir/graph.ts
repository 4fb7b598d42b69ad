import { ok, type Result, refuse } from '../result.ts';
import { quoted } from '../roster/problem.ts';
import { type FhirFile, type Json, mostResources, readFile, tooMany } from './file.ts';
import { errorAt, type FhirProblem, type FileName, noteAt, type Place } from './place.ts';
import { anyResource, bundle } from './shapes.ts';
import { otherVersion } from './version.ts';

/** A resource where it stands. */
export interface Node {
  type: string;
  id: string | null;
  /** Its `fullUrl`, where it came in a Bundle: an address on a server, or a `urn:`. */
  url: string | null;
  /** The address of the server, where the `fullUrl` has one (hl7.org/fhir/R4/http.html#root). */
  base: string | null;
  /** When this version of it was made, where anything says so. */
  updated: string | null;
  place: Place;
  /** Null where a Bundle only says that it was deleted. */
  raw: Json | null;
  /** Resources inside it by their ids, which only it can refer to. */
  contained: ReadonlyMap<string, Node[]>;
  /** The one it is contained in. */
  container: Node | null;
  /** Of a history: the newest is the first. */
  inHistory: boolean;
}

export interface Graph {
  files: FileName[];
  nodes: Node[];
  problems: FhirProblem[];
}

/** Why files cannot be read: a reason for each that cannot. */
export interface Refusal {
  files: FileName[];
  problems: FhirProblem[];
}

const largestTogether = 50 * 1024 * 1024;

/** Reads files into the resources that they hold. Refuses all of them, with the reason for each, where one cannot be read. */
export const readGraph = (given: readonly FhirFile[]): Result<Graph, Refusal> => {
  const graph: Graph = { files: [], nodes: [], problems: [] };
  const refused: FhirProblem[] = [];
  for (const [file, one] of given.entries()) {
    const problem = withinLimits(given, graph, file) ?? addFile(graph, one, file);
    if (problem !== null) refused.push(problem);
  }
  return refused.length > 0 ? refuse({ files: graph.files, problems: refused }) : ok(graph);
};

const withinLimits = (given: readonly FhirFile[], graph: Graph, file: number): FhirProblem | null => {
  const sum = given.slice(0, file + 1).reduce((all, { bytes }) => all + bytes.length, 0);
  if (sum <= largestTogether) return null;
  graph.files.push({ name: given[file]?.name ?? '', counts: 'nothing' });
  return errorAt({ file, at: 1 }, 'With this one, the files together are larger than 50 MB.', 'Bring fewer.');
};

const addFile = (graph: Graph, { name, bytes }: FhirFile, file: number): FhirProblem | null => {
  const read = readFile({ name, bytes }, file);
  if (!read.ok) {
    graph.files.push({ name, counts: 'lines' });
    return read.problem;
  }
  const { counts, values, problems } = read.value;
  graph.problems.push(...problems);
  const [only] = counts === 'nothing' ? values : [];
  const isBundle = only?.value.resourceType === 'Bundle';
  graph.files.push({ name, counts: isBundle ? 'entries' : counts });
  for (const { value, line } of values) {
    const place = { file, at: only === undefined ? line : 1 };
    const problem = addResource(graph, value, place, isBundle);
    if (problem !== null) return problem;
  }
  return null;
};

interface Waiting {
  /** Null for what was deleted. */
  value: Json | null;
  place: Place;
  url: string | null;
  updated: string | null;
  inHistory: boolean;
}

/** Adds a resource, and of a Bundle its entries, those of Bundles inside it too. `counted`: a place is an entry's number. */
const addResource = (graph: Graph, value: Json, place: Place, counted: boolean): FhirProblem | null => {
  const waiting: Waiting[] = [{ value, place, url: null, updated: null, inHistory: false }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (graph.nodes.length === mostResources) return tooMany(place.file);
    if (next.value === null) {
      graph.nodes.push(...deleted(next));
      continue;
    }
    const resource = anyResource.safeParse(next.value);
    if (!resource.success)
      return errorAt(next.place, 'This is JSON, but no resource of FHIR.', 'Export it again as FHIR R4.');
    const other = otherVersion(next.value);
    if (other !== null)
      return errorAt(
        next.place,
        `This is FHIR ${other.version} (${other.by} says so); only R4 can be read.`,
        'Ask for an export in FHIR R4 (4.0.1).',
      );
    if (resource.data.resourceType !== 'Bundle') {
      graph.nodes.push(nodeOf(next, next.value, resource.data));
      continue;
    }
    const read = bundle.safeParse(next.value);
    if (!read.success) return errorAt(next.place, 'The Bundle is not as FHIR R4 has it.', 'Export it again.');
    const { entry = [], link = [], type } = read.data;
    if (link.some(({ relation }) => relation === 'next'))
      graph.problems.push(
        noteAt(
          next.place,
          'This is one page of several: who is on the others is missing here.',
          'Name the other pages as well, in the same import.',
        ),
      );
    const outer = counted && next.value === value;
    const entries = entry.map(({ fullUrl, resource, request, response }, index) => {
      const at = outer ? { file: place.file, at: index + 1 } : next.place;
      const one = { place: at, updated: response?.lastModified ?? null, inHistory: type === 'history' };
      if (request?.method === 'DELETE') return [{ ...one, value: null, url: fullUrl ?? request.url ?? null }];
      return resource === undefined ? [] : [{ ...one, value: resource, url: fullUrl ?? null }];
    });
    // Taken from the end: so the first entry comes first. One by one: a call takes only so many arguments.
    for (const one of entries.flat().reverse()) waiting.push(one);
  }
  return null;
};

const nodeOf = (
  { place, url, updated, inHistory }: Waiting,
  raw: Json,
  { resourceType, id, meta, contained = [] }: ReturnType<typeof anyResource.parse>,
): Node => {
  const inside = new Map<string, Node[]>();
  const node: Node = {
    ...{ type: resourceType, id: id ?? null, ...urlAndBase(url), place, raw, container: null },
    ...{ updated: meta?.lastUpdated ?? updated, inHistory, contained: inside },
  };
  for (const inner of contained) {
    const { resourceType: type, id: innerId } = inner;
    if (typeof type !== 'string' || typeof innerId !== 'string') continue;
    const nothing = { url: null, base: null, updated: null, contained: new Map(), inHistory: false };
    const one = { ...nothing, type, id: innerId, place, raw: inner, container: node };
    const same = inside.get(innerId);
    if (same) same.push(one);
    else inside.set(innerId, [one]);
  }
  return node;
};

const deleted = ({ url, place, updated, inHistory }: Waiting): Node[] => {
  const [type = '', id = ''] = plainUrl(url ?? '')
    .split('/')
    .slice(-2);
  if (type === '' || id === '') return [];
  const nothing = { raw: null, contained: new Map(), container: null };
  return [{ ...{ type, id, place, updated, inHistory }, ...urlAndBase(url), ...nothing }];
};

/** An address without the version that may stand behind it; `urn:` in small letters, as they are compared. */
export const plainUrl = (url: string): string =>
  /^urn:/iu.test(url) ? url.toLowerCase() : url.replace(/\/_history\/[^/]*$/u, '').replace(/\/$/u, '');

const urlAndBase = (url: string | null): Pick<Node, 'url' | 'base'> => {
  const plain = plainUrl(url ?? '');
  if (!/^(?:urn:|https?:\/\/)/iu.test(plain)) return { url: null, base: null };
  const parts = plain.split('/');
  const onServer = parts.length > 4 && /^[A-Z][A-Za-z]*$/u.test(parts.at(-2) ?? '');
  return { url: plain, base: onServer ? parts.slice(0, -2).join('/') : null };
};

/** How a sentence names a resource. */
export const nodeInWords = ({ type, id }: Node): string => (id === null ? type : quoted(`${type}/${id}`));
