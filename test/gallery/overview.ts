import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

const width = 640;
const gap = 16;
const columns = 4;
/** Few enough to make out what is written. */
const onOneSheet = 20;

/**
 * Lays all pictures of a folder on sheets, overview-1.png and on, to look at them side by side: first by language, then by
 * size. Gives what could not be read.
 */
export const overview = async (folder: string): Promise<string[]> => {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.png') && !name.startsWith('overview'))
    .toSorted((one, other) => orderOf(one).localeCompare(orderOf(other)));
  const complaints: string[] = [];
  const pictures: Picture[] = [];
  for (const name of names)
    try {
      // Read by Node: the kiosk, which runs in this process, lets sharp open no file by its name.
      const input = await sharp(readFileSync(join(folder, name)))
        .resize({ width })
        .png()
        .toBuffer();
      pictures.push({ input, height: (await sharp(input).metadata()).height });
    } catch (problem) {
      complaints.push(`${join(folder, name)} cannot be read: ${problem}`);
    }
  for (let at = 0; at < pictures.length; at += onOneSheet)
    await lay(pictures.slice(at, at + onOneSheet), join(folder, `overview-${at / onOneSheet + 1}.png`));
  return complaints;
};

interface Picture {
  input: Buffer;
  height: number;
}

/** English and Arabic, which are there in full, before the others; standing pictures beside standing ones. */
const orderOf = (name: string): string => {
  const [size = '', theme, language = ''] = name.replace('.png', '').split('-');
  const [wide = 0, high = 0] = size.split('x').map(Number);
  const place = ['en', 'ar'].indexOf(language);
  return [place < 0 ? '2' : place, place < 0 ? size : language, wide < high, language, size, theme].join(' ');
};

const lay = async (pictures: readonly Picture[], file: string): Promise<void> => {
  const placed = [];
  let top = gap;
  for (let at = 0; at < pictures.length; at += columns) {
    const row = pictures.slice(at, at + columns);
    for (const [place, { input }] of row.entries())
      placed.push({ input, top, left: gap + place * (width + gap) });
    top += Math.max(...row.map(({ height }) => height)) + gap;
  }
  const sheet = {
    width: gap + columns * (width + gap),
    height: top,
    channels: 3,
    background: '#808080',
  } as const;
  await sharp({ create: sheet }).composite(placed).png().toFile(file);
};
