import type { Extent, Source } from './source.ts';
import { blockSize, checksumOf } from './tar.ts';

/** A file in a tar file: its name and where its bytes lie. */
export interface Member extends Extent {
  name: string;
}

/** Far more than a bundle has; a hostile file has no end of them. */
const mostMembers = 100;

/**
 * The members of a tar file in their order, or null: every header must have its right checksum, `ustar` and the type of
 * a plain file, every member its whole length, and two blocks of zeros must be the last of the file.
 */
export const readTar = (source: Source): Member[] | null => {
  const members: Member[] = [];
  for (let at = 0; members.length < mostMembers; ) {
    const header = source.read(at, blockSize);
    if (header.length < blockSize) return null;
    if (isZero(header)) return isTheEnd(source, at) ? members : null;
    const member = memberOf(header);
    if (member === null) return null;
    members.push({ name: member.name, at: at + blockSize, size: member.size });
    at += blockSize + Math.ceil(member.size / blockSize) * blockSize;
    if (at > source.size) return null;
  }
  return null;
};

const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

const isTheEnd = (source: Source, at: number): boolean =>
  source.size === at + 2 * blockSize && isZero(source.read(at + blockSize, blockSize));

/** What a field says, up to its first NUL. Names are ASCII: any other byte becomes a character that none has. */
const textOf = (header: Uint8Array, at: number, length: number): string => {
  const field = header.subarray(at, at + length);
  const end = field.indexOf(0);
  return String.fromCharCode(...(end === -1 ? field : field.subarray(0, end)));
};

/** A number in octal digits, with the spaces before it and the spaces and zeros after it that some writers put there. */
const octalOf = (header: Uint8Array, at: number, length: number): number | null => {
  const field = header.subarray(at, at + length);
  const end = field.findLastIndex((byte) => byte !== 0 && byte !== 0x20) + 1;
  const digits = /^ *([0-7]+)$/.exec(String.fromCharCode(...field.subarray(0, end)))?.[1];
  return digits === undefined ? null : Number.parseInt(digits, 8);
};

const memberOf = (header: Uint8Array): { name: string; size: number } | null => {
  const size = octalOf(header, 124, 12);
  if (octalOf(header, 148, 8) !== checksumOf(header) || size === null) return null;
  if (textOf(header, 257, 5) !== 'ustar' || textOf(header, 156, 1) !== '0') return null;
  const [prefix, name] = [textOf(header, 345, 155), textOf(header, 0, 100)];
  return { name: prefix === '' ? name : `${prefix}/${name}`, size };
};
