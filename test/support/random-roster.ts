import fc from 'fast-check';

/** In every value of a column that must not be kept, so that it is known again wherever it turns up. */
const mark = 'Zqx';
/** Numbers and dates of such columns: of a telephone, an income and a birth that nobody has. */
export const marked = /Zqx|zqx|88[ -]?77\d{3}|1913-0\d-\d\d|66\d{5}\.5/u;

interface Truth {
  given: string;
  family: string;
  title: string;
  badge: string;
}

/** A row as it should be read, and as it stands in the file. */
export interface RandomRow extends Truth {
  line: number;
  /** What is wrong with it: nothing; cells too many or too few; or one too many and one too few. */
  fault: 'none' | 'cut' | 'short' | 'made-up';
}

export interface RandomRoster {
  bytes: Buffer;
  rows: RandomRow[];
}

const givens = ['Ana', 'Ñandú', 'Lü', "D'Arcy", 'Mai-Linh', 'constructor', '__proto__', 'Null', 'José María'];
const families = ['Sol', 'Ode', 'van der Meij', 'Goñi', 'O’Neill', 'toString', 'Ætter'];
const titles = ['Nurse', 'Surgeon', 'Pharmacist', 'Llama Herder', 'Scrub Tech'];

/** A word that is nobody else's, since people of one name would be told of as doubles; without a z, which marks. */
const word = (number: number): string =>
  [...number.toString(25)].map((digit) => 'abcdefghijklmnopqrstuvwxy'[Number.parseInt(digit, 25)]).join('');

const dropped = {
  'Mobile Phone': (n: number) => `88 77${100 + (n % 900)}`,
  'Birth Date': (n: number) => `1913-0${1 + (n % 9)}-1${n % 10}`,
  'Annual Salary': (n: number) => `66${10_000 + (n % 89_999)}.5`,
  'Home Address': (n: number) => `${mark} Street ${word(n)}`,
  Locker: (n: number) => `${mark}${word(n)}`,
  constructor: (n: number) => `${mark} ${word(n)}`,
};
type Dropped = keyof typeof dropped;

const kept = { given: 'First Name', family: 'Last Name', title: 'Job Title', badge: 'Badge ID' } as const;

const shape = fc.record({
  /** Which columns there are, in which order; “Notes” always last. */
  columns: fc.shuffledSubarray([...Object.values(kept), ...Object.keys(dropped)], {
    minLength: 10,
    maxLength: 10,
  }),
  left: fc.subarray(Object.keys(dropped), { minLength: 2 }),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n'),
  encoding: fc.constantFrom('utf8', 'marked', 'utf16le'),
  quotes: fc.boolean(),
  rows: fc.array(
    fc.record({
      given: fc.constantFrom(...givens),
      family: fc.constantFrom(...families),
      title: fc.constantFrom(...titles),
      fault: fc.oneof(
        { weight: 8, arbitrary: fc.constant('none' as const) },
        { weight: 1, arbitrary: fc.constant('cut' as const) },
        { weight: 1, arbitrary: fc.constant('short' as const) },
      ),
      where: fc.nat(),
    }),
    { minLength: 8, maxLength: 14 },
  ),
  madeUp: fc.option(fc.nat({ max: 7 })),
  number: fc.nat({ max: 1_000_000 }),
});

/** Lists as anybody might export them, with rows that a comma without quotes or a lost cell has shifted. */
export const randomRoster = shape.map((made): RandomRoster => {
  const names = made.columns.filter((name) => !(name in dropped) || made.left.includes(name));
  const columns = [...names, 'Notes'];
  const { delimiter, newline } = made;
  const lines = [columns.map((name) => cell(name, delimiter, made.quotes)).join(delimiter)];
  const rows = made.rows.map((row, index): RandomRow => {
    const n = made.number * 20 + index;
    const own = { given: `${row.given} ${word(n)}`, family: row.family, title: row.title, badge: `B-${n}` };
    const values = columns.map((name) => valueIn(name, own, n));
    const faults = { madeUp: made.madeUp === index, where: row.where };
    const cut = faults.madeUp ? cutBefore(columns, row.where) : null;
    const fault = cut === null ? row.fault : 'made-up';
    lines.push(written(values, { ...made, fault, at: cut ?? row.where % columns.length }));
    return { ...own, line: index + 2, fault };
  });
  const text = lines.map((line) => line + newline).join('');
  return { bytes: encoded(text, made.encoding), rows };
});

const valueIn = (name: string, own: Truth, n: number): string => {
  if (name === 'Notes') return `${mark} note ${word(n)}`;
  if (Object.hasOwn(dropped, name)) return dropped[name as Dropped](n);
  const field = (Object.keys(kept) as (keyof Truth)[]).find((key) => kept[key] === name);
  return field === undefined ? '' : own[field];
};

/**
 * Where a cell may be cut so that what is shifted can be known again: somewhere before a column of numbers. Nobody can
 * know it of a row of words.
 */
const cutBefore = (columns: readonly string[], where: number): number | null => {
  const numbers = columns.findLastIndex((name) =>
    ['Mobile Phone', 'Birth Date', 'Annual Salary'].includes(name),
  );
  return numbers < 1 ? null : where % numbers;
};

const cell = (text: string, delimiter: string, always: boolean): string =>
  always || text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;

const written = (
  values: readonly string[],
  {
    delimiter,
    quotes,
    fault,
    at,
  }: { delimiter: string; quotes: boolean; fault: RandomRow['fault']; at: number },
): string => {
  const cells = values.map((value) => cell(value, delimiter, quotes));
  if (fault === 'short') cells.splice(at, 1);
  if (fault === 'cut' || fault === 'made-up') cells[at] = `Xavier${delimiter} Yolanda`;
  if (fault === 'made-up') cells.pop();
  return cells.join(delimiter);
};

const encoded = (text: string, encoding: string): Buffer => {
  if (encoding === 'utf16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  return Buffer.from(encoding === 'marked' ? `\ufeff${text}` : text);
};
