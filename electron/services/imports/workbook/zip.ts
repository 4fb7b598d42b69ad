import { crc32, inflateRawSync } from 'node:zlib';
import { ok, type Result, refuse } from '../../../../core/result.ts';

/** Why an archive is not unpacked. */
export type ZipProblem = 'not-a-zip' | 'locked' | 'too-large-inside' | 'damaged';

/** A file inside an archive, as its directory has it; sizes in bytes. */
export interface ZipEntry {
  name: string;
  isPacked: boolean;
  crc: number;
  size: number;
  /** Where its bytes begin and end in the archive. */
  from: number;
  to: number;
}

/** A list of 20,000 rows takes a tenth of this. */
const largestInside = 60 * 1024 * 1024;
const mostEntries = 1_000;
/** What is packed tighter than this is not a list: deflate comes to 1,032, a sheet of blanks to about 100. */
const tightest = 400;
const tooSmallToMatter = 1024 * 1024;

/**
 * The files inside an archive by its directory (PKWARE APPNOTE 4.3), of which nothing is unpacked yet. Refuses what says
 * that it is too large inside, is locked, of several parts or in the form for more than 4 GB, and files that overlap.
 */
export const zipEntries = (bytes: Buffer): Result<ZipEntry[], ZipProblem> => {
  const end = endOf(bytes);
  if (end === null) return refuse('not-a-zip');
  const [count, size, start] = [
    bytes.readUInt16LE(end + 10),
    bytes.readUInt32LE(end + 12),
    bytes.readUInt32LE(end + 16),
  ];
  if (bytes.readUInt32LE(end + 4) !== 0 || start + size > end) return refuse('damaged');
  if (count > mostEntries) return refuse('too-large-inside');
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) return refuse('damaged');
    const entry = entryAt(bytes, at, start);
    if (!entry.ok) return entry;
    entries.push(entry.value);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (new Set(entries.map(({ name }) => name)).size < entries.length) return refuse('damaged');
  const whole = entries.reduce((sum, one) => sum + one.size, 0);
  if (whole > largestInside || entries.some(isTooTight)) return refuse('too-large-inside');
  const inOrder = [...entries].sort((one, other) => one.from - other.from);
  return inOrder.some(({ from }, index) => from < (inOrder[index - 1]?.to ?? 0))
    ? refuse('damaged')
    : ok(entries);
};

const isTooTight = ({ size, from, to }: ZipEntry): boolean =>
  size > tooSmallToMatter && size > tightest * Math.max(1, to - from);

/** Where the end of the directory begins, behind which there may be a comment. */
const endOf = (bytes: Buffer): number | null => {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at -= 1)
    if (bytes.readUInt32LE(at) === 0x06054b50 && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length)
      return at;
  return null;
};

const entryAt = (bytes: Buffer, at: number, directory: number): Result<ZipEntry, ZipProblem> => {
  const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
  const [crc, packed, size] = [16, 20, 24].map((offset) => bytes.readUInt32LE(at + offset)) as [
    number,
    number,
    number,
  ];
  const nameEnds = at + 46 + bytes.readUInt16LE(at + 28);
  const local = bytes.readUInt32LE(at + 42);
  if (flags & 1) return refuse('locked');
  if (packed === 0xffffffff || size === 0xffffffff) return refuse('too-large-inside');
  if ((method !== 0 && method !== 8) || nameEnds > bytes.length) return refuse('damaged');
  if (local + 30 > directory || bytes.readUInt32LE(local) !== 0x04034b50) return refuse('damaged');
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const to = from + packed;
  if (to > directory || (method === 0 && packed !== size)) return refuse('damaged');
  const name = bytes.toString('utf8', at + 46, nameEnds);
  return ok({ name, isPacked: method === 8, crc, size, from, to });
};

/** The bytes of a file; it is unpacked no further than its directory said, and refused where it is not what that said. */
export const unzip = (
  bytes: Buffer,
  { from, to, size, crc, isPacked }: ZipEntry,
): Result<Buffer, ZipProblem> => {
  const held = bytes.subarray(from, to);
  try {
    const found = isPacked ? inflateRawSync(held, { maxOutputLength: Math.max(1, size) }) : held;
    return found.length === size && crc32(found) === crc ? ok(found) : refuse('damaged');
  } catch {
    return refuse('damaged');
  }
};

/** An archive of these files in which nothing is packed: what unpacks it cannot be made to do more than copy. */
export const zipPlain = (files: readonly { name: string; bytes: Buffer }[]): Buffer<ArrayBuffer> => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const called = Buffer.from(name, 'utf8');
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(bytes.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(called.length, 22);
    const local = Buffer.concat([signature(0x04034b50), fields, called]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    const version = Buffer.from([20, 0]);
    directory.push(Buffer.concat([signature(0x02014b50), version, fields, rest, called]));
    parts.push(local, bytes);
    at += local.length + bytes.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listed, end]);
};

const signature = (value: number): Buffer => {
  const four = Buffer.alloc(4);
  four.writeUInt32LE(value);
  return four;
};
