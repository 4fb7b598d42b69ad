import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

/** The pictures in the README: which scene, in which window. */
export const readmePictures = [
  { name: 'patient', scene: 'card-after-one', window: '1280x800-day' },
  { name: 'team', scene: 'team-of-nine', window: '1920x1080-day' },
  { name: 'start', scene: 'start-team', window: '1280x800-day' },
] as const;

const width = 1280;

/** Brings the pictures of the README over from the gallery, 1280 wide and with few colours, so that they load at once. */
export const keepPictures = async (gallery: string, folder: string): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  for (const { name, scene, window } of readmePictures)
    await sharp(readFileSync(join(gallery, scene, `${window}-en.png`)))
      .resize({ width })
      .png({ palette: true, colours: 192, effort: 10 })
      .toFile(join(folder, `${name}.png`));
};
