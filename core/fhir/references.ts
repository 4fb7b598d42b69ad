import * as z from 'zod';
import { ok, type Result, refuse } from '../result.ts';
import { quoted } from '../roster/problem.ts';
import { type Node, plainUrl } from './graph.ts';
import { type Identifier, identifier as identifierShape, type Reference } from './shapes.ts';

/** Why nobody can tell what a reference means. */
export interface Unresolved {
  /** What it points at, in words. */
  what: string;
  why: 'missing' | 'several' | 'empty';
  /** The type that it says it points at, as far as it does. */
  type: string | null;
}

/** `types` is what an identifier may stand for where the reference does not say it. */
export type Resolve = (
  reference: Reference,
  from: Node,
  types: readonly string[],
) => Result<Node, Unresolved>;

const withIdentifiers = z.object({ identifier: z.array(identifierShape).optional() });

const identifierKey = (type: string, { system, value }: Identifier): string =>
  JSON.stringify([type, system ?? '', value]);

/**
 * Finds what references point at among these resources, by the rules of hl7.org/fhir/R4/references.html and
 * bundle.html#references; never anywhere else. A relative reference is read against the server of the one that holds
 * it. Where either has no server (a `urn:`, NDJSON, a single resource), type and id decide, if only one resource has them.
 */
export const resolverOf = (nodes: readonly Node[]): Resolve => {
  const byUrl = new Map<string, Node>();
  const byTypeAndId = new Map<string, Node[]>();
  const byIdentifier = new Map<string, Node[]>();
  const put = (map: Map<string, Node[]>, key: string, node: Node): void => {
    const same = map.get(key);
    if (same === undefined) map.set(key, [node]);
    else if (same.at(-1) !== node) same.push(node);
  };
  for (const node of nodes) {
    if (node.url !== null) byUrl.set(node.url, node);
    if (node.id !== null) put(byTypeAndId, `${node.type}/${node.id}`, node);
    const read = withIdentifiers.safeParse(node.raw ?? {});
    for (const one of read.success ? (read.data.identifier ?? []) : [])
      if (one.value !== undefined) put(byIdentifier, identifierKey(node.type, one), node);
  }

  const literal = (text: string, from: Node): Node[] => {
    if (text.startsWith('#')) {
      const container = from.container ?? from;
      return text === '#' ? [container] : (container.contained.get(text.slice(1)) ?? []);
    }
    const asked = /^([A-Z][A-Za-z]*)\?identifier=([^&]*)$/u.exec(text);
    if (asked) return byIdentifier.get(conditional(asked[1] ?? '', asked[2] ?? '')) ?? [];
    const url = plainUrl(text);
    if (/^[a-z][a-z0-9+.-]*:/iu.test(url)) return [byUrl.get(url) ?? []].flat();
    const { base } = from.container ?? from;
    const there = base === null ? undefined : byUrl.get(`${base}/${url}`);
    if (there !== undefined) return [there];
    return (byTypeAndId.get(url) ?? []).filter((node) => base === null || node.base === null);
  };

  return ({ reference, identifier, type, display }, from, types) => {
    const found = reference === undefined ? [] : literal(reference, from);
    if (found.length === 0 && identifier?.value !== undefined)
      for (const one of type === undefined ? types : [type])
        found.push(...(byIdentifier.get(identifierKey(one, identifier)) ?? []));
    const [node] = found;
    if (node !== undefined && found.length === 1) return ok(node);
    const named = reference ?? display ?? (identifier === undefined ? null : 'an identifier');
    return refuse({
      what: named === null ? 'nothing' : quoted(named),
      why: found.length > 1 ? 'several' : named === null ? 'empty' : 'missing',
      type: type ?? typeIn(reference),
    });
  };
};

const typeIn = (reference: string | undefined): string | null =>
  /(?:^|\/)([A-Z][A-Za-z]*)(?:\/[^/]+$|\?)/u.exec(plainUrl(reference ?? ''))?.[1] ?? null;

/** `system|value`, as a search has it; signs may be written as %7C. */
const conditional = (type: string, text: string): string => {
  const plain = text.replaceAll(/%7c/giu, '|').replaceAll(/%3a/giu, ':').replaceAll(/%2f/giu, '/');
  const at = plain.lastIndexOf('|');
  const system = at > 0 ? plain.slice(0, at) : undefined;
  return identifierKey(type, { value: plain.slice(at + 1), ...(system === undefined ? {} : { system }) });
};
