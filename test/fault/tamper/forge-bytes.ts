import { blockSize, checksumOf } from '../../../core/log/bundle/tar.ts';
import type { Dice } from './chance.ts';

/** What can happen to a file: a bit, a cut, more than there was, and headers as other programs write them. */
export const forgeBytes = (dice: Dice, bytes: Uint8Array): Uint8Array => {
  const forged = Uint8Array.from(bytes);
  const at = dice.whole(0, bytes.length - 1);
  const block = Math.floor(at / blockSize) * blockSize;
  return dice.any<() => Uint8Array>([
    () => withByte(forged, at, (forged[at] ?? 0) ^ (1 << dice.whole(0, 7))),
    () => withByte(forged, at, dice.whole(0, 255)),
    () => withHeader(dice, forged),
    () => withHeader(dice, forged),
    () => forged.subarray(0, at),
    () => forged.subarray(0, block),
    () => forged.subarray(0, forged.length - dice.any([1, 512, 1024])),
    () => Buffer.concat([forged, new Uint8Array(dice.any([1, 511, 512, 1024, 8192]))]),
    () => Buffer.concat([forged, Buffer.from('more')]),
    () => Buffer.concat([forged.subarray(0, block), new Uint8Array(blockSize), forged.subarray(block)]),
    () => Buffer.concat([forged.subarray(0, block), forged.subarray(block + blockSize)]),
    () => Buffer.concat([forged, forged]),
  ])();
};

const withByte = (bytes: Uint8Array, at: number, byte: number): Uint8Array => {
  bytes[at] = byte;
  return bytes;
};

/** Other contents of a field of the first header, with a checksum that is right. */
const withHeader = (dice: Dice, bytes: Uint8Array): Uint8Array => {
  const put = (at: number, text: string) => bytes.set(Buffer.from(text, 'latin1'), at);
  dice.any([
    () => put(156, dice.any(['\0', '1', '2', '5', '7', 'x', 'g', 'L'])),
    () => put(257, dice.any(['ustar  \0', 'ustar\0\0\0', 'USTAR\x0000', '\0\0\0\0\0\0\0\0'])),
    () => put(100, '0000777\0'),
    () => put(265, 'somebody'),
    () => put(345, dice.any(['folder', '/', '.'])),
    () => put(0, dice.any(['./README.txt', 'README.TXT', 'README.txt '])),
    () => put(14, 'after the name'),
    () =>
      put(
        124,
        dice.any([
          '00000000000 ',
          '           0',
          '-0000000001\0',
          '0000000000x\0',
          '77777777777\0',
          '\x80\0\0\0\0\0\0\0\0\0\0\x05',
        ]),
      ),
    () => put(500, 'padding'),
  ])();
  const sum = checksumOf(bytes.subarray(0, blockSize)).toString(8);
  put(
    148,
    dice.any([
      `${sum.padStart(6, '0')}\0 `,
      `${sum.padStart(7, '0')}\0`,
      `${sum.padStart(6, ' ')}\0 `,
      `${sum.padStart(8, '0')}`,
    ]),
  );
  return bytes;
};
