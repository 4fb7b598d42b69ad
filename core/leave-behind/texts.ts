/**
 * What a telephone shows when it reads the code of the leave-behind: plain text, whole in itself. Each thing stands on a
 * line of its own, so that a name in one direction needs no hidden characters to stand in a text of the other (UAX #9:
 * a line is a paragraph), and what is copied out of it is clean.
 */

/** One of the team, in the words of the patient's language. */
export interface LeavePerson {
  name: string;
  /** How to say the name, as a line; null where nobody said. */
  say: string | null;
  role: string;
  /** What they will do, and when they are seen again. */
  does: string;
}

export interface LeaveWords {
  /** The first line. No colon: a telephone would take the word before it for the scheme of an address. */
  title: string;
  place: string;
  day: string;
  /** Whom to ask, at the end. */
  call: string;
  /** Which of several codes this is. */
  part: (at: number, of: number) => string;
}

/**
 * The most that a code says, in bytes of UTF-8: what version 22 holds at error correction M (ISO/IEC 18004, table 7). It
 * has 105 modules, with the quiet zone 113: at 4 px each it stands whole on a tablet of 800 px, lying and standing,
 * beside its text; on paper at half a millimetre it is 57 mm wide.
 */
export const mostBytes = 779;

/** Controls, what reorders or hides the text around it, and what nobody sees; the joiners belong to writing names. */
const hidden = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

const line = (text: string): string =>
  text
    .normalize('NFC')
    .replace(hidden, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();

type Form = (person: LeavePerson) => (string | null)[];

const whole: Form = ({ name, say, role, does }) => [name, say, role, does];
const short: Form = ({ name, say, role }) => [name, say, role];
const bare: Form = ({ name, role }) => [name, role];

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/**
 * The texts of the codes, one where it can be. Everybody with what they do, where that fits into a code that is easily
 * read; else with name and role; else divided evenly over several codes. A name is never cut: somebody whose name alone
 * is too long has a code of their own, which is a larger one. No people, no code.
 */
export const leaveTexts = (
  words: LeaveWords,
  people: readonly LeavePerson[],
  most: number = mostBytes,
): string[] => {
  if (people.length === 0) return [];
  const one = written(words, people, whole, null);
  if (bytesOf(one) <= most) return [one];
  const fits = (some: readonly LeavePerson[], of: number): boolean =>
    bytesOf(written(words, some, short, of === 1 ? null : [of, of])) <= most;
  if (fits(people, 1)) return [written(words, people, short, null)];
  const filled = fill(people, (some) => fits(some, people.length));
  const even = evenly(people, filled.length);
  const parts = even.every((some) => fits(some, people.length)) ? even : filled;
  return parts.map((some, at) =>
    written(words, some, fits(some, people.length) ? short : bare, [at + 1, parts.length]),
  );
};

const written = (
  { title, place, day, call, part }: LeaveWords,
  people: readonly LeavePerson[],
  form: Form,
  which: readonly [number, number] | null,
): string => {
  const head = block([title, place, day, which === null ? null : part(...which)]);
  const rest = [...people.map(form), [call]].map(block).join('\n\n');
  return isAscii(head + rest) ? `${head}\n\n${rest}` : `${head}\n${mark}\n${rest}`;
};

/**
 * A QR code does not say how its bytes are to be read, and some readers guess: French with a few accents was taken for
 * Japanese. A no-break space, alone on the empty line after the heading, is seen by nobody, and its second byte, A0, is
 * no character of Shift JIS.
 */
const mark = '\u00a0';

const isAscii = (text: string): boolean => bytesOf(text) === text.length;

const block = (lines: readonly (string | null)[]): string =>
  lines
    .map((one) => (one === null ? '' : line(one)))
    .filter((one) => one !== '')
    .join('\n');

/** As many as fit into each, in their order; who fits nowhere is alone. */
const fill = (
  people: readonly LeavePerson[],
  fits: (some: readonly LeavePerson[]) => boolean,
): LeavePerson[][] => {
  const parts: LeavePerson[][] = [];
  for (const person of people) {
    const last = parts.at(-1);
    if (last !== undefined && fits([...last, person])) last.push(person);
    else parts.push([person]);
  }
  return parts;
};

const evenly = (people: readonly LeavePerson[], parts: number): LeavePerson[][] =>
  Array.from({ length: parts }, (_, at) =>
    people.slice(Math.floor((at * people.length) / parts), Math.floor(((at + 1) * people.length) / parts)),
  );
