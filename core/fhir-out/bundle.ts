import { codingOf } from './coding.ts';
import type { Resource } from './types.ts';
import type { vocabularies } from './vocabularies.ts';

/** What a transaction of an export is of; they are sent in this order. */
export type BundlePart = keyof typeof vocabularies.transaction;

/**
 * One entry of a transaction, as JSON. PUT to an address that is always the same: what is there already is replaced by
 * what is true now, and nothing is there twice.
 */
export const entryText = (resource: Resource): string =>
  JSON.stringify({
    fullUrl: `urn:uuid:${resource.id}`,
    resource,
    request: { method: 'PUT', url: `${resource.resourceType}/${resource.id}` },
  });

/** How a transaction begins, before its entries with a comma between them. It has no time of its own: the same record gives the same bytes. */
export const bundleHead = (part: BundlePart): string => {
  const meta = JSON.stringify({ tag: [codingOf('transaction', part)] });
  return `{"resourceType":"Bundle","meta":${meta},"type":"transaction","entry":[`;
};

export const bundleTail = ']}';
