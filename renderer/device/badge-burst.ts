/**
 * A badge reader types like a keyboard, only faster, and ends with Enter. This tells the two apart, key by key:
 *
 * | key                                        | verdict  |
 * |--------------------------------------------|----------|
 * | first character, or one after a pause      | `pass`   |
 * | 2nd and 3rd character in quick succession  | `pass`   |
 * | 4th: nobody types like this                | `seize`  |
 * | every further one                          | `hold`   |
 * | Enter right after four or more             | `badge`  |
 * | anything else after a seized burst         | `return` |
 *
 * When a key came is told by the key itself, never by when it was heard: in a busy page keys wait in a queue.
 */
export interface Burst {
  text: string;
  /** When its last character came, in ms. */
  last: number;
  /** Whether nothing was heard of it for a while, and its text was given back. Its next key may still wait in a queue. */
  silent: boolean;
}

export type Verdict =
  | { is: 'pass' }
  /** Swallow this key, and take what the burst typed so far out of the focused field. */
  | { is: 'seize' }
  /** Swallow this key. */
  | { is: 'hold' }
  /** Swallow this key, and take out of the field what stands there again: a badge was read. */
  | { is: 'badge'; code: string }
  /** It was a person after all: put these characters back, then let this key through. */
  | { is: 'return'; text: string };

export interface Key {
  /** As KeyboardEvent.key. */
  key: string;
  at: number;
  /** Whether Control, Alt or Meta is held, or an input method is composing. */
  special: boolean;
}

/** Milliseconds between two keys of one burst, at most; and how many characters make a badge. */
export const quick = 50;
const shortest = 4;
const longest = 200;

export const noBurst: Burst = { text: '', last: Number.NEGATIVE_INFINITY, silent: false };

const modifiers = new Set(['Shift', 'CapsLock', 'NumLock', 'AltGraph']);

/** The burst after one more key, and what to do with that key. */
export const readKey = (burst: Burst, { key, at, special }: Key): { burst: Burst; verdict: Verdict } => {
  if (modifiers.has(key)) return { burst, verdict: { is: 'pass' } };
  const goesOn = at - burst.last <= quick && !special;
  const isCharacter = [...key].length === 1 && !special;
  const seized = burst.text.length >= shortest;
  if (goesOn && seized && key === 'Enter')
    return { burst: noBurst, verdict: { is: 'badge', code: burst.text } };
  if (goesOn && isCharacter && burst.text.length < longest) {
    const text = burst.text + key;
    const seizes = text.length === shortest || burst.silent;
    const is = text.length < shortest ? 'pass' : seizes ? 'seize' : 'hold';
    return { burst: { text, last: at, silent: false }, verdict: { is } };
  }
  return {
    burst: isCharacter ? { text: key, last: at, silent: false } : noBurst,
    verdict: seized && !burst.silent ? { is: 'return', text: burst.text } : { is: 'pass' },
  };
};

/** Whether what was typed is kept back, until it is known whether a reader typed it. */
export const isSeized = (burst: Burst): boolean => burst.text.length >= shortest && !burst.silent;

/** The burst once nothing was heard for a while: what was kept back is given back. A key that came in time still goes on. */
export const fellSilent = (burst: Burst): Burst => ({ ...burst, silent: true });
