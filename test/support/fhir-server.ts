import { isDeepStrictEqual } from 'node:util';
import { type Entry, objectsIn, type Transaction } from './fhir-validator.ts';

interface Kept {
  version: number;
  resource: Entry['resource'];
}

/**
 * As much of a server of FHIR as an export needs (http://hl7.org/fhir/R4/http.html#transaction): PUT to an address makes
 * what is not there and replaces what is; a version is counted only where something changes. All of a transaction or
 * nothing: one that leaves a reference leading nowhere is refused.
 */
export class FhirServer {
  #kept: ReadonlyMap<string, Kept> = new Map();

  /** Takes a transaction in; gives how many resources it made, changed and left as they were. Throws where it is refused. */
  send({ type, entry }: Transaction): { made: number; changed: number; same: number } {
    if (type !== 'transaction') throw new Error(`This is a ${type}`);
    const next = new Map(this.#kept);
    const count = { made: 0, changed: 0, same: 0 };
    for (const one of entry) count[put(next, one)] += 1;
    if (new Set(entry.map(({ request }) => request.url)).size < entry.length)
      throw new Error('One address stands twice in a transaction');
    for (const { resource } of entry)
      for (const [, { reference }] of objectsIn(resource))
        if (typeof reference === 'string' && !next.has(reference))
          throw new Error(`${reference} is not here`);
    this.#kept = next;
    return count;
  }

  /** What is kept, by address. */
  get kept(): ReadonlyMap<string, Kept> {
    return this.#kept;
  }

  /** How many resources of each type. */
  get counts(): Record<string, number> {
    const types = [...this.#kept.keys()].map((address) => address.split('/')[0] ?? '');
    return Object.fromEntries(
      [...Map.groupBy(types, (type) => type)].map(([type, all]) => [type, all.length]),
    );
  }
}

const put = (kept: Map<string, Kept>, { request, resource }: Entry): 'made' | 'changed' | 'same' => {
  if (request.method !== 'PUT') throw new Error(`${request.method} is not what an export asks for`);
  const before = kept.get(request.url);
  if (before !== undefined && isDeepStrictEqual(before.resource, resource)) return 'same';
  kept.set(request.url, { version: (before?.version ?? 0) + 1, resource });
  return before === undefined ? 'made' : 'changed';
};
