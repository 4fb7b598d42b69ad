import { performance } from 'node:perf_hooks';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { largestPhoto, makePhoto } from '../../../electron/services/photos.ts';

const mega = 1024 * 1024;

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const headerOf = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return chunk('IHDR', header);
};
/** A PNG that says it is so large, with these chunks before what it has of a picture. */
const png = (width: number, height: number, ...more: Buffer[]): Buffer =>
  Buffer.concat([
    ...[signature, headerOf(width, height), ...more],
    ...[
      chunk('IDAT', deflateSync(Buffer.alloc(Math.min(64 * mega, height * (width * 3 + 1))))),
      chunk('IEND', Buffer.alloc(0)),
    ],
  ]);

const picture = (format: 'jpeg' | 'png' | 'webp', size = 400): Promise<Buffer> =>
  sharp({ create: { width: size, height: size, channels: 3, background: '#806040' } })
    .toFormat(format)
    .toBuffer();

/** What is refused, with how far the memory of this process grew meanwhile, in MB. */
const refused = async (bytes: Buffer): Promise<{ problem: string | null; grown: number }> => {
  const before = process.memoryUsage().rss;
  const made = await makePhoto(bytes);
  return { problem: made.ok ? null : made.problem, grown: (process.memoryUsage().rss - before) / mega };
};

test.each<[string, () => Promise<Buffer> | Buffer]>([
  ['PNG of 0.2 MB that is 50,000 pixels wide and high', () => png(50_000, 50_000)],
  ['PNG that is as wide and as high as any that is read', () => png(999_999, 999_999)],
  ['PNG that is one line of a photo high', () => png(900_000, 32)],
  [
    'JPEG whose header says 65,500 by 65,500',
    async () => {
      const jpeg = Buffer.from(await picture('jpeg'));
      const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
      jpeg.writeUInt16BE(65_500, frame + 5);
      jpeg.writeUInt16BE(65_500, frame + 7);
      return jpeg;
    },
  ],
  [
    'WebP whose header says 16,383 by 16,383',
    async () => {
      const webp = Buffer.from(await picture('webp'));
      const frame = webp.indexOf(Buffer.from([0x9d, 0x01, 0x2a]));
      webp.writeUInt16LE(16_383, frame + 3);
      webp.writeUInt16LE(16_383, frame + 5);
      return webp;
    },
  ],
])('a bomb is refused by its header, and costs next to no memory: a %s', async (_, make) => {
  const bomb = await make();
  expect(bomb.length).toBeLessThan(largestPhoto);
  const { problem, grown } = await refused(bomb);
  expect(problem).toBe('too-many-pixels');
  expect(grown).toBeLessThan(150);
});

test('a bomb in what a picture says of itself is not unpacked', async () => {
  const bomb = deflateSync(Buffer.alloc(300 * mega), { level: 9 });
  for (const [type, head] of [
    ['zTXt', 'Comment\0\0'],
    ['iCCP', 'icc\0\0'],
    ['iTXt', 'Comment\0\x01\0\0\0'],
  ] as const) {
    const bytes = png(400, 400, chunk(type, Buffer.concat([Buffer.from(head, 'latin1'), bomb])));
    expect(bytes.length).toBeLessThan(largestPhoto);
    const { problem, grown } = await refused(bytes);
    expect([null, 'damaged']).toContain(problem);
    expect(grown, type).toBeLessThan(200);
  }
}, 60_000);

const script = '<script>alert(1)</script><?php system("id"); ?>';
const archive = Buffer.from('PK\x03\x04 an archive behind a picture PK\x05\x06', 'latin1');

test.each(['jpeg', 'png', 'webp'] as const)(
  'what hides behind, before or inside a picture is not in the photo: %s',
  async (format) => {
    const told = await sharp(await picture(format))
      .withExif({
        IFD0: { Copyright: script, ImageDescription: 'Bed 412' },
        IFD3: { GPSLatitude: '51/1 30/1 0/1' },
      })
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${script}</x:xmpmeta>`)
      .toFormat(format)
      .toBuffer();
    const polyglot = Buffer.concat([told, archive, Buffer.from(script)]);
    const made = await makePhoto(polyglot);
    if (!made.ok) throw new Error(made.problem);
    for (const hidden of ['<script', '<?php', 'PK\x03\x04', 'Bed 412', 'Exif', 'xmpmeta', 'GPS', 'ICCP'])
      expect(made.value.bytes.includes(Buffer.from(hidden, 'latin1')), hidden).toBe(false);
    expect(made.value.bytes.subarray(0, 4).toString()).toBe('RIFF');
    expect(made.value.bytes.readUInt32LE(4) + 8).toBe(made.value.bytes.length);
  },
);

test.each<[string, string | Buffer]>([
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'],
  ['SVG behind an XML prolog', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['SVG that is packed', deflateSync('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['GIF that is a script', "GIF89a/*\0\0*/=1;alert('x')"],
  ['PDF', '%PDF-1.7\n'],
  ['PostScript', '%!PS-Adobe-3.0\n'],
  ['TIFF', 'II*\0\x08\0\0\0'],
  ['BMP', 'BM\0\0\0\0'],
  ['HEIC', '\0\0\0\x18ftypheic'],
  ['web page', '<!doctype html><img src=x onerror=alert(1)>'],
  ['picture behind a line of text', Buffer.concat([Buffer.from('x\n'), signature])],
  ['RIFF that is a sound', 'RIFF\0\0\0\0WAVEfmt '],
])('what is no JPEG, PNG or WebP by its first bytes is not given to what decodes: a %s', async (_, bytes) => {
  expect(await refused(Buffer.from(bytes))).toMatchObject({ problem: 'not-a-photo' });
});

test.each<[string, (svg: Buffer) => Buffer]>([
  ['JPEG', (svg) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), svg])],
  ['PNG', (svg) => Buffer.concat([signature, svg])],
  ['WebP', (svg) => Buffer.concat([Buffer.from('RIFF\x10\0\0\0WEBP', 'latin1'), svg])],
])('an SVG that begins as a %s does is no picture', async (_, begin) => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>');
  expect(await refused(begin(svg))).toMatchObject({ problem: 'damaged' });
});

test('nothing but these three can be decoded in this process, whatever asks for it', async () => {
  await makePhoto(Buffer.alloc(0));
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>');
  await expect(sharp(svg).metadata()).rejects.toThrow();
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  await expect(sharp(gif).toBuffer()).rejects.toThrow();
  await expect(sharp('/etc/hostname').metadata()).rejects.toThrow();
});

test('of a picture that moves one frame is shown, whatever the others cost', async () => {
  const frames = await Promise.all(
    ['#ff0000', '#00ff00', '#0000ff'].map((background) =>
      sharp({ create: { width: 400, height: 500, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const moving = await sharp(frames, { join: { animated: true } })
    .webp({ loop: 0 })
    .toBuffer();
  const made = await makePhoto(moving);
  if (!made.ok) throw new Error(made.problem);
  expect((await sharp(made.value.bytes).metadata()).pages ?? 1).toBe(1);
});

test('while a large photo is made, the kiosk goes on: its thread waits for most of that time', async () => {
  const large = await sharp({ create: { width: 5_900, height: 4_000, channels: 3, background: '#806040' } })
    .jpeg()
    .toBuffer();
  const before = performance.eventLoopUtilization();
  expect((await makePhoto(large)).ok).toBe(true);
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
});
