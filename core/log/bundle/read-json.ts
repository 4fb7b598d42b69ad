import { canonicalJson, type Json } from '../canonical-json.ts';

/**
 * The value of a text in the one form of RFC 8785; null for JSON in any other form, for what is no JSON, and for what
 * has no such form. JSON that is just null is not looked for, and gives null too.
 */
export const readCanonical = (text: string): Json => {
  try {
    const value: Json = JSON.parse(text);
    return canonicalJson(value) === text ? value : null;
  } catch {
    // Also a text nested so deep that the stack does not hold it.
    return null;
  }
};

/** The text of bytes, or null where they are no well-formed UTF-8. A byte order mark is a character like others. */
export const readText = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};
