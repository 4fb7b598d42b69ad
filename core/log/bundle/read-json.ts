import { canonicalJson, type Json } from '../canonical-json.ts';

/** How deep arrays and objects may lie in each other; no entry needs ten. */
const deepest = 100;

/** Whether brackets outside of strings go deeper than that, in a text that is JSON; of any other it says nothing. */
const isTooDeep = (text: string): boolean => {
  let [depth, inString] = [0, false];
  for (let at = 0; at < text.length && depth <= deepest; at += 1) {
    const sign = text.charAt(at);
    if (sign === '"') inString = !inString;
    else if (inString) at += sign === '\\' ? 1 : 0;
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
  }
  return depth > deepest;
};

/** The value of a text in JSON, in whatever form; null for what is none, or too deep, or is just null. */
export const readJson = (text: string): Json => {
  try {
    return isTooDeep(text) ? null : JSON.parse(text);
  } catch {
    return null;
  }
};

/** The same, but only in the one form of RFC 8785, and null also for what has no such form. */
export const readCanonical = (text: string): Json => {
  const value = readJson(text);
  try {
    return value !== null && canonicalJson(value) === text ? value : null;
  } catch {
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
