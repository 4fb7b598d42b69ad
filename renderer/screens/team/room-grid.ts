/** What the portraits and names of a team have to themselves, in px, and how low a tile may be that is touched. */
interface Area {
  width: number;
  height: number;
  gap: number;
  lowest: number;
}

/** A wall or a tablet that lies, and a tablet that stands, less what surrounds the team. */
const areas = {
  wide: { width: 1823, height: 780, gap: 22, lowest: 135 },
  tall: { width: 728, height: 830, gap: 16, lowest: 100 },
} as const satisfies Record<string, Area>;

/** Of the height of the area: how large a name must be to be read from four metres (64 px on a wall of 1080). */
const legible = 64 / areas.wide.height;

/** How large names and faces come out in so many columns; the shares are those of room.module.css. */
const sizesIn = (columns: number, count: number, { width, height, gap, lowest }: Area) => {
  const rows = Math.ceil(count / columns);
  const tile = {
    width: (width - (columns - 1) * gap) / columns,
    height: (height - (rows - 1) * gap) / rows,
  };
  const stands = tile.width / tile.height < 0.92;
  const name = stands
    ? Math.min(0.15 * tile.width, 0.13 * tile.height)
    : Math.min(0.112 * tile.width, 0.33 * tile.height);
  const face = stands ? 0.7 * tile.height : Math.min(tile.height, (0.46 * tile.width) / 0.8);
  return { columns, fits: tile.height >= lowest && tile.width >= 1.6 * lowest, name: name / height, face };
};

const columnsIn = (count: number, area: Area): number => {
  const all = Array.from({ length: count }, (_, at) => sizesIn(at + 1, count, area));
  const fitting = all.filter(({ fits }) => fits);
  const ways = fitting.length > 0 ? fitting : all;
  const readable = ways.filter(({ name }) => name >= legible);
  const best = ways.toSorted((one, other) => other.name - one.name)[0];
  const faces = readable.toSorted((one, other) => other.face - one.face)[0];
  return (faces ?? best)?.columns ?? 1;
};

/**
 * How many stand side by side, where it is wide and where it is tall. Of the ways in which every name can be read from
 * four metres, the one with the largest faces; where there are too many people for that, the one with the largest names.
 */
export const roomGrid = (count: number): { wide: number; tall: number } => ({
  wide: columnsIn(Math.max(1, count), areas.wide),
  tall: columnsIn(Math.max(1, count), areas.tall),
});

/** How wide signs of a name are, in letters of usual width: square signs, broad letters, slim ones. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u, 2],
  [/[mwMWжмфшщыюЖМФШЩЫЮ]/u, 1.5],
  [/[fijltrI]/u, 0.65],
];

const widthOf = (sign: string): number =>
  widths.find(([signs]) => signs.test(sign.normalize('NFD')))?.[1] ?? 1;

const lettersIn = (text: string): number =>
  [...new Intl.Segmenter().segment(text)].reduce((sum, { segment }) => sum + widthOf(segment), 0);

/** A name up to so long stands on one line. */
const oneLine = 12;

/** The longest of the lines that these words make, when each line is filled up to `most` letters; and how many there are. */
const broken = (words: readonly string[], most: number) => {
  const lines: number[] = [];
  for (const word of words) {
    const letters = lettersIn(word);
    const last = lines.at(-1);
    if (last === undefined || last + 1 + letters > most) lines.push(letters);
    else lines[lines.length - 1] = last + 1 + letters;
  }
  return { lines: lines.length, letters: Math.max(4, ...lines) };
};

/**
 * How a name is broken: never within a word, and into as few lines as can be. Gives how many lines there are and how wide
 * the longest is, in letters of usual width.
 */
export const linesOf = (name: string): { lines: number; letters: number } => {
  const words = name.split(/\s+/u).filter((word) => word !== '');
  const widest = Math.max(oneLine, ...words.map(lettersIn));
  const { lines } = broken(words, widest);
  // As even as so many lines can be.
  for (let most = 4; most < widest; most += 0.5) {
    const even = broken(words, most);
    if (even.lines <= lines && even.letters <= most) return even;
  }
  return broken(words, widest);
};

/** How wide the longest word of a text is, in letters of usual width. */
export const longestWord = (text: string): number => Math.max(4, ...text.split(/[\s-]+/u).map(lettersIn));
