import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/** Reads a WOFF2 file's numbers of variable length (W3C WOFF 2.0, section 4.1). */
const base128 = (file: Buffer, at: number): [value: number, next: number] => {
  let value = 0;
  for (let next = at; ; next += 1) {
    const byte = file.readUInt8(next);
    value = value * 128 + (byte & 0x7f);
    if ((byte & 0x80) === 0) return [value, next + 1];
  }
};

/** Tables known by a number: 0 is cmap; 10 and 11, glyf and loca, are kept in a form of their own unless it is 3. */
const [cmap, glyf, loca, named] = [0, 10, 11, 63];

/** The `cmap` table of a WOFF2 file, which says what characters the font can draw. */
const characterMap = (file: Buffer): Buffer => {
  const tables = file.readUInt16BE(12);
  let [at, start] = [48, 0];
  let found: [start: number, length: number] | null = null;
  for (let table = 0; table < tables; table += 1) {
    const flags = file.readUInt8(at);
    const [tag, form] = [flags & 0x3f, flags >> 6];
    const [original, next] = base128(file, at + (tag === named ? 5 : 1));
    const isTransformed = tag === glyf || tag === loca ? form !== 3 : form !== 0;
    const [length, after] = isTransformed ? base128(file, next) : [original, next];
    if (tag === cmap) found = [start, length];
    start += length;
    at = after;
  }
  if (found === null) throw new Error('The font has no cmap');
  const all = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  return all.subarray(found[0], found[0] + found[1]);
};

/** Format 12: runs of characters, each with a glyph (OpenType, cmap). */
const inRuns = (map: Buffer, at: number, add: (character: number) => void) => {
  for (let run = 0; run < map.readUInt32BE(at + 12); run += 1) {
    const [first, last] = [map.readUInt32BE(at + 16 + 12 * run), map.readUInt32BE(at + 20 + 12 * run)];
    for (let character = first; character <= last; character += 1) add(character);
  }
};

/** Format 4: segments of the first 65,536 characters, glyph 0 standing for none (OpenType, cmap). */
const inSegments = (map: Buffer, at: number, add: (character: number) => void) => {
  const size = map.readUInt16BE(at + 6);
  for (let segment = 0; segment < size; segment += 2) {
    const [last, first] = [map.readUInt16BE(at + 14 + segment), map.readUInt16BE(at + 16 + size + segment)];
    const delta = map.readUInt16BE(at + 16 + 2 * size + segment);
    const here = at + 16 + 3 * size + segment;
    const offset = map.readUInt16BE(here);
    for (let character = first; character <= last && character < 0xffff; character += 1) {
      const listed = offset === 0 ? 0 : map.readUInt16BE(here + offset + 2 * (character - first));
      const glyph = offset === 0 ? character + delta : listed === 0 ? 0 : listed + delta;
      if ((glyph & 0xffff) !== 0) add(character);
    }
  }
};

/** The characters that a WOFF2 font file can draw, as code points. */
export const charactersIn = (path: string): ReadonlySet<number> => {
  const map = characterMap(readFileSync(path));
  const characters = new Set<number>();
  for (let table = 0; table < map.readUInt16BE(2); table += 1) {
    const at = map.readUInt32BE(8 + 8 * table);
    const format = map.readUInt16BE(at);
    if (format === 12) inRuns(map, at, (character) => characters.add(character));
    if (format === 4) inSegments(map, at, (character) => characters.add(character));
  }
  return characters;
};
