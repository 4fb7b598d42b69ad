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

/** How large names and faces come out in so many columns; the shares are those of room-fit and room-words. */
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
  const face = stands ? 0.7 * tile.height : Math.min(tile.height, (0.5 * tile.width) / 0.8);
  return { columns, fits: tile.height >= lowest && tile.width >= 1.6 * lowest, name: name / height, face };
};

const columnsIn = (count: number, area: Area): number => {
  const all = Array.from({ length: count }, (_, at) => sizesIn(at + 1, count, area));
  const fitting = all.filter(({ fits }) => fits);
  const ways = fitting.length > 0 ? fitting : all;
  const readable = ways.filter(({ name }) => name >= legible);
  const largest = Math.max(...ways.map(({ name }) => name));
  const good = readable.length > 0 ? readable : ways.filter(({ name }) => name >= 0.9 * largest);
  return good.toSorted((one, other) => other.face - one.face)[0]?.columns ?? 1;
};

/**
 * How many stand side by side, where it is wide and where it is tall. Of the ways in which every name can be read from
 * four metres, the one with the largest faces; where there are too many people for that, of those with the largest names.
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

/** How wide a text is, in letters of usual width. */
export const lettersIn = (text: string): number =>
  [...new Intl.Segmenter().segment(text)].reduce((sum, { segment }) => sum + widthOf(segment), 0);

/** These words in lines of up to `most` letters: how many lines, and how wide the widest is. */
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

/** How wide a name is at least, in letters of usual width, in one line, in two and in three: no word is ever broken. */
export const nameWidths = (name: string): [one: number, two: number, three: number] => {
  const words = name.split(/\s+/u).filter((word) => word !== '');
  const within = (lines: number): number => {
    let most = Math.max(4, ...words.map(lettersIn));
    while (broken(words, most).lines > lines) most += 0.5;
    return broken(words, most).letters;
  };
  return [within(1), within(2), within(3)];
};

/** How wide the longest word of a text is, in letters of usual width. */
export const longestWord = (text: string): number => Math.max(4, ...text.split(/[\s-]+/u).map(lettersIn));

/**
 * Of a role, how wide it is, and how many lines to keep room for: where tiles are low they are wide, and most need one.
 * `mayBreak`: a word of it may be broken where tiles are both low and narrow, and then it takes three.
 */
export const roleSize = (role: string): { letters: number; lines: 1 | 2; mayBreak: boolean } => {
  const letters = lettersIn(role);
  return { letters, lines: letters > 24 ? 2 : 1, mayBreak: /\s/u.test(role) && longestWord(role) > 9 };
};
