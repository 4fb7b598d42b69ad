import { ok, type Result, refuse } from '../result.ts';

/** Where one value of the top of a text stands: from the first character to the one behind the last. */
export interface Span {
  from: number;
  to: number;
  /** The line on which it begins, from 1. */
  line: number;
  /** Whether it stands on that one line as a whole. */
  oneLine: boolean;
}

/** Why a text is no JSON, or more deeply nested than it may be. */
export interface Fault {
  line: number;
  kind: 'broken' | 'cut-off' | 'too-deep';
}

export const deepest = 32;

type Awaits = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'top';

const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const space = /[ \t\n\r]*/y;

/**
 * Checks a text to be JSON values one behind another (RFC 8259), none nested more than `deepest` levels, and says where
 * each stands. It keeps its own stack: no nesting, however deep, can overflow anything here, and what passes is safe to
 * parse. The texts that engines throw quote the file, so the place of what is wrong is told as a line instead.
 */
export const valuesIn = (text: string): Result<Span[], Fault> => {
  const spans: Span[] = [];
  const open: ('{' | '[')[] = [];
  let awaits = 'top' as Awaits;
  let at = 0;
  let [from, line, counted] = [0, 1, 0];
  const lineAt = (index: number): number => {
    for (; counted < index; counted += 1) if (text.charCodeAt(counted) === 0x0a) line += 1;
    return line;
  };
  const fault = (kind: Fault['kind']) => refuse({ line: lineAt(Math.min(at, text.length)), kind });
  const skipSpace = (): void => {
    space.lastIndex = at;
    at += space.exec(text)?.[0].length ?? 0;
  };
  const closed = (): Awaits => {
    if (open.length > 0) return 'comma-or-end';
    const begins = lineAt(from);
    spans.push({ from, to: at, line: begins, oneLine: lineAt(at) === begins });
    return 'top';
  };
  for (skipSpace(); at < text.length; skipSpace()) {
    const sign = text.charAt(at);
    if (awaits === 'top') {
      from = at;
      awaits = 'value';
    }
    if (awaits === 'colon' || awaits === 'comma-or-end') {
      const inside = open.at(-1);
      const ends = inside === '{' ? '}' : ']';
      at += 1;
      if (awaits === 'colon' && sign === ':') awaits = 'value';
      else if (awaits === 'comma-or-end' && sign === ',') awaits = inside === '{' ? 'key' : 'value';
      else if (awaits === 'comma-or-end' && sign === ends) {
        open.pop();
        awaits = closed();
      } else return fault('broken');
    } else if ((awaits === 'key-or-end' && sign === '}') || (awaits === 'value-or-end' && sign === ']')) {
      at += 1;
      open.pop();
      awaits = closed();
    } else if (sign === '"') {
      const end = endOfString(text, at);
      if (end === null) return fault('broken');
      at = end;
      if (end > text.length) return fault('cut-off');
      awaits = awaits === 'key' || awaits === 'key-or-end' ? 'colon' : closed();
    } else if (awaits === 'key' || awaits === 'key-or-end') return fault('broken');
    else if (sign === '{' || sign === '[') {
      if (open.length === deepest) return fault('too-deep');
      open.push(sign);
      awaits = sign === '{' ? 'key-or-end' : 'value-or-end';
      at += 1;
    } else {
      scalar.lastIndex = at;
      const found = scalar.exec(text)?.[0];
      if (found === undefined) return fault('broken');
      at += found.length;
      awaits = closed();
    }
  }
  return open.length > 0 || awaits !== 'top' ? fault('cut-off') : ok(spans);
};

/** Behind the quotation mark that ends a string; beyond the text where none does, null where it is no string. */
const endOfString = (text: string, start: number): number | null => {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return null;
    if (code !== 0x5c) continue;
    at += 1;
    const escaped = text.charAt(at);
    if (escaped === 'u') {
      if (at + 4 < text.length && !/^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5))) return null;
      at += 4;
    } else if (escaped !== '' && !'"\\/bfnrt'.includes(escaped)) return null;
  }
  return text.length + 1;
};
