/*
 * Reads a QR code from its modules, after ISO/IEC 18004, written without the library that makes them. For codes that are
 * not damaged, of versions 1 to 40 at error correction M, in one segment of bytes: what this program makes. Where a
 * module is wrong it throws: the error correction is checked, not used.
 */

/** Whether the module at row and column is dark. */
export type IsDark = (row: number, column: number) => boolean;

/** At error correction M, by version from 1 on: error correction codewords a block, and blocks (table 9). */
const correction = [
  ...[10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26],
  ...[26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28],
];
const blockCount = [
  ...[1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16],
  ...[17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49],
];

const between = (value: number, from: number, to: number): boolean => from <= value && value <= to;

/** The centres of alignment patterns along each axis (annex E). */
const alignment = (version: number): number[] => {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const last = version * 4 + 10;
  // Version 32 is the one whose patterns the rule does not give.
  const step = version === 32 ? 26 : Math.ceil((last - 6) / (count - 1) / 2) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, at) => last - step * (count - 2 - at))];
};

/** Whether a module is part of a pattern, the format or the version, and not of the data (6.3). */
const isFunction = (version: number, row: number, column: number): boolean => {
  const size = version * 4 + 17;
  const atTop = between(row, 0, 8);
  if ((atTop || row >= size - 8) && between(column, 0, 8)) return true;
  if ((atTop && column >= size - 8) || row === 6 || column === 6) return true;
  const inVersion = (one: number, other: number) => between(one, 0, 5) && between(other, size - 11, size - 9);
  if (version >= 7 && (inVersion(row, column) || inVersion(column, row))) return true;
  const centres = alignment(version);
  return centres.some((y) =>
    centres.some((x) => {
      const inFinder = (y === 6 && x === 6) || (y === 6 && x === size - 7) || (y === size - 7 && x === 6);
      return !inFinder && Math.abs(row - y) <= 2 && Math.abs(column - x) <= 2;
    }),
  );
};

/** Table 10. */
const masks: ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** The number of the mask, from the format beside the upper left finder pattern (7.9.1). */
const maskOf = (isDark: IsDark): number => {
  const first = [0, 1, 2, 3, 4].map((column) => isDark(8, column));
  const bits = first.reduce((value, dark) => value * 2 + Number(dark), 0) ^ 0b10101;
  // Two bits of error correction, 00 being M, then three of the mask.
  if (bits >> 3 !== 0) throw new Error('The QR code is not at error correction M');
  return bits;
};

/** The bits of the data area, two columns at a time, from the right, up and down in turn (7.7.3). */
const codewords = (size: number, isDark: IsDark): number[] => {
  const version = (size - 17) / 4;
  const mask = masks[maskOf(isDark)];
  const bits: number[] = [];
  let up = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const row = up ? size - 1 - step : step;
      for (const column of [right, right - 1])
        if (!isFunction(version, row, column)) bits.push(Number(isDark(row, column) !== mask?.(row, column)));
    }
    up = !up;
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((value, bit) => value * 2 + bit, 0),
  );
};

/** A product in the field of 256 elements over x^8 + x^4 + x^3 + x^2 + 1 (7.5.2). */
const times = (one: number, other: number): number => {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    if ((other >> bit) & 1) product ^= one;
  }
  return product;
};

/** Whether a block is a codeword of the Reed-Solomon code: no root of its generator leaves anything. */
const isWhole = (block: readonly number[], check: number): boolean => {
  let root = 1;
  for (let at = 0; at < check; at += 1) {
    if (block.reduce((value, codeword) => times(value, root) ^ codeword, 0) !== 0) return false;
    root = times(root, 2);
  }
  return true;
};

/** The data codewords, of blocks that were dealt out in turn, the shorter ones first (7.6). */
const dataOf = (all: readonly number[], version: number): number[] => {
  const [check = 0, count = 1] = [correction[version - 1], blockCount[version - 1]];
  const short = Math.floor(all.length / count) - check;
  const longer = all.length % count;
  const blocks = Array.from({ length: count }, (): number[] => []);
  const data = all.slice(0, all.length - check * count);
  for (const [at, codeword] of data.entries()) {
    const block = at < short * count ? at % count : count - longer + (at - short * count);
    blocks[block]?.push(codeword);
  }
  return blocks.flatMap((block, place) => {
    const checks = Array.from({ length: check }, (_, at) => all[data.length + at * count + place] ?? -1);
    if (!isWhole([...block, ...checks], check)) throw new Error(`Block ${place} of the QR code is damaged`);
    return block;
  });
};

/** The bytes that the code says. */
export const readQr = (size: number, isDark: IsDark): Uint8Array => {
  const version = (size - 17) / 4;
  if (!between(version, 1, correction.length))
    throw new Error(`A QR code of ${size} modules is not read here`);
  const data = dataOf(codewords(size, isDark), version);
  const nibbles = data.flatMap((codeword) => [codeword >> 4, codeword & 15]);
  // The mode: 0100 is bytes. Their number: 8 bits up to version 9, then 16 (table 3).
  const digits = version < 10 ? 2 : 4;
  if (nibbles[0] !== 0b0100) throw new Error('The QR code does not begin with bytes');
  const length = nibbles.slice(1, 1 + digits).reduce((value, nibble) => value * 16 + nibble, 0);
  const from = 1 + digits;
  if (nibbles[from + 2 * length] !== 0) throw new Error('The QR code goes on after its bytes');
  return Uint8Array.from({ length }, (_, at) => {
    const [high = 0, low = 0] = nibbles.slice(from + 2 * at);
    return high * 16 + low;
  });
};
