import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { ok, type Result, refuse } from '../../core/result.ts';

export const largestPhoto = 8 * 1024 * 1024;
const mostPixels = 24_000_000;
const size = { width: 800, height: 1000 };
const smallest = 32;
/** Below this width a face looks blurred on the screen. */
const sharpFrom = 320;

// libvips reads far more than photos (SVG, PDF, TIFF …). What must not be read is not left able to be.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});

export interface Photo {
  /** SHA-256 of the bytes, in hex: its name. */
  hash: string;
  /** WebP, 4:5, at most 800 × 1000, upright, without metadata. */
  bytes: Buffer;
  /** Whether the original was too small to look sharp. */
  blurred: boolean;
}

export type PhotoProblem = 'too-large' | 'not-a-photo' | 'too-many-pixels' | 'too-small' | 'damaged';

const begins: readonly (readonly [offset: number, text: string])[][] = [
  [[0, '\xff\xd8\xff']],
  [[0, '\x89PNG\r\n\x1a\n']],
  [
    [0, 'RIFF'],
    [8, 'WEBP'],
  ],
];

/** Whether bytes begin as a JPEG, PNG or WebP does; the name of a file is never asked. */
const isPhoto = (bytes: Buffer): boolean =>
  begins.some((marks) =>
    marks.every(([at, text]) => bytes.subarray(at, at + text.length).equals(latin1(text))),
  );

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/**
 * Makes a photo of somebody's picture file. Refuses by size, first bytes and header before anything is decoded
 * (a PNG of 0.6 MB can take 689 MB of memory); decodes off the main thread.
 */
export const makePhoto = async (original: Buffer): Promise<Result<Photo, PhotoProblem>> => {
  if (original.length > largestPhoto) return refuse('too-large');
  if (!isPhoto(original)) return refuse('not-a-photo');
  try {
    const header = await sharp(original, { limitInputPixels: false }).metadata();
    const { width, height } = header.autoOrient;
    if (width * height > mostPixels) return refuse('too-many-pixels');
    if (Math.min(width, height) < smallest) return refuse('too-small');
    const bytes = await sharp(original, { limitInputPixels: mostPixels })
      .autoOrient()
      .resize({ ...frame(width, height), fit: 'cover', position: towardsFace(width, height) })
      .flatten({ background: '#ffffff' })
      .webp({ quality: 82 })
      .toBuffer();
    const hash = createHash('sha256').update(bytes).digest('hex');
    return ok({ hash, bytes, blurred: frame(width, height).width < sharpFrom });
  } catch {
    // libvips says only in prose what was wrong with the bytes; whichever it was, they are no picture.
    return refuse('damaged');
  }
};

/** The largest 4:5 that fits into the picture, or 800 × 1000: nothing is ever enlarged. */
const frame = (width: number, height: number): { width: number; height: number } => {
  const scale = Math.min(1, width / size.width, height / size.height);
  return { width: Math.round(size.width * scale), height: Math.round(size.height * scale) };
};

/** A tall picture has the face at the top; across a wide one it is looked for. */
const towardsFace = (width: number, height: number): string | number =>
  width * size.height > height * size.width ? sharp.strategy.attention : 'top';
