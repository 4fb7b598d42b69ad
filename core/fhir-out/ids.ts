import { toHex } from '../log/base64.ts';
import type { Sha256 } from '../log/merkle.ts';

/** What resources are made of; the id of the first log of this record tells them from those of another kiosk. */
export type Kind =
  | 'vocabulary'
  | 'unit'
  | 'place'
  | 'kiosk'
  | 'participant'
  | 'introduction'
  | 'round'
  | 'entry';
export type IdOf = (kind: Kind, ...names: readonly string[]) => string;

/**
 * Gives the ids of resources: for the same thing of the same record always the same, so that sending it again changes
 * it and adds nothing. A UUID of version 8 after RFC 9562, 5.8: 122 bits of the SHA-256 of what it is of. Ids of the
 * record itself will not do: they may have characters that FHIR forbids, and two kiosks may both have a place “here”.
 */
export const idsOf =
  (sha256: Sha256, record: string): IdOf =>
  (kind, ...names) => {
    const name = JSON.stringify(['bedside-hello/fhir', record, kind, ...names]);
    return uuid8(sha256(new TextEncoder().encode(name)));
  };

const uuid8 = (hash: Uint8Array): string => {
  const bytes = hash.slice(0, 16);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
};
