/** A tar file is made of blocks of this many bytes (POSIX.1-1988, ustar). */
export const blockSize = 512;

/** What ends a tar file: two blocks of zeros. */
export const tarEnd = new Uint8Array(2 * blockSize);

/** Eleven octal digits: 8 GiB less one byte. */
const mostBytes = 8 ** 11 - 1;

/** The checksum of a header: the sum of its bytes, those of the checksum itself taken for spaces. */
export const checksumOf = (header: Uint8Array): number =>
  header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0);

/**
 * The header of a plain file. Everything that is not its name or its size is always the same, the time too, so that the
 * same members make the same file. Throws unless the name is at most 100 ASCII characters and the size below 8 GiB.
 */
export const tarHeader = (name: string, size: number): Uint8Array => {
  if (!/^[\x21-\x7e]{1,100}$/.test(name))
    throw new RangeError(`No member can be named ${JSON.stringify(name)}`);
  if (!Number.isSafeInteger(size) || size < 0 || size > mostBytes)
    throw new RangeError(`A tar file has no room for ${size} bytes`);
  const header = new Uint8Array(blockSize);
  const put = (at: number, text: string) => header.set(new TextEncoder().encode(text), at);
  put(0, name);
  put(100, '0000644\0');
  put(108, '0000000\0');
  put(116, '0000000\0');
  put(124, `${size.toString(8).padStart(11, '0')}\0`);
  put(136, '00000000000\0');
  put(156, '0');
  put(257, 'ustar\x0000');
  put(148, `${checksumOf(header).toString(8).padStart(6, '0')}\0 `);
  return header;
};

/** The zeros after the bytes of a member, up to the next block. */
export const tarPadding = (size: number): Uint8Array =>
  new Uint8Array((blockSize - (size % blockSize)) % blockSize);
