import { type FileHandle, open } from 'node:fs/promises';

const pieceLength = 256 * 1024;

/** The bytes of a file, as fast as they are taken; `onWhole` once the last was, and not where nobody took all of them. */
export const fileStream = (file: string, onWhole: () => void): ReadableStream<Uint8Array> => {
  let opened: Promise<FileHandle> | null = null;
  const handle = () => {
    opened ??= open(file, 'r');
    return opened;
  };
  const close = async () => (await opened)?.close();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { bytesRead, buffer } = await (await handle()).read(
          new Uint8Array(pieceLength),
          0,
          pieceLength,
        );
        if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
        await close();
        onWhole();
        controller.close();
      },
      cancel: close,
    },
    // Nothing is read before somebody asks for it.
    { highWaterMark: 0 },
  );
};
