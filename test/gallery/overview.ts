import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

const width = 640;
const gap = 16;
const columns = 6;

/** Lays all pictures of a folder on one sheet, overview.png, to look at them side by side. */
export const overview = async (folder: string): Promise<void> => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.png') && name !== 'overview.png')
    .sort();
  const pictures = await Promise.all(
    names.map(async (name) => {
      const input = await sharp(join(folder, name)).resize({ width }).png().toBuffer();
      return { input, height: (await sharp(input).metadata()).height };
    }),
  );
  const placed = [];
  let top = gap;
  for (let at = 0; at < pictures.length; at += columns) {
    const row = pictures.slice(at, at + columns);
    for (const [place, { input }] of row.entries())
      placed.push({ input, top, left: gap + place * (width + gap) });
    top += Math.max(...row.map(({ height }) => height)) + gap;
  }
  await sharp({
    create: { width: gap + columns * (width + gap), height: top, channels: 3, background: '#808080' },
  })
    .composite(placed)
    .png()
    .toFile(join(folder, 'overview.png'));
};
