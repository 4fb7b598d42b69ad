/** One system call that returned, as `strace -f -xx` wrote it down. */
export interface Call {
  name: string;
  /** Its arguments, split at the commas: constants, numbers, structures, and text as quoted hexadecimal. */
  args: string[];
  /** What it returned; negative where it failed. */
  result: number;
  /** How many calls had returned when this one was entered: other threads may have come in between. */
  entered: number;
}

const unfinished = ' <unfinished ...>';

/** The calls of all threads, in the order in which they returned. One that never returned is left out. */
export function* callsIn(lines: Iterable<string>): Generator<Call> {
  const begun = new Map<string, { text: string; entered: number }>();
  let returned = 0;
  for (const line of lines) {
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/s.exec(line) ?? [];
    if (rest.endsWith(unfinished)) {
      begun.set(thread, { text: rest.slice(0, -unfinished.length), entered: returned });
      continue;
    }
    const [resumed] = /^<\.\.\. \w+ resumed>/.exec(rest) ?? [];
    const { text, entered } = (resumed !== undefined && begun.get(thread)) || { text: '', entered: returned };
    const call = parsed(resumed === undefined ? rest : text + rest.slice(resumed.length));
    if (call === null) continue;
    yield { ...call, entered };
    returned += 1;
  }
}

/** Null for what is no call that returned: a signal, the end of a thread. */
const parsed = (text: string): Omit<Call, 'entered'> | null => {
  const [opening, name] = /^(\w+)\(/.exec(text) ?? [];
  if (opening === undefined || name === undefined) return null;
  const { args, end } = splitArguments(text, opening.length);
  const result = Number(/^\) += (-?\w+)/.exec(text.slice(end))?.[1]);
  return Number.isNaN(result) ? null : { name, args, result };
};

/** The arguments from this place on, and where their closing bracket stands. */
const splitArguments = (text: string, start: number): { args: string[]; end: number } => {
  const args: string[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    // In hexadecimal no quotation mark can stand inside of one.
    if (sign === '"') at = text.indexOf('"', at + 1);
    else if ('[{('.includes(sign)) depth += 1;
    else if (depth > 0) depth -= ']})'.includes(sign) ? 1 : 0;
    else if (sign === ',' || sign === ')') {
      args.push(text.slice(from, at).trim());
      from = at + 1;
      if (sign === ')') return { args, end: at };
    }
  }
  return { args, end: text.length };
};

/** The bytes of a quoted argument. Throws where strace was told to cut it short. */
export const quotedBytes = (arg: string): Uint8Array => {
  if (!arg.startsWith('"') || !arg.endsWith('"'))
    throw new Error(`The trace has no whole text here, but ${arg.slice(0, 20)} … ${arg.slice(-20)}`);
  return Buffer.from(arg.slice(1, -1).replaceAll('\\x', ''), 'hex');
};

/** The bytes of the buffers of a writev, one after another. */
export const vectorBytes = (arg: string): Uint8Array =>
  Buffer.concat(
    [...arg.matchAll(/iov_base=("[^"]*"(?:\.\.\.)?)/g)].map(([, base = '']) => quotedBytes(base)),
  );
