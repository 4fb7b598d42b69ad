import { existsSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makePhoto, type Photo } from '../../../electron/services/photos.ts';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c08060' } });
const photoOf = async (bytes: Buffer): Promise<Photo> => {
  const made = await makePhoto(bytes);
  if (!made.ok) throw new Error(made.problem);
  return made.value;
};

describe('a photo', () => {
  it.each([
    ['wide', 3000, 2000, 800, 1000],
    ['tall', 1000, 4000, 800, 1000],
    ['small', 200, 200, 160, 200],
  ])('that is %s becomes 4:5 WebP, never enlarged', async (_, width, height, wide, high) => {
    const { bytes } = await photoOf(await picture(width, height).jpeg().toBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: wide, height: high });
  });

  it('keeps the top of a tall picture, where the face is', async () => {
    const top = await picture(800, 600).png().toBuffer();
    const tall = await sharp({ create: { width: 800, height: 2000, channels: 3, background: '#000000' } })
      .composite([{ input: top, gravity: 'north' }])
      .png()
      .toBuffer();
    const upper = sharp((await photoOf(tall)).bytes).extract({ left: 0, top: 0, width: 800, height: 500 });
    const { channels } = await sharp(await upper.png().toBuffer()).stats();
    expect(channels[0]?.mean).toBeGreaterThan(180);
  });

  it('says nothing of where and when it was taken', async () => {
    const told = await picture(900, 900)
      .withExif({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .jpeg()
      .toBuffer();
    expect((await sharp(told).metadata()).exif).toBeDefined();
    const kept = await sharp((await photoOf(told)).bytes).metadata();
    expect([kept.exif, kept.xmp, kept.icc, kept.iptc]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('is named by what it shows: the same picture has the same name', async () => {
    const jpeg = await picture(500, 500).jpeg().toBuffer();
    const [one, two] = [await photoOf(jpeg), await photoOf(jpeg)];
    expect(one.hash).toBe(two.hash);
    expect(one.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    [
      'an SVG',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"/>'),
      'not-a-photo',
    ],
    ['a GIF', () => picture(99, 99).gif().toBuffer(), 'not-a-photo'],
    ['a TIFF', () => picture(99, 99).tiff().toBuffer(), 'not-a-photo'],
    ['an empty file', async () => Buffer.alloc(0), 'not-a-photo'],
    ['more than 24 megapixels', () => picture(6000, 4001).png().toBuffer(), 'too-many-pixels'],
    ['more than 8 MB', async () => Buffer.alloc(8 * 1024 * 1024 + 1, '\xff\xd8\xff', 'latin1'), 'too-large'],
    ['fewer than 32 pixels', () => picture(31, 400).png().toBuffer(), 'too-small'],
    ['half a JPEG', async () => (await picture(900, 900).jpeg().toBuffer()).subarray(0, 700), 'damaged'],
  ])('of %s is refused', async (_, make, problem) => {
    expect(await makePhoto(await make())).toEqual({ ok: false, problem });
  });
});

const samples = new URL('../../../../shared/samples/photos/', import.meta.url);
describe.skipIf(!existsSync(samples))('real photos (skipped where the samples are not present)', () => {
  const sample = (name: string): Buffer => readFileSync(new URL(name, samples));

  it('stand upright, however the camera was held', async () => {
    const small = async (name: string): Promise<Buffer> =>
      sharp((await photoOf(sample(name))).bytes)
        .resize(16, 20, { fit: 'fill' })
        .raw()
        .toBuffer();
    const upright = await small('Portrait_1.jpg');
    for (const name of ['Portrait_3.jpg', 'Portrait_6.jpg', 'Portrait_8.jpg']) {
      const other = await small(name);
      const difference = upright.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0);
      expect(difference / upright.length).toBeLessThan(6);
    }
  });

  it.each(['basn2c08.png', 'basn6a08.png'])('%s can be shown', async (name) => {
    expect((await photoOf(sample(name))).blurred).toBe(true);
  });

  it.each(['xhdn0g08.png', 'xs1n0g01.png'])('%s is refused in words', async (name) => {
    expect((await makePhoto(sample(name))).ok).toBe(false);
  });
});
