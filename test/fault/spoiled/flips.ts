import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareDemo } from '../../../electron/services/demo.ts';
import { databaseFile } from '../../../electron/services/folder.ts';
import { openDevice, startDevice } from '../../../electron/services/open-device.ts';
import type { Chance } from '../../../electron/services/simulate/chance.ts';
import { openReader } from '../../../electron/store/open.ts';
import { dropPictures } from '../pictures.ts';
import { tapOnce } from '../tap-once.ts';
import { type Contents, contentsOf } from './contents.ts';
import { ownersOfPages } from './pages.ts';

/** One bit in a file of a record. */
export interface Flip {
  file: 'bedside.db' | 'bedside.db-wal';
  /** Bytes from the start of the file, and bits from the lowest. */
  at: number;
  bit: number;
  /** What it is in: a table, an index, a part of the write-ahead log. */
  owner: string;
}

const space = { reserve: 0, warn: 0 };

/** A small record with a surgery in it and the next one begun, closed in order or left as a kill leaves it. */
export const smallRecord = (scratch: string, left: 'closed' | 'killed'): string => {
  const folder = join(scratch, 'record');
  const first = openDevice({ folder });
  prepareDemo(first);
  dropPictures(first);
  for (let tap = 0; tap < 18; tap += 1) tapOnce(first);
  first.close();
  if (left === 'closed') return folder;
  const device = startDevice({ folder, host: 'browser', demo: true, space });
  for (let tap = 0; tap < 10; tap += 1) tapOnce(device);
  const copy = join(scratch, 'killed');
  mkdirSync(copy);
  for (const name of [
    'bedside.db',
    'bedside.db-wal',
    'badge.key',
    'signing.key',
    'checkpoint.txt',
    'newest.txt',
  ])
    cpSync(join(folder, name), join(copy, name));
  device.close();
  return copy;
};

/** What can be read in a record; the folder stays as it is. */
export const contentsIn = (folder: string, copy: string): Contents => {
  cpSync(folder, copy, { recursive: true });
  const db = openReader(databaseFile(copy));
  try {
    return contentsOf(db);
  } finally {
    db.close();
  }
};

const pageSize = 4096;

/** Half of the bits are chosen among bytes that are not zero: most of a page is empty, and nothing happens there. */
const bitIn = (bytes: Uint8Array, chance: Chance): { at: number; bit: number } => {
  const used = [...bytes.keys()].filter((at) => bytes[at] !== 0);
  const anywhere = used.length === 0 || chance.happens(0.25);
  const at = Math.floor(chance.fraction() * (anywhere ? bytes.length : used.length));
  return { at: anywhere ? at : (used[at] ?? 0), bit: Math.floor(chance.fraction() * 8) };
};

const inPieces = (
  file: Flip['file'],
  pieces: { owner: string; from: number; bytes: Uint8Array }[],
  each: number,
  chance: Chance,
): Flip[] =>
  pieces.flatMap(({ owner, from, bytes }) =>
    Array.from({ length: each }, () => {
      const { at, bit } = bitIn(bytes, chance);
      return { file, at: from + at, bit, owner };
    }),
  );

/** So many bits in each page of the database. */
export const flipsInDatabase = (folder: string, each: number, chance: Chance): Flip[] => {
  const file = databaseFile(folder);
  const db = openReader(file);
  const owners = ownersOfPages(db);
  db.close();
  const bytes = readFileSync(file);
  const pieces = Array.from({ length: bytes.length / pageSize }, (_, index) => ({
    owner: owners.get(index + 1) ?? 'free',
    from: index * pageSize,
    bytes: bytes.subarray(index * pageSize, (index + 1) * pageSize),
  }));
  return inPieces('bedside.db', pieces, each, chance);
};

/** As sqlite.org/fileformat2.html, 4.1 and 4.2, has it. */
const [walHeader, frameHeader] = [32, 24];

/** So many bits in the header of the write-ahead log, in the header of each frame, and in the page in it. */
export const flipsInWriteAheadLog = (folder: string, each: number, chance: Chance): Flip[] => {
  const bytes = readFileSync(`${databaseFile(folder)}-wal`);
  const frames = Math.floor((bytes.length - walHeader) / (frameHeader + pageSize));
  const piece = (owner: string, from: number, length: number) => ({
    ...{ owner, from },
    bytes: bytes.subarray(from, from + length),
  });
  const pieces = Array.from({ length: frames }, (_, index) => {
    const from = walHeader + index * (frameHeader + pageSize);
    return [
      piece('header of a frame', from, frameHeader),
      piece('page in a frame', from + frameHeader, pageSize),
    ];
  });
  return inPieces('bedside.db-wal', [piece('header', 0, walHeader), ...pieces.flat()], each, chance);
};

/** Turns the bit over. */
export const flip = (folder: string, { file, at, bit }: Flip): void => {
  const path = join(folder, file);
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  writeFileSync(path, bytes);
};
