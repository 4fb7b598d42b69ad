/** JSON as far as the log uses it. Numbers must be finite. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * The one text of a value, after RFC 8785 (JSON Canonicalization Scheme): no white space, object keys sorted by
 * UTF-16 code units (section 3.2.3), numbers and strings as ECMAScript's JSON.stringify writes them (3.2.2).
 * Throws on what has no canonical form: a number that is not finite, or a lone surrogate.
 */
export const canonicalJson = (value: Json): string => {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('A number that is not finite has no canonical JSON');
    return JSON.stringify(value);
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new RangeError('A text with a lone surrogate has no canonical JSON');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
};
